package dev.almanac.local.backing;

import dev.almanac.local.process.Launch;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.Ports;
import dev.almanac.local.process.Programs;
import dev.almanac.local.process.StopSignal;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One Kafka broker that is its own controller.
 *
 * @param data its directory
 * @param log where its output goes
 * @param port for clients
 * @param controllerPort for itself
 */
public record Broker(Path data, Path log, int port, int controllerPort) implements Part {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "broker";
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public Launch prepare() throws IOException {
        Path directory = Files.createDirectories(data);
        Path configuration = directory.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(configuration)) {
            configuration().store(writer, null);
        }
        List<String> command = List.of(
                Programs.java().toString(),
                "-Xms192m",
                "-Xmx384m",
                "-Xmn128m",
                "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=128m",
                "-jar",
                Installation.broker().toString(),
                configuration.toString());
        return new Launch(name(), command, Map.of(), directory, log, StopSignal.TERM);
    }

    private Properties configuration() {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("log.dirs", data.resolve("log").toAbsolutePath().toString()),
                Map.entry("auto.create.topics.enable", "false"),
                // One broker: every internal topic has one copy, and few partitions are quick to make and to load.
                Map.entry("default.replication.factor", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                // A group of one member has nobody to wait for.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024)),
                // The controller takes a killed broker back only when its old session is over.
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "500")));
        return properties;
    }

    @Override
    public boolean ready() {
        // An admin client is worth its price only where somebody is there to answer.
        if (!Ports.accepts(port)) {
            return false;
        }
        int limit = (int) PROBE_LIMIT.toMillis();
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                limit,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                limit))) {
            return !admin.describeCluster()
                    .nodes()
                    .get(limit, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean alive() {
        return Ports.accepts(port);
    }
}
