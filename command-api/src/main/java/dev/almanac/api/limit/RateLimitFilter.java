package dev.almanac.api.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.security.Caller;
import dev.almanac.api.security.Callers;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Keeps one user from taking what is meant for all: a token bucket each. */
@Component
@Order(RateLimitFilter.ORDER)
class RateLimitFilter implements WebFilter {
    /** After authentication, which Spring Security does at -100. */
    static final int ORDER = 0;

    private static final int MOST_USERS = 100_000;

    private final LoadingCache<UUID, Bucket> buckets;

    RateLimitFilter(RateLimitSettings settings) {
        // A bucket that nobody draws from is full again by then, so forgetting it gives nothing away.
        var refill = Duration.ofSeconds(settings.burst() / settings.perSecond() + 1);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_USERS)
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

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Callers.of(exchange).doOnNext(this::draw).then(Mono.defer(() -> chain.filter(exchange)));
    }

    private void draw(Caller caller) {
        var probe = buckets.get(caller.userId()).tryConsumeAndReturnRemaining(1);
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
