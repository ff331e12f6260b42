package dev.almanac.api.sync;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class SyncConfiguration {
    /** Waits for what there is. */
    @Bean
    @Primary
    SyncWait syncWait(Progress progress, SyncSettings settings, MeterRegistry meters) {
        return new SyncWait(progress, settings, meters);
    }

    /** Waits for what was done. */
    @Bean
    SyncWait activityWait(ActivityProgress progress, SyncSettings settings, MeterRegistry meters) {
        return new SyncWait(progress, settings, meters);
    }
}
