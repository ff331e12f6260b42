package dev.almanac.local.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * A broker with its controller. Formats its data directory where that is new, so that no second JVM has to start for
 * it, then runs until it is told to stop.
 */
public final class BrokerProcess {
    private BrokerProcess() {}

    /** @param arguments the broker's properties file, with one directory in {@code log.dirs} */
    public static void main(String[] arguments) throws IOException {
        String configuration = arguments[0];
        if (!isFormatted(Path.of(configuration))) {
            int failure = StorageTool.execute(
                    new String[] {
                        "format",
                        "--config",
                        configuration,
                        "--cluster-id",
                        Uuid.randomUuid().toString()
                    },
                    System.out);
            if (failure != 0) {
                System.exit(failure);
            }
        }
        Kafka.main(new String[] {configuration});
    }

    private static boolean isFormatted(Path configuration) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(configuration)) {
            properties.load(reader);
        }
        return Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"));
    }
}
