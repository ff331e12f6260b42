package dev.almanac.projection.write;

import static java.util.Objects.requireNonNull;

import dev.almanac.projection.apply.Advance;
import dev.almanac.projection.apply.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The table {@code applied_offset}: up to where each partition is in the rows. */
final class AppliedOffsets {
    private static final Rows<Advance> ADVANCES = new Rows<>(List.of(
            Column.of("partition", "int", Advance::partition),
            Column.of("from_offset", "bigint", Advance::from),
            Column.of("to_offset", "bigint", Advance::to)));

    private static final String ADVANCE = "update applied_offset set next_offset = given.to_offset from "
            + ADVANCES.source()
            + " where applied_offset.topic = $4 and applied_offset.partition = given.partition"
            + " and applied_offset.next_offset = given.from_offset";

    private static final Rows<Integer> PARTITIONS =
            new Rows<>(List.of(Column.of("partition", "int", Function.identity())));

    private static final String ADD =
            "insert into applied_offset (topic, partition, next_offset) select $2, partition, 0" + " from "
                    + PARTITIONS.source() + " on conflict do nothing";

    private static final String READ = "select partition, next_offset from applied_offset join " + PARTITIONS.source()
            + " using (partition) where topic = $2";

    private AppliedOffsets() {}

    /** The next offset to apply of each partition, 0 for one that was never read. */
    static Mono<Map<Integer, Long>> positions(Connection connection, String topic, Collection<Integer> partitions) {
        List<Integer> all = List.copyOf(partitions);
        return Sql.update(PARTITIONS.bind(connection.createStatement(ADD), all).bind(1, topic))
                .thenMany(Sql.query(
                        PARTITIONS.bind(connection.createStatement(READ), all).bind(1, topic),
                        AppliedOffsets::position))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map.Entry<Integer, Long> position(Readable row) {
        return Map.entry(
                requireNonNull(row.get("partition", Integer.class)),
                requireNonNull(row.get("next_offset", Long.class)));
    }

    /** Fails with {@link PositionLostException} where a partition isn't where the batch takes it from. */
    static Mono<Void> advance(Connection connection, Batch<?> batch) {
        return Sql.update(ADVANCES.bind(connection.createStatement(ADVANCE), batch.advances())
                        .bind(3, batch.topic()))
                .flatMap(updated -> updated == batch.advances().size()
                        ? Mono.empty()
                        : Mono.error(new PositionLostException(batch)));
    }
}
