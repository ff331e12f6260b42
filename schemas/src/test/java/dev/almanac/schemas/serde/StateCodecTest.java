package dev.almanac.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.almanac.schemas.Samples;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class StateCodecTest {
    private final StateCodec<Task> codec = StateCodec.of(Task.class);

    @Test
    void aRecordIsReadAsItWasWritten() {
        assertThat(codec.decode(codec.encode(Samples.task()))).isEqualTo(Samples.task());
    }

    @Test
    void theBytesAreThoseOfAvrosSingleObjectEncoding() throws IOException {
        ByteBuffer avros = new BinaryMessageEncoder<Task>(SpecificData.getForClass(Task.class), Task.getClassSchema())
                .encode(Samples.task());

        assertThat(codec.encode(Samples.task())).isEqualTo(avros.array());
    }

    @Test
    void encodingAgainLeavesEarlierBytesAlone() {
        byte[] first = codec.encode(Samples.task());
        byte[] copy = first.clone();

        codec.encode(Task.newBuilder(Samples.task()).setTitle("Something else").build());

        assertThat(first).isEqualTo(copy);
    }

    @Test
    void anotherRecordsBytesAreRefused() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> StateCodec.of(Comment.class).decode(codec.encode(Samples.task())));
        assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> codec.decode(new byte[] {1, 2, 3}));
    }

    @Test
    void aRecordWithoutAHistoryIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> StateCodec.of(EventMetadata.class));
    }
}
