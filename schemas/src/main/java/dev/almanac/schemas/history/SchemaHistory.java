package dev.almanac.schemas.history;

import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.schemas.store.AuditCount;
import dev.almanac.schemas.store.RememberedResult;
import dev.almanac.schemas.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The committed versions of each record's schema: {@code schemas/history/<full name>/<n>.avsc}, n from 1. */
public final class SchemaHistory {
    static final String FOLDER = "schemas/history";

    /** Records that state stores hold and no topic of the catalogue carries by themselves. */
    private static final List<Class<? extends SpecificRecord>> IN_STORES = List.of(
            Workspace.class,
            Member.class,
            TaskList.class,
            Task.class,
            Comment.class,
            SavedFilter.class,
            RememberedResult.class,
            AuditCount.class);

    private SchemaHistory() {}

    /** The records that outlive the process that writes them, and so have a history. */
    public static List<Class<? extends SpecificRecord>> records() {
        return Stream.concat(Topics.all().stream().flatMap(topic -> topic.values().stream()), IN_STORES.stream())
                .distinct()
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
    }

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
