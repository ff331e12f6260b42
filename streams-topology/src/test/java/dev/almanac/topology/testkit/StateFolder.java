package dev.almanac.topology.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.springframework.util.FileSystemUtils;

/** Where a driver's stores are; one of its own for each, since others may test at the same time. */
record StateFolder(Path path) {
    private static final String TASK = "0_0";
    private static final String KIND = "rocksdb";

    /** A folder in memory, where Linux has it: opening a store waits for a disk several times. */
    private static final Path MEMORY = Path.of("/dev/shm");

    static StateFolder empty() {
        try {
            String name = "almanac-tasks";
            return new StateFolder(
                    Files.isWritable(MEMORY)
                            ? Files.createTempDirectory(MEMORY, name)
                            : Files.createTempDirectory(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A folder in which the next driver finds what the stores of this one hold. Its own files are no help: it deletes them
     * when it is closed, and before that they lack what is in memory.
     */
    static StateFolder after(TopologyTestDriver driver, String applicationId) {
        StateFolder next = empty();
        Path stores = next.path.resolve(applicationId).resolve(TASK).resolve(KIND);
        driver.getAllStateStores().keySet().forEach(name -> copy(driver.getKeyValueStore(name), stores.resolve(name)));
        return next;
    }

    private static void copy(KeyValueStore<Bytes, byte[]> store, Path folder) {
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB copy =
                        RocksDB.open(options, Files.createDirectories(folder).toString());
                KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                copy.put(entry.key.get(), entry.value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    void delete() {
        FileSystemUtils.deleteRecursively(path.toFile());
    }
}
