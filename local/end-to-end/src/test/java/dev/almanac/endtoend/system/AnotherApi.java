package dev.almanac.endtoend.system;

import dev.almanac.local.backing.Broker;
import dev.almanac.local.backing.Postgres;
import dev.almanac.local.backing.Registry;
import dev.almanac.local.home.PortPlan;
import dev.almanac.local.home.PortPlan.Use;
import dev.almanac.local.home.Secrets;
import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.issuer.IssuerAddress;
import dev.almanac.local.part.JavaService;
import dev.almanac.local.part.Services;
import dev.almanac.local.process.Child;
import dev.almanac.local.process.Ports;
import dev.almanac.local.process.StartFailedException;
import dev.almanac.local.process.Tether;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/** A second instance of the API beside the system's own, as there are several behind a load balancer. */
public final class AnotherApi implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_GRACE = Duration.ofSeconds(15);
    private static final String NAME = "another-command-api";

    private final Tether tether;
    private final Child process;
    private final int port;

    private AnotherApi(Tether tether, Child process, int port) {
        this.tether = tether;
        this.process = process;
        this.port = port;
    }

    /** Returns when it is ready. */
    static AnotherApi of(StackDirectory directory) {
        JavaService service = service(directory);
        try {
            Tether tether = new Tether();
            Child process = tether.start(service.prepare());
            process.awaitReady(service, START_LIMIT);
            return new AnotherApi(tether, process, service.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StartFailedException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JavaService service(StackDirectory directory) {
        PortPlan ports = PortPlan.existing(directory);
        Secrets secrets = Secrets.of(directory);
        Broker broker = new Broker(
                directory.of("broker"), directory.log("broker"), ports.of(Use.BROKER), ports.of(Use.BROKER_CONTROLLER));
        Registry registry = new Registry(
                directory.of("registry"),
                directory.log("registry"),
                ports.of(Use.REGISTRY),
                ports.of(Use.REGISTRY_MANAGEMENT),
                broker.bootstrapServers());
        Postgres postgres = new Postgres(
                directory.of("postgres"),
                directory.log("postgres"),
                ports.of(Use.POSTGRES),
                secrets.databasePassword());
        Services services = new Services(
                Almanac.repository(),
                directory,
                secrets,
                broker,
                registry,
                postgres.database(),
                IssuerAddress.at(ports.of(Use.ISSUER)).url());
        JavaService own = services.commandApi(Ports.any(), services.streamsTopology(ports.of(Use.STREAMS_TOPOLOGY)));
        return new JavaService(
                own.name(),
                own.jar(),
                own.options(),
                own.settings(),
                own.port(),
                directory.of(NAME),
                directory.log(NAME));
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** Ends it as an update does, if it still runs: its streams are closed, and it is gone. */
    @Override
    public void close() {
        try {
            process.stop(STOP_GRACE);
            tether.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
