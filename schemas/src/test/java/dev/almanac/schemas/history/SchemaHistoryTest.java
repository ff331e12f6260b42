package dev.almanac.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas as they are, against every version that was ever committed. */
class SchemaHistoryTest {
    /** Set to commit what has changed: the test then writes the version that it misses. */
    private static final boolean UPDATE = Boolean.getBoolean("history.update");

    private static final Path RESOURCES = Path.of("src/main/resources");

    static List<Class<? extends SpecificRecord>> records() {
        return SchemaHistory.records();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyVersionAndTheCurrentSchemaReadEachOther(Class<? extends SpecificRecord> type) {
        Schema current = PortableSchema.of(type);

        assertThat(Compatibility.violations(current, SchemaHistory.versions(current.getFullName())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void theNewestVersionIsTheCurrentSchema(Class<? extends SpecificRecord> type) throws IOException {
        Schema current = PortableSchema.of(type);
        List<Schema> versions = SchemaHistory.versions(current.getFullName());
        if (!versions.isEmpty() && versions.getLast().toString().equals(current.toString())) {
            return;
        }
        Path missing = RESOURCES.resolve(SchemaHistory.path(current.getFullName(), versions.size() + 1));
        if (UPDATE) {
            commit(current, versions, missing);
        } else {
            fail(
                    "%s has changed, and the history lacks it. Write %s with%n    ./mvnw -pl schemas test"
                            + " -Dtest=SchemaHistoryTest -Dhistory.update=true%nand commit it.",
                    current.getFullName(), missing);
        }
    }

    private static void commit(Schema current, List<Schema> versions, Path file) throws IOException {
        assertThat(Compatibility.violations(current, versions)).isEmpty();
        Files.createDirectories(file.getParent());
        Files.writeString(file, current.toString(true) + System.lineSeparator());
    }
}
