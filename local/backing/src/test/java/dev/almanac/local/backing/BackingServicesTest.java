package dev.almanac.local.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class BackingServicesTest {
    private static final BackingServices SERVICES = BackingServices.shared();

    @Test
    void theBrokerCommitsTransactions() throws Exception {
        Map<String, Object> address = Map.of("bootstrap.servers", SERVICES.bootstrapServers());
        try (Admin admin = Admin.create(address)) {
            admin.createTopics(List.of(new NewTopic("numbers", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SERVICES.bootstrapServers(), "transactional.id", "test"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("numbers", "aborted"));
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("numbers", "committed"));
            producer.commitTransaction();
        }
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        SERVICES.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("numbers", 0)));
            assertThat(consumer.poll(Duration.ofSeconds(10)))
                    .singleElement()
                    .satisfies(read -> assertThat(read.value()).isEqualTo("committed"));
        }
    }

    @Test
    void theRegistryAnswersByBothOfItsApis() throws Exception {
        assertThat(get("/apis/registry/v3/system/info")).contains("\"version\":\"3.3.3\"");
        assertThat(get("/apis/ccompat/v7/subjects")).startsWith("[");
    }

    @Test
    void aFreshDatabaseIsEmptyAndItsOwn() throws Exception {
        Database first = SERVICES.freshDatabase();
        Database second = SERVICES.freshDatabase();
        execute(first, "CREATE TABLE thing (id int)");
        execute(second, "CREATE TABLE thing (id int)");
        assertThat(first.name()).isNotEqualTo(second.name());
        assertThat(query(SERVICES.postgres(), "SELECT to_regclass('thing') IS NULL"))
                .isEqualTo("t");
    }

    @Test
    void everyDatabaseSortsTextTheSameWayOnAllMachines() throws Exception {
        assertThat(query(SERVICES.postgres(), "SELECT datlocale FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("C.UTF-8");
    }

    private static String get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = SERVICES.registryUrl().resolve(path);
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static void execute(Database database, String sql) throws Exception {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Database database, String sql) throws Exception {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(Database database) throws Exception {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
