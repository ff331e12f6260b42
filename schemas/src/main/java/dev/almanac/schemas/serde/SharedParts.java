package dev.almanac.schemas.serde;

import dev.almanac.schemas.model.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that a decision puts into several records: event, update, audit entry, answer and state all hold the task as it is
 * then. Avro writes a record within another just as it writes it alone, so each is encoded once, and copied from then on.
 */
public final class SharedParts {
    private static final ScopedValue<SharedParts> CURRENT = ScopedValue.newInstance();
    private static final int MOST_TASKS_BYTES = 512;

    private final Map<Task, byte[]> encoded = new IdentityHashMap<>();
    private @Nullable BinaryEncoder encoder;

    private SharedParts() {}

    /** Does work that writes several records, none of which it changes meanwhile. */
    public static <T> T within(Supplier<T> work) {
        return ScopedValue.where(CURRENT, new SharedParts()).call(work::get);
    }

    /** As a record is written field by field. */
    @FunctionalInterface
    interface Fields {
        void writeTo(Encoder out) throws IOException;
    }

    /** Writes a part of a record, from an earlier writing where there was one. */
    static void write(Object part, Fields fields, Encoder out) throws IOException {
        if (part instanceof Task task && CURRENT.isBound()) {
            out.writeFixed(CURRENT.get().encoded(task, fields));
        } else {
            fields.writeTo(out);
        }
    }

    private byte[] encoded(Task task, Fields fields) throws IOException {
        byte[] before = encoded.get(task);
        if (before != null) {
            return before;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(MOST_TASKS_BYTES);
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, encoder);
        encoder = out;
        fields.writeTo(out);
        out.flush();
        byte[] now = bytes.toByteArray();
        encoded.put(task, now);
        return now;
    }
}
