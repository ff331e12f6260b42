package dev.almanac.api.reply;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part of readiness: an instance that no answer reaches can take no command. */
@Component("results")
class ResultsHealth implements HealthIndicator {
    private final PendingReplies pending;

    ResultsHealth(PendingReplies pending) {
        this.pending = pending;
    }

    @Override
    public Health health() {
        return (pending.isListening() ? Health.up() : Health.outOfService()).build();
    }
}
