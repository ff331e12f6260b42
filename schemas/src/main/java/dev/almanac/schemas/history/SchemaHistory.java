package dev.almanac.schemas.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The committed versions of a record's schema: {@code schemas/history/<full name>/<n>.avsc}, n from 1. */
public final class SchemaHistory {
    static final String FOLDER = "schemas/history";

    private SchemaHistory() {}

    /** All versions of a record, oldest first; none where it was never committed. */
    public static List<Schema> versions(String fullName) {
        List<Schema> versions = new ArrayList<>();
        for (Schema version = read(fullName, 1); version != null; version = read(fullName, versions.size() + 1)) {
            versions.add(version);
        }
        return List.copyOf(versions);
    }

    static String path(String fullName, int version) {
        return FOLDER + '/' + fullName + '/' + version + ".avsc";
    }

    private static @Nullable Schema read(String fullName, int version) {
        try (InputStream in = SchemaHistory.class.getClassLoader().getResourceAsStream(path(fullName, version))) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
