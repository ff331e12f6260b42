package dev.almanac.topology.clock;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    @Bean
    @Primary
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What timers go by. */
    @Bean
    SlewedClock slewedClock(Clock clock) {
        return new SlewedClock(System::nanoTime, clock);
    }
}
