package dev.almanac.projection.health;

import dev.almanac.projection.consume.EventLoop;
import dev.almanac.projection.consume.LoopState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while events are applied as they come. */
public final class ProjectionHealth implements HealthIndicator {
    private final EventLoop loop;

    public ProjectionHealth(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public Health health() {
        return switch (loop.state()) {
            case LoopState.Following following -> Health.up().build();
            case LoopState.Positioning(int failures, String reason) ->
                Health.outOfService()
                        .withDetail("reason", reason)
                        .withDetail("failures", failures)
                        .build();
            case LoopState.Ended ended -> Health.down().build();
        };
    }
}
