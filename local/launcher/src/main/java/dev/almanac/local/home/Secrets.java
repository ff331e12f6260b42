package dev.almanac.local.home;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * What the parts of one stack prove themselves to each other with; made with its first start.
 *
 * @param databasePassword of the Postgres user
 * @param internalToken that services send to services
 */
public record Secrets(String databasePassword, String internalToken) {
    private static final String DATABASE_PASSWORD = "database.password";
    private static final String INTERNAL_TOKEN = "internal.token";
    private static final int BYTES = 32;

    public static Secrets of(StackDirectory directory) {
        try {
            if (!Files.exists(directory.secrets())) {
                make(directory);
            }
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(directory.secrets())) {
                properties.load(reader);
            }
            return new Secrets(properties.getProperty(DATABASE_PASSWORD), properties.getProperty(INTERNAL_TOKEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(StackDirectory directory) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(DATABASE_PASSWORD, random());
        properties.setProperty(INTERNAL_TOKEN, random());
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
