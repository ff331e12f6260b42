package dev.almanac.topology.process;

import org.apache.kafka.streams.processor.api.Record;

/**
 * A record to send, down to its bytes: nothing is left in it that could fail but the broker.
 *
 * @param sink the name of the topology's sink
 */
record Output(String sink, Record<String, byte[]> record) {}
