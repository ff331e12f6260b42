package dev.almanac.projection.health;

import dev.almanac.projection.metrics.ProjectionMetrics;
import dev.almanac.projection.write.ReadModel;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/** Counts the workspaces that stand still, for the alert on them. */
public final class HaltedWorkspaces {
    private final ReadModel readModel;
    private final ProjectionMetrics metrics;

    public HaltedWorkspaces(ReadModel readModel, ProjectionMetrics metrics) {
        this.readModel = readModel;
        this.metrics = metrics;
    }

    /** A rebuild elsewhere changes the number too, so it is asked for now and then. */
    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    public Mono<Void> count() {
        return readModel.haltedWorkspaces().doOnNext(metrics::halted).then();
    }
}
