package dev.almanac.api.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What the streams of this instance are doing. */
@Component
class StreamMetrics {
    private final MeterRegistry meters;
    private final AtomicInteger open;
    private final Counter frames;
    private final Counter filled;

    StreamMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.open = meters.gauge("almanac.streams.open", new AtomicInteger());
        this.frames = Counter.builder("almanac.stream.frames")
                .description("Updates sent to clients")
                .register(meters);
        this.filled = Counter.builder("almanac.stream.holes.filled")
                .description(
                        "Times that updates which did not arrive were read from the read model, for all streams of a workspace")
                .register(meters);
    }

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    void sent() {
        frames.increment();
    }

    void holeFilled() {
        filled.increment();
    }

    void ended(String reason) {
        Counter.builder("almanac.streams.ended")
                .description("Streams that were closed from this side")
                .tag("reason", reason)
                .register(meters)
                .increment();
    }
}
