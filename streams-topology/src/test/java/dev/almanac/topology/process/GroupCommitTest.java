package dev.almanac.topology.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.topology.config.CommitProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final GroupCommit commits = new GroupCommit(new CommitProperties(
            Duration.ofMillis(10),
            Duration.ofMillis(40),
            Duration.ofMillis(100),
            Duration.ofMillis(2),
            Duration.ofMillis(2),
            Duration.ZERO));
    private final List<Long> asked = new ArrayList<>();
    private long now;

    @Test
    void whatComesAloneIsCommittedAtOnce() {
        done(1000);
        done(1500);

        assertThat(asked).containsExactly(1000L, 1500L);
    }

    @Test
    void whatComesWithinTheWindowSharesTheNextAndDoesNotWaitForMoreToCome() {
        done(1000);
        done(1003);
        done(1006);
        tick(1009);
        assertThat(asked).containsExactly(1000L);

        tick(1010);
        assertThat(asked).containsExactly(1000L, 1010L);
    }

    @Test
    void nothingIsAskedForWhereNothingWaits() {
        done(1000);
        tick(1010);
        tick(5000);

        assertThat(asked).containsExactly(1000L);
    }

    @Test
    void theWindowWidensWhileMuchIsDoneAndIsShortAgainAfterwards() {
        for (long at = 1000; at < 1200; at++) {
            done(at);
        }
        assertThat(asked).startsWith(1000L, 1010L, 1030L, 1070L, 1110L, 1150L);

        done(2000);
        done(2005);
        tick(2010);
        assertThat(asked).endsWith(2000L, 2010L);
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        done(5000);
        done(1000);

        assertThat(asked).containsExactly(5000L, 1000L);
    }

    private void done(long at) {
        now = at;
        commits.done(1, now, () -> asked.add(now));
    }

    private void tick(long at) {
        now = at;
        commits.tick(now);
    }
}
