package dev.almanac.topology.process;

import dev.almanac.topology.config.AuditProperties;
import dev.almanac.topology.config.CommitProperties;
import dev.almanac.topology.config.IdempotencyProperties;
import dev.almanac.topology.config.TimerProperties;
import dev.almanac.topology.process.audit.AuditAggregation;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.Topology;

/** The topologies of this service, step by step. */
public final class TaskTopologies {
    private TaskTopologies() {}

    /**
     * Decides commands, and does what is due. Its state is all that the workspaces hold.
     *
     * @param nanos a clock that only goes on, to measure by
     */
    public static Topology tasks(
            Serde<SpecificRecord> records,
            CommitProperties commit,
            IdempotencyProperties idempotency,
            TimerProperties timers,
            TimerMeters timerMeters,
            LongSupplier nanos) {
        Topology topology = new Topology();
        new TaskDecisions(records, commit, idempotency, timers, timerMeters, nanos).addTo(topology);
        return topology;
    }

    /** Aggregates the audit log. Its state is who did what, when, and how often. */
    public static Topology audit(Serde<SpecificRecord> records, AuditProperties settings) {
        Topology topology = new Topology();
        new AuditAggregation(records, settings).addTo(topology);
        return topology;
    }
}
