package dev.almanac.api.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A token bucket for each who asks: a user, or whoever reads at an address that a user gave away. */
@Component
public class RateLimits {
    private static final int MOST_ASKERS = 100_000;

    private final LoadingCache<UUID, Bucket> buckets;

    RateLimits(RateLimitSettings settings) {
        // A bucket that nobody draws from is full again by then, so forgetting it gives nothing away.
        var refill = Duration.ofSeconds(settings.burst() / settings.perSecond() + 1);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ASKERS)
                .expireAfterAccess(refill)
                .build(_ -> bucket(settings));
    }

    private static Bucket bucket(RateLimitSettings settings) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.burst()).refillGreedy(settings.perSecond(), Duration.ofSeconds(1)))
                .withNanosecondPrecision()
                .build();
    }

    /** @throws ProblemException of type {@code rate_limited} where one asks more often than is allowed */
    public void draw(UUID asker) {
        var probe = buckets.get(asker).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw limited(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static ProblemException limited(Duration wait) {
        // Rounded up, since a client that comes too early is refused again.
        var seconds = Duration.ofSeconds(wait.plusSeconds(1).minusNanos(1).toSeconds());
        return Problem.temporary(ProblemType.RATE_LIMITED, "More requests than one user may make", seconds)
                .exception();
    }
}
