package dev.almanac.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.almanac.schemas.Samples;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
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
    void whatSharesAPartIsWrittenAsItIsAlone() {
        StateCodec<TaskCreated> events = StateCodec.of(TaskCreated.class);
        TaskCreated event = Samples.taskCreated();
        Task other = Task.newBuilder(event.getTask()).setTitle("Something else").build();

        List<byte[]> shared = SharedParts.within(() -> List.of(
                events.encode(event), codec.encode(event.getTask()), codec.encode(other), events.encode(event)));

        assertThat(shared)
                .usingElementComparator(Arrays::compare)
                .containsExactly(
                        events.encode(event), codec.encode(event.getTask()), codec.encode(other), events.encode(event));
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
