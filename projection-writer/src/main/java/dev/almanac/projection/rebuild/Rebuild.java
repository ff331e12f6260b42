package dev.almanac.projection.rebuild;

import dev.almanac.projection.apply.AcceptedGap;
import dev.almanac.projection.consume.BatchPipeline;
import dev.almanac.projection.write.ReadModel;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty schema from the whole of {@code task-events}, and exchanges it for the live one when it has everything
 * that the live one has. Reads and writes of the live one go on meanwhile; at the exchange its writer is held up for as
 * long as the last records take.
 *
 * <p>A rebuild that fails leaves the live read model as it was; the next one begins anew.
 */
public final class Rebuild {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    /** So little is left that the live writer can wait for it. */
    private static final long REST = 1_000;

    private final String topic;
    private final Schemas schemas;
    private final Flyway freshSchema;
    private final ReadModel fresh;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final BatchPipeline<?> pipeline;

    /**
     * @param freshSchema migrates {@link Schemas#fresh}
     * @param fresh writes there
     * @param consumers make one that reads by itself, outside of any group
     * @param pipeline leads to {@code fresh}
     */
    public Rebuild(
            String topic,
            Schemas schemas,
            Flyway freshSchema,
            ReadModel fresh,
            Supplier<Consumer<byte[], byte[]>> consumers,
            BatchPipeline<?> pipeline) {
        this.topic = topic;
        this.schemas = schemas;
        this.freshSchema = freshSchema;
        this.fresh = fresh;
        this.consumers = consumers;
        this.pipeline = pipeline;
    }

    /**
     * @param accepted holes in the log over which to go on, beside those accepted before
     * @throws IllegalStateException while another rebuild runs
     */
    public void run(Collection<AcceptedGap> accepted) throws SQLException {
        try (Replacement replacement =
                        Replacement.begin(freshSchema.getConfiguration().getDataSource(), schemas);
                Consumer<byte[], byte[]> consumer = consumers.get()) {
            replacement.dropLeftovers();
            freshSchema.migrate();
            replacement.acceptGaps(accepted);
            Replay replay = new Replay(topic, consumer, pipeline);
            replay.start(fresh.positions(topic, replay.partitions()));
            catchUp(replay);
            if (replacement.hasLive()) {
                replay.applyUpTo(replacement.freezeLive(topic));
            }
            replacement.exchange();
            log.atInfo().addKeyValue("schema", schemas.live()).log("Rebuilt");
        }
    }

    private static void catchUp(Replay replay) {
        Map<Integer, Long> ends = replay.ends();
        do {
            replay.applyUpTo(ends);
            ends = replay.ends();
        } while (replay.distanceTo(ends) > REST);
    }
}
