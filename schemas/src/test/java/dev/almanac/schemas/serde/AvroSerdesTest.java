package dev.almanac.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.almanac.schemas.Samples;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.topic.Topics;
import java.net.URI;
import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {
    private static final String TOPIC = Topics.TASK_EVENTS.name();
    private final InMemoryRegistry registry = new InMemoryRegistry();

    @Test
    void aRecordIsReadAsItWasWritten() {
        Serde<SpecificRecord> serde = registry.newSerdes().serde();

        byte[] bytes = serde.serializer().serialize(TOPIC, Samples.taskCreated());

        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.taskCreated());
    }

    @Test
    void theWireFormatIsConfluents() {
        byte[] bytes = registry.newSerdes().<TaskCreated>serde().serializer().serialize(TOPIC, Samples.taskCreated());

        ByteBuffer wire = ByteBuffer.wrap(bytes);
        assertThat(wire.get()).isZero();
        assertThat(registry.getSchemaByContentId((long) wire.getInt()))
                .contains("TaskCreated")
                .doesNotContain("avro.java.string");
    }

    @Test
    void theRegistryIsAskedOnceForASchema() {
        Serde<SpecificRecord> writing = registry.newSerdes().serde();
        byte[] bytes = writing.serializer().serialize(TOPIC, Samples.taskCreated());
        Serde<SpecificRecord> reading = registry.newSerdes().serde();
        reading.deserializer().deserialize(TOPIC, bytes);
        int before = registry.requests();

        for (int i = 0; i < 100; i++) {
            writing.serializer().serialize(TOPIC, Samples.taskCreated());
            reading.deserializer().deserialize(TOPIC, bytes);
        }

        assertThat(registry.requests()).isEqualTo(before);
    }

    @Test
    void nothingIsNothing() {
        Serde<SpecificRecord> serde = registry.newSerdes().serde();

        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void bytesOfAnotherFormatAreAtFault() {
        assertIsAtFault(new byte[] {1, 0, 0, 0, 1, 0});
        assertIsAtFault(new byte[] {0, 0, 0});
        assertIsAtFault(new byte[0]);
    }

    @Test
    void anUnknownSchemaIsTheBytesFault() {
        assertIsAtFault(new byte[] {0, 0, 0, 0, 99, 0});
    }

    @Test
    void aTruncatedRecordIsAtFault() {
        byte[] bytes = registry.newSerdes().serde().serializer().serialize(TOPIC, Samples.taskCreated());

        assertIsAtFault(ByteBuffer.allocate(20).put(bytes, 0, 20).array());
    }

    @Test
    void anUnreachableRegistryIsNotTheBytesFault() {
        AvroSerdes serdes = new AvroSerdes(new RegistrySettings(URI.create("http://localhost:1"), false));

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> serdes.serde().deserializer().deserialize(TOPIC, new byte[] {0, 0, 0, 0, 1, 0}));
    }

    @Test
    void anUnreachableRegistryIsNotTheRecordsFault() {
        AvroSerdes serdes = new AvroSerdes(new RegistrySettings(URI.create("http://localhost:1"), false));

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> serdes.serde().serializer().serialize(TOPIC, Samples.taskCreated()));
    }

    @Test
    void aRecordWithoutARequiredFieldIsAtFault() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> registry.newSerdes().serde().serializer().serialize(TOPIC, new TaskCreated()));
    }

    private void assertIsAtFault(byte[] bytes) {
        Serde<SpecificRecord> serde = registry.newSerdes().serde();
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes));
    }
}
