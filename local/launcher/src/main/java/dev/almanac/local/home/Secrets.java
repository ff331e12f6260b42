package dev.almanac.local.home;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * What the parts of one stack prove themselves to each other with; made with its first start.
 *
 * @param databasePassword of the Postgres user
 * @param internalToken that services send to services
 * @param masterKey from which all secrets follow that users are told
 */
public record Secrets(String databasePassword, String internalToken, String masterKey) {
    private static final String DATABASE_PASSWORD = "database.password";
    private static final String INTERNAL_TOKEN = "internal.token";
    private static final String MASTER_KEY = "master.key";
    private static final int BYTES = 32;

    public static Secrets of(StackDirectory directory) {
        try {
            Properties properties = read(directory);
            boolean complete = true;
            for (String name : List.of(DATABASE_PASSWORD, INTERNAL_TOKEN, MASTER_KEY)) {
                complete &= properties.putIfAbsent(name, random()) != null;
            }
            if (!complete) {
                write(properties, directory);
            }
            return new Secrets(
                    properties.getProperty(DATABASE_PASSWORD),
                    properties.getProperty(INTERNAL_TOKEN),
                    properties.getProperty(MASTER_KEY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(StackDirectory directory) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(directory.secrets())) {
            try (Reader reader = Files.newBufferedReader(directory.secrets())) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private static void write(Properties properties, StackDirectory directory) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, null);
        PrivateFile.write(directory.secrets(), text.toString());
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the secrets, since it may be logged. */
    @Override
    public String toString() {
        return "Secrets[...]";
    }
}
