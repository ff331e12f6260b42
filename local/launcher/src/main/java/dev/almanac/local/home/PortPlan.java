package dev.almanac.local.home;

import dev.almanac.local.process.Ports;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Which port of 127.0.0.1 each part listens on. They are chosen with the first start, and kept as long as nobody else
 * has taken them.
 */
public final class PortPlan {
    /** What a port is for. */
    public enum Use {
        BROKER,
        BROKER_CONTROLLER,
        REGISTRY,
        REGISTRY_MANAGEMENT,
        POSTGRES,
        STREAMS_TOPOLOGY,
        PROJECTION_WRITER,
        /** Part of the issuer's address, from which the users' ids derive: it never changes. */
        ISSUER
    }

    private final Map<Use, Integer> ports;

    private PortPlan(Map<Use, Integer> ports) {
        this.ports = ports;
    }

    /**
     * The plan of a stack that is about to start.
     *
     * @throws LocalException where the issuer's port is in use
     */
    public static PortPlan prepare(StackDirectory directory) {
        Map<Use, Integer> ports = read(directory);
        for (Use use : Use.values()) {
            Integer port = ports.get(use);
            if (port == null) {
                ports.put(use, unused(ports));
            } else if (!Ports.isFree(port)) {
                if (use == Use.ISSUER) {
                    throw new LocalException("Port " + port
                            + ", which this data's users sign in at, is in use by another program; stop that first");
                }
                ports.put(use, unused(ports));
            }
        }
        write(directory, ports);
        return new PortPlan(ports);
    }

    /** The plan of a stack that has been started before. */
    public static PortPlan existing(StackDirectory directory) {
        return new PortPlan(read(directory));
    }

    public int of(Use use) {
        Integer port = ports.get(use);
        if (port == null) {
            throw new LocalException("This data has no port for " + use + "; start it once with ./almanac up");
        }
        return port;
    }

    private static int unused(Map<Use, Integer> taken) {
        int port;
        do {
            port = Ports.any();
        } while (taken.containsValue(port));
        return port;
    }

    private static Map<Use, Integer> read(StackDirectory directory) {
        Map<Use, Integer> ports = new EnumMap<>(Use.class);
        if (!Files.exists(directory.settings())) {
            return ports;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.settings())) {
            properties.load(reader);
            for (Use use : Use.values()) {
                String port = properties.getProperty(key(use));
                if (port != null) {
                    ports.put(use, Integer.valueOf(port));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            throw new LocalException(directory.settings() + " is damaged: " + e.getMessage(), e);
        }
        return ports;
    }

    private static void write(StackDirectory directory, Map<Use, Integer> ports) {
        Properties properties = new Properties();
        ports.forEach((use, port) -> properties.setProperty(key(use), Integer.toString(port)));
        try {
            StringWriter text = new StringWriter();
            properties.store(text, null);
            PrivateFile.write(directory.settings(), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Use use) {
        return "port." + use.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
