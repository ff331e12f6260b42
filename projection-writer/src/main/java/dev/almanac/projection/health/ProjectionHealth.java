package dev.almanac.projection.health;

import dev.almanac.projection.consume.EventLoop;
import dev.almanac.projection.consume.LoopState;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Up while the records of every topic are applied as they come. */
public final class ProjectionHealth implements HealthIndicator {
    private final Map<String, EventLoop> loops;

    /** @param loops by topic */
    public ProjectionHealth(Map<String, EventLoop> loops) {
        this.loops = Map.copyOf(loops);
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        loops.forEach((topic, loop) -> {
            switch (loop.state()) {
                case LoopState.Following following -> health.withDetail(topic, "following");
                case LoopState.Positioning(int failures, String reason) ->
                    worse(health, Status.OUT_OF_SERVICE).withDetail(topic, reason + ", failures: " + failures);
                case LoopState.Ended ended -> health.down().withDetail(topic, "ended");
            }
        });
        return health.build();
    }

    private static Health.Builder worse(Health.Builder health, Status status) {
        return health.build().getStatus().equals(Status.DOWN) ? health : health.status(status);
    }
}
