package dev.almanac.benchmarks.limit;

import dev.almanac.local.backing.Directories;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/** What is left of due timers where nothing is done about them: their keys are met in order, and deleted. */
public final class RangeScan {
    private static final byte[] NOTHING = new byte[0];
    private static final int KEY_BYTES = 57;

    private RangeScan() {}

    /** Keys a second. */
    public static double measure(int keys) throws IOException {
        Path folder = Files.createTempDirectory("almanac-bench-rocksdb");
        try (Options options = new Options().setCreateIfMissing(true);
                WriteOptions writes = new WriteOptions().setDisableWAL(true);
                FlushOptions flush = new FlushOptions();
                RocksDB store = RocksDB.open(options, folder.toString())) {
            Random random = new Random(keys);
            for (int i = 0; i < keys; i++) {
                store.put(writes, key(i, random), NOTHING);
            }
            store.flush(flush);
            long start = System.nanoTime();
            try (RocksIterator iterator = store.newIterator()) {
                for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
                    store.delete(writes, iterator.key());
                }
            }
            return keys / ((System.nanoTime() - start) / 1e9);
        } catch (RocksDBException e) {
            throw new IOException(e);
        } finally {
            Directories.remove(folder);
        }
    }

    private static byte[] key(int due, Random random) {
        byte[] ids = new byte[KEY_BYTES - Long.BYTES];
        random.nextBytes(ids);
        return ByteBuffer.allocate(KEY_BYTES).putLong(due).put(ids).array();
    }
}
