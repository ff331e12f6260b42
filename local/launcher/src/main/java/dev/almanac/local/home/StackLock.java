package dev.almanac.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Held by the one process that runs a stack; the machine lets go of it however that process ends. */
public final class StackLock implements AutoCloseable {
    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws LocalException where another process holds it */
    public static StackLock take(StackDirectory directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isHeldBy(channel)) {
            channel.close();
            throw new LocalException("Almanac already runs on " + directory.root()
                    + "; see ./almanac status, or stop it with ./almanac down");
        }
        return new StackLock(channel);
    }

    private static boolean isHeldBy(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
