package dev.almanac.projection.consume;

import dev.almanac.schemas.topic.Topics;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are read. Addresses and security are Spring Boot's own settings, {@code spring.kafka}.
 *
 * @param groupId of the consumer group, which only shares out the partitions; no offset is committed to it
 * @param instanceId of this instance within the group, the same after a restart, so that a restart moves no partition;
 *     empty for an instance without a lasting name
 * @param batchRecords the most that are written at once, 1 to 10,000
 * @param batchInterval the shortest time from the beginning of one batch to that of the next: a lone record is written at
 *     once, and many share a transaction
 * @param auditBatchInterval the same for the audit log, for which people wait less
 * @param pollTimeout how long to wait for records before looking at anything else
 * @param retryDelay how long to wait after the first failure of the broker, the registry or Postgres; doubled with each
 *     further one
 * @param retryDelayMax the longest wait
 */
@ConfigurationProperties("almanac.projection.consume")
public record ConsumeSettings(
        @DefaultValue("projection-writer") @NotBlank String groupId,
        @DefaultValue("") String instanceId,
        @DefaultValue("4000") int batchRecords,
        @DefaultValue("20ms") Duration batchInterval,
        @DefaultValue("100ms") Duration auditBatchInterval,
        @DefaultValue("100ms") Duration pollTimeout,
        @DefaultValue("100ms") Duration retryDelay,
        @DefaultValue("10s") Duration retryDelayMax) {
    private static final int LARGEST_BATCH = 10_000;

    public ConsumeSettings {
        if (batchRecords < 1 || batchRecords > LARGEST_BATCH) {
            throw new IllegalArgumentException("batch-records is 1 to " + LARGEST_BATCH + ", not " + batchRecords);
        }
        if (batchInterval.isNegative() || auditBatchInterval.isNegative()) {
            throw new IllegalArgumentException("batch-interval and audit-batch-interval are not negative");
        }
        if (!pollTimeout.isPositive() || !retryDelay.isPositive() || retryDelayMax.compareTo(retryDelay) < 0) {
            throw new IllegalArgumentException(
                    "poll-timeout and retry-delay are positive, and retry-delay-max is no shorter than retry-delay");
        }
    }

    /** @param failures in a row, from 1 */
    Duration retryDelayAfter(int failures) {
        Duration delay = retryDelay;
        for (int i = 1; i < failures && delay.compareTo(retryDelayMax) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(retryDelayMax) < 0 ? delay : retryDelayMax;
    }

    /** The same for the audit log, in a consumer group of its own: of one group, a name may have one consumer. */
    public ConsumeSettings ofAudit() {
        return new ConsumeSettings(
                groupId + "-" + Topics.TASK_AUDIT.name(),
                instanceId,
                batchRecords,
                auditBatchInterval,
                auditBatchInterval,
                pollTimeout,
                retryDelay,
                retryDelayMax);
    }
}
