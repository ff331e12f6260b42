package dev.almanac.api.stream;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many streams are open, in all and for each user. */
final class Seats {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final int most;
    private final int mostPerUser;
    private final Map<UUID, Integer> taken = new HashMap<>();
    private int all;

    Seats(int most, int mostPerUser) {
        this.most = most;
        this.mostPerUser = mostPerUser;
    }

    /** @throws dev.almanac.api.problem.ProblemException where there are too many */
    synchronized void take(UUID userId) {
        if (all >= most) {
            throw Problem.temporary(ProblemType.UNAVAILABLE, "No more streams can be opened here", RETRY_AFTER)
                    .exception();
        }
        if (taken.getOrDefault(userId, 0) >= mostPerUser) {
            throw Problem.temporary(
                            ProblemType.RATE_LIMITED, "You have %d streams open".formatted(mostPerUser), RETRY_AFTER)
                    .exception();
        }
        taken.merge(userId, 1, Integer::sum);
        all++;
    }

    synchronized void free(UUID userId) {
        taken.computeIfPresent(userId, (_, count) -> count > 1 ? count - 1 : null);
        all--;
    }
}
