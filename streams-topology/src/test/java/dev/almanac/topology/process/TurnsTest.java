package dev.almanac.topology.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(Duration.ofNanos(10));

    @Test
    void timersGoOnWhereNoCommandComes() {
        turns.ended(0, 10, true);

        assertThat(turns.isCommandsTurn(10)).isFalse();
    }

    @Test
    void commandsHaveAsLongAsTimersHad() {
        turns.ended(0, 12, true);
        turns.commandCame();

        assertThat(turns.isCommandsTurn(13)).isTrue();
        assertThat(turns.isCommandsTurn(23)).isTrue();
        assertThat(turns.isCommandsTurn(24)).isFalse();
    }

    @Test
    void whatCameBeforeTheTimersTurnDoesNotCount() {
        turns.commandCame();
        turns.ended(0, 12, true);

        assertThat(turns.isCommandsTurn(13)).isFalse();
    }

    @Test
    void timersThatWereFewDoNotWait() {
        turns.ended(0, 12, false);
        turns.commandCame();

        assertThat(turns.isCommandsTurn(12)).isFalse();
    }

    @Test
    void aTurnEndsWithItsBudget() {
        assertThat(turns.isOver(5, 14)).isFalse();
        assertThat(turns.isOver(5, 15)).isTrue();
    }
}
