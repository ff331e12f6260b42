package dev.almanac.topology.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Native memory of the state stores, shared by all of them, however many partitions this instance has.
 *
 * @param total of RocksDB's block cache, with its indexes, filters and write buffers, at least 16 MB
 * @param writeBuffers the part of it that not yet flushed writes may take, at most half
 */
@ConfigurationProperties("almanac.topology.state-memory")
public record StateMemoryProperties(DataSize total, DataSize writeBuffers) {
    public StateMemoryProperties {
        Check.that(
                total.toBytes() >= DataSize.ofMegabytes(16).toBytes(),
                "almanac.topology.state-memory.total",
                "at least 16MB",
                total);
        Check.that(
                writeBuffers.toBytes() > 0 && writeBuffers.toBytes() <= total.toBytes() / 2,
                "almanac.topology.state-memory.write-buffers",
                "at most half of the total",
                writeBuffers);
    }
}
