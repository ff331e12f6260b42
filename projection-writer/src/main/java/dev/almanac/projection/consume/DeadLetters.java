package dev.almanac.projection.consume;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records that can't be read or that hold what no row can, as they are. */
@FunctionalInterface
public interface DeadLetters {
    /** Returns once the record is kept; may be told of the same record again after a failure. */
    void take(ConsumerRecord<byte[], byte[]> record, RuntimeException error);
}
