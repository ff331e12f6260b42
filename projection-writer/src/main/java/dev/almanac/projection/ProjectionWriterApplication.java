package dev.almanac.projection;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts the projection writer: without a command the service, which follows {@code task-events}; with {@code rebuild} the
 * rebuilding of the read model, after which the process ends.
 */
public final class ProjectionWriterApplication {
    private static final String REBUILD = "rebuild";

    private ProjectionWriterApplication() {}

    public static void main(String[] arguments) {
        List<String> commands =
                Arrays.stream(arguments).filter(a -> !a.startsWith("--")).toList();
        if (commands.isEmpty()) {
            following().run(arguments);
        } else if (commands.equals(List.of(REBUILD))) {
            System.exit(SpringApplication.exit(rebuilding().run(arguments)));
        } else {
            throw new IllegalArgumentException("The one command is " + REBUILD + ", not " + String.join(" ", commands));
        }
    }

    static SpringApplicationBuilder following() {
        return new SpringApplicationBuilder(ProjectionConfiguration.class, FollowConfiguration.class);
    }

    static SpringApplicationBuilder rebuilding() {
        return new SpringApplicationBuilder(ProjectionConfiguration.class, RebuildConfiguration.class)
                .web(WebApplicationType.NONE)
                // The readiness that is configured is the service's.
                .properties("management.endpoint.health.validate-group-membership=false");
    }
}
