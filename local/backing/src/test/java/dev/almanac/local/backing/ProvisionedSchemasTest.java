package dev.almanac.local.backing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.almanac.schemas.Samples;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.provision.Provision;
import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.serde.RegistrySettings;
import dev.almanac.schemas.serde.RegistryUnavailableException;
import dev.almanac.schemas.serde.SchemaRefusedException;
import dev.almanac.schemas.serde.SchemaRegistrar;
import dev.almanac.schemas.topic.KeyKind;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Retention;
import dev.almanac.schemas.topic.Topic;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.schemas.topic.WorkspacePartitioner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the schemas module promises, on the real broker and the real registry. */
class ProvisionedSchemasTest {
    private static final int PARTITIONS = 3;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final BackingServices backing = BackingServices.shared();

    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void provision() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", backing.bootstrapServers()))) {
            Provision.provisionTopics(admin, PARTITIONS, 1);
            Provision.provisionTopics(admin, PARTITIONS, 1);
        }
        Provision.registerSchemas(registry());
        Provision.registerSchemas(registry());
    }

    static List<Topic> topics() {
        return Topics.all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aTopicIsMadeAsTheCatalogueSays(Topic topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", backing.bootstrapServers()))) {
            TopicDescription description = requireNonNull(admin.describeTopics(List.of(topic.name()))
                    .allTopicNames()
                    .get()
                    .get(topic.name()));
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            Config config = requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));

            assertThat(description.partitions()).hasSize(PARTITIONS);
            assertThat(topic.config())
                    .allSatisfy(
                            (key, value) -> assertThat(config.get(key).value()).isEqualTo(value));
        }
    }

    @Test
    void aPlainConfluentReaderReadsWhatOurSerdeWrites() throws Exception {
        RecordMetadata written = write(Topics.TASK_EVENTS, Samples.taskCreated());
        ConsumerRecord<String, byte[]> record = read(written);

        ByteBuffer wire = ByteBuffer.wrap(record.value());
        assertThat(wire.get()).isZero();
        Schema schema = confluentSchema(wire.getInt());
        GenericRecord event = new GenericDatumReader<GenericRecord>(schema)
                .read(
                        null,
                        DecoderFactory.get().binaryDecoder(record.value(), wire.position(), wire.remaining(), null));

        assertThat(schema.getFullName()).isEqualTo("dev.almanac.schemas.event.TaskCreated");
        assertThat(((GenericRecord) event.get("task")).get("title")).hasToString("Pay the rent");
        assertThat(record.partition())
                .isEqualTo(WorkspacePartitioner.partition(RecordKeys.workspace(Samples.WORKSPACE), PARTITIONS));
    }

    @Test
    void ourSerdeReadsItBack() throws Exception {
        RecordMetadata written = write(Topics.TASK_EVENTS, Samples.taskCreated());

        SpecificRecord event = new AvroSerdes(registry())
                .serde()
                .deserializer()
                .deserialize(written.topic(), read(written).value());

        assertThat(event).isEqualTo(Samples.taskCreated());
    }

    @Test
    void confluentsToolsListEverySubjectAndItsRule() throws Exception {
        List<String> subjects = topics().stream()
                .flatMap(topic -> topic.values().stream().map(type -> topic.name() + '-' + type.getSimpleName()))
                .toList();

        assertThat(confluent("/subjects").valueStream().map(JsonNode::asString)).containsAll(subjects);
        assertThat(confluent("/config/" + subjects.getFirst())
                        .path("compatibilityLevel")
                        .asString())
                .isEqualTo("FULL_TRANSITIVE");
        assertThat(confluent("/subjects/" + subjects.getFirst() + "/versions")).hasSize(1);
    }

    @Test
    void theRegistryRefusesAChangeThatBreaksReaders() throws Exception {
        String breaking = """
                {"type":"record","name":"Update","namespace":"dev.almanac.schemas.update",\
                "fields":[{"name":"workspaceId","type":"int"}]}""";
        assertThat(register("task-updates-Update", breaking)).isEqualTo(409);
    }

    @Test
    void registeringABreakingChangeSaysWhatItBreaks() throws Exception {
        Topic topic = new Topic(
                "members", KeyKind.ENTITY, Set.of(Member.class), new Retention.LatestPerKey(), 1024 * 1024, false);
        String earlier = """
                {"type":"record","name":"Member","namespace":"dev.almanac.schemas.model",\
                "fields":[{"name":"nickname","type":"string"}]}""";
        assertThat(register("members-Member", earlier)).isEqualTo(200);
        assertThat(send("PUT", "/config/members-Member", Map.of("compatibility", "FULL_TRANSITIVE")))
                .isEqualTo(200);

        assertThatExceptionOfType(SchemaRefusedException.class)
                .isThrownBy(() -> new SchemaRegistrar(registry()).register(topic))
                .withMessageContaining("members-Member")
                .withMessageContaining("nickname");
    }

    @Test
    void aSchemaThatNobodyRegisteredIsNotRegisteredByWriting() throws Exception {
        var serializer = new AvroSerdes(registry()).serde().serializer();

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> serializer.serialize("some-other-topic", Samples.task()))
                .withStackTraceContaining("Could not resolve artifact reference by content");
        assertThat(confluent("/subjects").toString()).doesNotContain("some-other-topic");
    }

    private static RegistrySettings registry() {
        return new RegistrySettings(backing.registryUrl(), false);
    }

    private static RecordMetadata write(Topic topic, SpecificRecord value)
            throws ExecutionException, InterruptedException {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                backing.bootstrapServers(),
                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                WorkspacePartitioner.class);
        try (var producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                new AvroSerdes(registry()).serde().serializer())) {
            return producer.send(new ProducerRecord<>(topic.name(), RecordKeys.workspace(Samples.WORKSPACE), value))
                    .get();
        }
    }

    private static ConsumerRecord<String, byte[]> read(RecordMetadata place) {
        Map<String, Object> config = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, backing.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(place.topic(), place.partition());
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.offset());
            return consumer.poll(Duration.ofSeconds(20)).iterator().next();
        }
    }

    private Schema confluentSchema(int id) throws IOException, InterruptedException {
        return new Schema.Parser()
                .parse(confluent("/schemas/ids/" + id).path("schema").asString());
    }

    private int register(String subject, String schema) throws IOException, InterruptedException {
        return send("POST", "/subjects/" + subject + "/versions", Map.of("schema", schema));
    }

    private int send(String method, String path, Map<String, String> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(confluentApi(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private JsonNode confluent(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(confluentApi(path)).build(), BodyHandlers.ofString(UTF_8));
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static URI confluentApi(String path) {
        return backing.registryUrl().resolve("/apis/ccompat/v7" + path);
    }
}
