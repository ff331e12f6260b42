package dev.almanac.local.backing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** Where the build has put the programs. */
final class Installation {
    private static final Properties LOCATIONS = load();

    private Installation() {}

    /** The jar that runs the broker, beside its libraries. */
    static Path broker() {
        return location("broker");
    }

    /** The registry as it is distributed. */
    static Path registry() {
        return location("registry");
    }

    /** A folder that holds Postgres for this platform as one compressed archive. */
    static Path postgresArchive() {
        return location("postgres.archive");
    }

    /** Where that archive is unpacked to. */
    static Path postgres() {
        return location("postgres");
    }

    private static Path location(String key) {
        return Path.of(LOCATIONS.getProperty(key)).normalize();
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = Installation.class.getResourceAsStream("installation.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
