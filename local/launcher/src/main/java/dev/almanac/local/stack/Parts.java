package dev.almanac.local.stack;

import static dev.almanac.local.home.PortPlan.Use.BROKER;
import static dev.almanac.local.home.PortPlan.Use.BROKER_CONTROLLER;
import static dev.almanac.local.home.PortPlan.Use.POSTGRES;
import static dev.almanac.local.home.PortPlan.Use.PROJECTION_WRITER;
import static dev.almanac.local.home.PortPlan.Use.REGISTRY;
import static dev.almanac.local.home.PortPlan.Use.REGISTRY_MANAGEMENT;
import static dev.almanac.local.home.PortPlan.Use.STREAMS_TOPOLOGY;

import dev.almanac.local.backing.Broker;
import dev.almanac.local.backing.Postgres;
import dev.almanac.local.backing.Registry;
import dev.almanac.local.home.PortPlan;
import dev.almanac.local.home.Secrets;
import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.part.JavaService;
import dev.almanac.local.part.Services;
import dev.almanac.local.process.Part;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Which parts a stack has.
 *
 * @param broker every record goes through it
 * @param registry tells what the records mean
 * @param postgres holds the read model
 * @param streamsTopology decides
 * @param projectionWriter writes the read model
 * @param commandApi is what users see
 */
record Parts(
        Broker broker,
        Registry registry,
        Postgres postgres,
        JavaService streamsTopology,
        JavaService projectionWriter,
        JavaService commandApi) {

    /** @param port of the web page and the API */
    static Parts of(StackDirectory directory, PortPlan ports, Secrets secrets, Path repository, int port, URI issuer) {
        Broker broker = new Broker(
                directory.of("broker"), directory.log("broker"), ports.of(BROKER), ports.of(BROKER_CONTROLLER));
        Registry registry = new Registry(
                directory.of("registry"),
                directory.log("registry"),
                ports.of(REGISTRY),
                ports.of(REGISTRY_MANAGEMENT),
                broker.bootstrapServers());
        Postgres postgres = new Postgres(
                directory.of("postgres"), directory.log("postgres"), ports.of(POSTGRES), secrets.databasePassword());
        Services services = new Services(repository, directory, secrets, broker, registry, postgres.database(), issuer);
        JavaService topology = services.streamsTopology(ports.of(STREAMS_TOPOLOGY));
        return new Parts(
                broker,
                registry,
                postgres,
                topology,
                services.projectionWriter(ports.of(PROJECTION_WRITER)),
                services.commandApi(port, topology));
    }

    /** In the order in which things flow to them. */
    List<Part> all() {
        return List.of(broker, registry, postgres, streamsTopology, projectionWriter, commandApi);
    }
}
