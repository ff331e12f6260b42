package dev.almanac.projection.clock;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the clocks that everything else is given. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** A clock that only goes on, in nanoseconds from no particular time. */
    @Bean
    LongSupplier nanos() {
        return System::nanoTime;
    }
}
