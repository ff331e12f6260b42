package dev.almanac.topology.run;

import static java.util.Objects.requireNonNull;

import dev.almanac.topology.config.StateMemoryProperties;
import dev.almanac.topology.store.TimerQueue;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The native memory that all state stores of this process share, so that what they take doesn't grow with the
 * partitions that it is given. Streams makes the setter of each store by reflection; the memory itself travels to it in
 * the configuration.
 */
public final class StateMemory implements AutoCloseable {
    /** Where the configuration holds this. */
    static final String SETTING = "almanac.state-memory";

    /** Of the cache, what indexes and filters keep against data blocks. */
    private static final double HIGH_PRIORITY = 0.3;

    /** Few, so that each can hold the largest block there is: two to the power of this. */
    private static final int SHARD_BITS = 2;

    /** Of the parts that an index or a filter is in. */
    private static final int METADATA_BLOCK_BYTES = 8 * 1024;

    /** Small, so that many half-empty stores don't use up the write buffers' share. */
    private static final long ARENA_BLOCK_BYTES = 128 * 1024L;

    private static final int MERGED_FILES = 2;
    private static final long FILE_BYTES = 4 * 1024 * 1024L;
    private static final Duration MERGED_WITHIN = Duration.ofHours(1);

    static {
        RocksDB.loadLibrary();
    }

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    public StateMemory(StateMemoryProperties settings) {
        this.cache = new LRUCache(settings.total().toBytes(), SHARD_BITS, false, HIGH_PRIORITY);
        this.writeBuffers = new WriteBufferManager(settings.writeBuffers().toBytes(), cache);
    }

    /** Bytes in use, indexes, filters and write buffers included. */
    long usedBytes() {
        return cache.getUsage();
    }

    /** To be closed after the last store. */
    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }

    /** Gives a store its share of the memory. */
    public static final class Setter implements RocksDBConfigSetter {
        @Override
        public void setConfig(String store, Options options, Map<String, Object> configuration) {
            StateMemory memory = (StateMemory) requireNonNull(configuration.get(SETTING));
            BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
            table.setBlockCache(memory.cache);
            table.setCacheIndexAndFilterBlocks(true);
            table.setCacheIndexAndFilterBlocksWithHighPriority(true);
            // In one piece, those of a large file would be read anew for every key that is looked up.
            table.setIndexType(IndexType.kTwoLevelIndexSearch);
            table.setPartitionFilters(true);
            table.setMetadataBlockSize(METADATA_BLOCK_BYTES);
            table.setPinTopLevelIndexAndFilter(true);
            options.setTableFormatConfig(table);
            options.setWriteBufferManager(memory.writeBuffers);
            options.setArenaBlockSize(ARENA_BLOCK_BYTES);
            if (store.equals(TimerQueue.STORE)) {
                asQueue(options);
            }
        }

        /**
         * What is written is soon deleted, so files are small and merged early, and none is left unmerged for long: what is
         * deleted goes, and a scan meets little of it. (RocksDB's collector that compacts on deletions would be the thing,
         * but what Streams hands out here does not pass it on.)
         */
        private static void asQueue(Options options) {
            options.setLevel0FileNumCompactionTrigger(MERGED_FILES);
            options.setTargetFileSizeBase(FILE_BYTES);
            options.setMaxBytesForLevelBase(4 * FILE_BYTES);
            options.setPeriodicCompactionSeconds(MERGED_WITHIN.toSeconds());
        }

        @Override
        public void close(String store, Options options) {
            // The cache outlives the store: StateMemory closes it.
        }
    }
}
