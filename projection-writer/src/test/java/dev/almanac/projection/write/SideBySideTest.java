package dev.almanac.projection.write;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.projection.apply.Advance;
import dev.almanac.projection.apply.Applied;
import dev.almanac.projection.apply.Batch;
import dev.almanac.projection.apply.Fact;
import dev.almanac.projection.apply.Facts;
import dev.almanac.projection.apply.Place;
import dev.almanac.projection.backing.TestReadModel;
import dev.almanac.projection.history.Things;
import dev.almanac.schemas.event.TaskCreated;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Two connections that write a large batch. */
class SideBySideTest {
    private static final String TOPIC = "task-events";
    private static final List<Integer> PARTITIONS = List.of(0, 1, 2);
    private static final int EACH = 300;

    @AutoClose
    private final TestReadModel database = TestReadModel.create();

    private final SideBySide both = new SideBySide(List.of(database.writer(), database.writer()));

    private static UUID workspace(int partition) {
        return Things.id("workspace", partition);
    }

    private static Batch<Fact> batch(long from) {
        List<Fact> facts = new ArrayList<>();
        for (int partition : PARTITIONS) {
            for (long offset = from; offset < from + EACH; offset++) {
                UUID workspace = workspace(partition);
                long seq = offset + 1;
                facts.add(Facts.read(
                        new Place(TOPIC, partition, offset),
                        new TaskCreated(
                                Things.metadata(workspace, seq),
                                Things.task(workspace, Things.id("task" + partition, (int) seq), seq)
                                        .build())));
            }
        }
        return new Batch<>(
                TOPIC,
                facts,
                PARTITIONS.stream()
                        .map(partition -> new Advance(partition, from, from + EACH))
                        .toList());
    }

    @Test
    void theRowsAreThoseOfOneWriter() {
        both.positions(TOPIC, PARTITIONS);
        Applied applied = requireNonNull(both.apply(batch(0)).block());
        assertThat(applied.applied()).hasSize(PARTITIONS.size() * EACH);
        assertThat(applied.passedOver()).isZero();
        assertThat(applied.halted()).isEmpty();

        try (TestReadModel alone = TestReadModel.create()) {
            ReadModel writer = alone.writer();
            writer.positions(TOPIC, PARTITIONS);
            writer.apply(batch(0)).block();
            assertThat(database.contents()).isEqualTo(alone.contents());
        }
    }

    @Test
    void whereAPartFailsEachPartitionIsWhereItsRowsAre() {
        both.positions(TOPIC, PARTITIONS);
        database.execute("update applied_offset set next_offset = 7 where partition = 1");

        assertThatThrownBy(() -> both.apply(batch(0)).block()).isInstanceOf(PositionLostException.class);

        assertThat(database.query("select topic from applied_offset where next_offset not in (0, 7, " + EACH + ")"))
                .isEmpty();
        for (int partition : PARTITIONS) {
            String written = database.query(
                            "select count(*) from task where workspace_id = '" + workspace(partition) + "'")
                    .getFirst();
            String at = database.query("select next_offset from applied_offset where partition = " + partition)
                    .getFirst();
            assertThat(written).isEqualTo(at.equals("7") ? "0" : at);
        }
    }
}
