package dev.almanac.local.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads what is added to a log. */
final class LogReader implements Closeable {
    private final RandomAccessFile file;
    private String unfinished = "";

    private LogReader(RandomAccessFile file) {
        this.file = file;
    }

    /** Skips what the log already holds; makes it where it does not exist. */
    static LogReader atEnd(Path log) throws IOException {
        RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw");
        file.seek(file.length());
        return new LogReader(file);
    }

    /** The lines that were added since the last call. */
    List<String> lines() throws IOException {
        byte[] added = new byte[(int) (file.length() - file.getFilePointer())];
        file.readFully(added);
        String text = unfinished + new String(added, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        unfinished = text.substring(end);
        return text.substring(0, end).lines().toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
