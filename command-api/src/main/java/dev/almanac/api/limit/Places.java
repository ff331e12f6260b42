package dev.almanac.api.limit;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Places for what takes much of an instance, such as a connection or a file, for as long as it lasts. */
public final class Places {
    private final Semaphore free;
    private final String taken;
    private final Duration retry;

    /**
     * @param count of what may be under way at once
     * @param taken what is told where all are
     * @param retry after which to come again then
     */
    public Places(int count, String taken, Duration retry) {
        this.free = new Semaphore(count);
        this.taken = taken;
        this.retry = retry;
    }

    /**
     * Holds a place until the work has ended, however it does.
     *
     * @return fails with a problem of type {@code unavailable} where none is free
     */
    public <T> Flux<T> during(Supplier<Flux<T>> work) {
        return Flux.usingWhen(Mono.fromCallable(this::take), _ -> work.get(), _ -> Mono.fromRunnable(free::release));
    }

    private Semaphore take() {
        if (!free.tryAcquire()) {
            throw Problem.temporary(ProblemType.UNAVAILABLE, taken, retry).exception();
        }
        return free;
    }
}
