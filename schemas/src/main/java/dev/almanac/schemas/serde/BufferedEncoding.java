package dev.almanac.schemas.serde;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Encodes records through a buffer, of which each thread keeps one. Not from within the writing of another record. */
final class BufferedEncoding {
    private static final ThreadLocal<@Nullable BinaryEncoder> ENCODERS = new ThreadLocal<>();

    private BufferedEncoding() {}

    static <T> void write(DatumWriter<T> writer, T value, OutputStream out) throws IOException {
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, ENCODERS.get());
        ENCODERS.set(encoder);
        writer.write(value, encoder);
        encoder.flush();
    }
}
