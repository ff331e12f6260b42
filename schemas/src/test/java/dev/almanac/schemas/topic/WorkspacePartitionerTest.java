package dev.almanac.schemas.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.almanac.schemas.model.EntityKind;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

class WorkspacePartitionerTest {
    private static final UUID SOME_ID = UUID.fromString("0197f0a4-0000-7000-8000-000000000001");

    @Property
    void aWorkspaceGoesWhereKafkaItselfWouldPutItsId(
            @ForAll("ids") UUID workspace, @ForAll @IntRange(min = 1, max = 200) int partitions) {
        assertThat(WorkspacePartitioner.partition(RecordKeys.workspace(workspace), partitions))
                .isEqualTo(
                        BuiltInPartitioner.partitionForKey(workspace.toString().getBytes(UTF_8), partitions));
    }

    @Property
    void everythingInAWorkspaceGoesWhereTheWorkspaceGoes(
            @ForAll("ids") UUID workspace,
            @ForAll("kinds") EntityKind kind,
            @ForAll("ids") UUID id,
            @ForAll @IntRange(min = 1, max = 200) int partitions) {
        assertThat(WorkspacePartitioner.partition(RecordKeys.update(workspace, kind, id), partitions))
                .isEqualTo(WorkspacePartitioner.partition(RecordKeys.workspace(workspace), partitions));
    }

    @Property
    void aReplyGoesToThePartitionThatItNames(
            @ForAll("ids") UUID command, @ForAll @IntRange(min = 0, max = 199) int partition) {
        assertThat(WorkspacePartitioner.partition(RecordKeys.reply(partition, command), 200))
                .isEqualTo(partition);
    }

    @Example
    void aPartitionThatTheTopicLacksIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkspacePartitioner.partition(RecordKeys.reply(4, SOME_ID), 4));
    }

    @Example
    void aKeyOfAnotherFormIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkspacePartitioner.partition("", 4));
        assertThatIllegalArgumentException().isThrownBy(() -> WorkspacePartitioner.partition("abc", 4));
    }

    @Provide
    Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    @Provide
    Arbitrary<EntityKind> kinds() {
        return Arbitraries.of(EntityKind.class).filter(kind -> kind != EntityKind.UNKNOWN);
    }
}
