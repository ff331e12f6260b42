package dev.almanac.topology.store.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.topology.store.StoreWrite;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The keys of the stores: the workspace (16 bytes), what the record is (1), then what names it. What is written once shares one
 * store, since each further store is a further changelog partition in every transaction. Counts are written again and again,
 * so they are in one with a record cache, which writes each of them once a commit.
 */
public final class ActivityKeys {
    /** The store of what the audit log tells. */
    public static final String STORE = "activity";

    /** The store of how often it tells what. */
    public static final String COUNTS = "activity-counts";

    static final int ID_BYTES = 2 * Long.BYTES;

    private static final byte SEQ = 1;
    private static final byte ENTRY = 2;
    private static final byte TASK = 3;
    private static final byte COMMAND = 4;
    private static final byte COUNT = 5;

    private static final int HEAD_BYTES = ID_BYTES + 1;
    private static final int MOMENT_BYTES = 2 * Long.BYTES + ID_BYTES + Integer.BYTES;

    private ActivityKeys() {}

    private static Bytes seq(UUID workspace) {
        return bytes(head(workspace, SEQ, 0));
    }

    /** Up to which seq of the workspace a store has come; 0 where it has nothing of it. */
    static long reached(ReadOnlyKeyValueStore<Bytes, byte[]> store, UUID workspace) {
        byte[] value = store.get(seq(workspace));
        return value == null ? 0 : ByteBuffer.wrap(value).getLong();
    }

    static StoreWrite reach(UUID workspace, long seq) {
        return new StoreWrite(
                seq(workspace), ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
    }

    /** Prefix of the workspace's entries, in the order of their moments. */
    static Bytes entries(UUID workspace) {
        return bytes(head(workspace, ENTRY, 0));
    }

    static Bytes entry(UUID workspace, Moment moment) {
        return bytes(put(head(workspace, ENTRY, MOMENT_BYTES), moment));
    }

    /** Where the entries begin that are not before a time. */
    static Bytes entriesFrom(UUID workspace, Instant at) {
        return bytes(head(workspace, ENTRY, Long.BYTES).putLong(at.toEpochMilli()));
    }

    /** Prefix of the entries about one task. */
    static Bytes ofTask(UUID workspace, UUID task) {
        return bytes(put(head(workspace, TASK, ID_BYTES), task));
    }

    static Bytes ofTask(UUID workspace, UUID task, Moment moment) {
        return bytes(put(put(head(workspace, TASK, ID_BYTES + MOMENT_BYTES), task), moment));
    }

    /** Prefix of the entries of one command, in the order of its operations. */
    static Bytes ofCommand(UUID workspace, UUID command) {
        return bytes(put(head(workspace, COMMAND, ID_BYTES), command));
    }

    static Bytes ofCommand(UUID workspace, UUID command, int operation) {
        return bytes(
                put(head(workspace, COMMAND, ID_BYTES + Integer.BYTES), command).putInt(operation));
    }

    /** Prefix of the workspace's counts, in the order of the days. */
    static Bytes counts(UUID workspace) {
        return bytes(head(workspace, COUNT, 0));
    }

    /** Where the counts begin that are not before a day, from 1970 on. */
    static Bytes countsFrom(UUID workspace, LocalDate day) {
        return bytes(head(workspace, COUNT, Integer.BYTES).putInt(number(day)));
    }

    static Bytes count(UUID workspace, CountKey key) {
        byte[] action = key.action().getBytes(UTF_8);
        return bytes(put(
                        head(workspace, COUNT, Integer.BYTES + ID_BYTES + action.length)
                                .putInt(number(key.day())),
                        key.userId())
                .put(action));
    }

    static CountKey countKey(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get()).position(HEAD_BYTES);
        LocalDate day = LocalDate.ofEpochDay(bytes.getInt());
        UUID user = id(bytes);
        return new CountKey(day, user, UTF_8.decode(bytes).toString());
    }

    /** The moment at the end of a key. */
    static Moment moment(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get()).position(key.get().length - MOMENT_BYTES);
        return moment(bytes);
    }

    static byte[] value(Moment moment) {
        return put(ByteBuffer.allocate(MOMENT_BYTES), moment).array();
    }

    static Moment moment(byte[] value) {
        return moment(ByteBuffer.wrap(value));
    }

    /** The workspace to which a key belongs. */
    static UUID workspace(Bytes key) {
        return id(ByteBuffer.wrap(key.get()));
    }

    /** Past everything that a workspace holds, or null where no key is. */
    static Bytes after(UUID workspace) {
        return bytes(head(workspace, Byte.MAX_VALUE, 0));
    }

    private static Moment moment(ByteBuffer bytes) {
        Instant at = Instant.ofEpochMilli(bytes.getLong());
        long seq = bytes.getLong();
        UUID command = id(bytes);
        return new Moment(at, seq, command, bytes.getInt());
    }

    private static ByteBuffer put(ByteBuffer key, Moment moment) {
        return put(key.putLong(moment.at().toEpochMilli()).putLong(moment.seq()), moment.commandId())
                .putInt(moment.operation());
    }

    private static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    private static ByteBuffer head(UUID workspace, byte kind, int further) {
        return put(ByteBuffer.allocate(HEAD_BYTES + further), workspace).put(kind);
    }

    private static ByteBuffer put(ByteBuffer key, UUID id) {
        return key.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static Bytes bytes(ByteBuffer key) {
        return Bytes.wrap(key.array());
    }
}
