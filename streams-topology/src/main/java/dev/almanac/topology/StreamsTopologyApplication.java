package dev.almanac.topology;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

@SpringBootApplication
@ConfigurationPropertiesScan
public class StreamsTopologyApplication {
    /** EX_SOFTWARE of sysexits.h. */
    private static final int BROKEN = 70;

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(StreamsTopologyApplication.class);
        application.addListeners(new ExitWhenBroken());
        application.run(arguments);
    }

    /** Ends a process that can't recover by itself, for whoever watches over it to start anew. */
    private static final class ExitWhenBroken implements ApplicationListener<AvailabilityChangeEvent<LivenessState>> {
        private static final Logger log = LoggerFactory.getLogger(ExitWhenBroken.class);

        @Override
        public void onApplicationEvent(AvailabilityChangeEvent<LivenessState> event) {
            if (event.getState() == LivenessState.BROKEN && event.getSource() instanceof ApplicationContext context) {
                log.error("The process ends, since Streams has");
                // On a thread of its own: the event came from one that the end waits for.
                Thread.ofPlatform()
                        .name("exit")
                        .start(() -> System.exit(SpringApplication.exit(context, () -> BROKEN)));
            }
        }
    }
}
