package dev.almanac.local.part;

import dev.almanac.local.backing.Broker;
import dev.almanac.local.backing.Database;
import dev.almanac.local.backing.Registry;
import dev.almanac.local.home.Secrets;
import dev.almanac.local.home.StackDirectory;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The services, configured for one machine.
 *
 * @param repository the root of the built repository
 * @param directory of the stack
 * @param secrets of the stack
 * @param broker that they all talk to
 * @param registry that they all ask
 * @param database the read model
 * @param issuer whose tokens count
 */
public record Services(
        Path repository,
        StackDirectory directory,
        Secrets secrets,
        Broker broker,
        Registry registry,
        Database database,
        URI issuer) {
    public static final String STREAMS_TOPOLOGY = "streams-topology";
    public static final String PROJECTION_WRITER = "projection-writer";
    public static final String COMMAND_API = "command-api";
    /** The client id of the web page at the issuer. */
    public static final String WEB_CLIENT = "almanac-web";

    private static final String LOOPBACK = "127.0.0.1";
    /** Names this machine's one instance to its consumer group, so that its successor takes its place at once. */
    private static final String INSTANCE = "local";

    /** @param young what is new, of all {@code megabytes} */
    private record Heap(int megabytes, int young) {
        /** What is not new, to begin with. */
        static final int FIRST_OLD = 64;
    }

    public JavaService streamsTopology(int port) {
        return service(
                STREAMS_TOPOLOGY,
                port,
                new Heap(320, 96),
                Map.of(
                        "ALMANAC_TOPOLOGY_ADVERTISED",
                        LOOPBACK + ":" + port,
                        "ALMANAC_TOPOLOGY_INSTANCE_ID",
                        INSTANCE,
                        "ALMANAC_TOPOLOGY_STATE_DIR",
                        directory.of(STREAMS_TOPOLOGY).resolve("state").toString()));
    }

    public JavaService projectionWriter(int port) {
        return service(
                PROJECTION_WRITER,
                port,
                // Batches live as long as their statements: with less room each would be copied some times.
                new Heap(352, 192),
                Map.of(
                        "SPRING_R2DBC_URL", database.r2dbcUrl(),
                        "SPRING_R2DBC_USERNAME", database.user(),
                        "SPRING_R2DBC_PASSWORD", database.password(),
                        "SPRING_FLYWAY_URL", database.jdbcUrl(),
                        "SPRING_FLYWAY_USER", database.user(),
                        "SPRING_FLYWAY_PASSWORD", database.password(),
                        "ALMANAC_PROJECTION_CONSUME_INSTANCE_ID", INSTANCE));
    }

    public JavaService commandApi(int port, JavaService topology) {
        return service(
                COMMAND_API,
                port,
                new Heap(320, 96),
                Map.of(
                        "SPRING_R2DBC_URL", database.r2dbcUrl(),
                        "SPRING_R2DBC_USERNAME", database.user(),
                        "SPRING_R2DBC_PASSWORD", database.password(),
                        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", issuer.toString(),
                        "ALMANAC_SECRETS_MASTER_KEY", secrets.masterKey(),
                        "ALMANAC_TOPOLOGY_URL", "http://" + LOOPBACK + ":" + topology.port(),
                        "ALMANAC_WEB_CLIENT_ID", WEB_CLIENT));
    }

    private JavaService service(String name, int port, Heap heap, Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(own);
        settings.put("SERVER_ADDRESS", LOOPBACK);
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        settings.put("ALMANAC_REGISTRY_URL", registry.url().toString());
        settings.put("ALMANAC_INTERNAL_TOKEN", secrets.internalToken());
        List<String> options = List.of(
                "-Xms" + (heap.young() + Heap.FIRST_OLD) + 'm',
                "-Xmx" + heap.megabytes() + 'm',
                // Most of what a request makes is gone with it: collected rarely, it costs next to nothing.
                "-Xmn" + heap.young() + 'm',
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
        Path jar = repository.resolve(name).resolve("target").resolve(name + ".jar");
        return new JavaService(name, jar, options, settings, port, directory.of(name), directory.log(name));
    }
}
