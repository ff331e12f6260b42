package dev.almanac.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.api.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final List<Optional<String>> PLACE = List.of(Optional.of("a \"quoted\" títle\n"), Optional.empty());

    @Test
    void givesBackWhatWasWritten() {
        assertThat(Cursor.read("tasks", Cursor.write("tasks", PLACE))).isEqualTo(PLACE);
    }

    @Test
    void isGoodForItsOwnListOnly() {
        var cursor = Cursor.write("tasks", PLACE);
        assertThatThrownBy(() -> Cursor.read("lists", cursor)).isInstanceOf(ProblemException.class);
    }

    @Property
    void isRefusedWhereAnyCharacterWasChanged(@ForAll int place, @ForAll @NotEmpty String other) {
        var cursor = Cursor.write("tasks", PLACE);
        var at = Math.floorMod(place, cursor.length());
        var tampered = cursor.substring(0, at) + other + cursor.substring(at + 1);
        if (!tampered.equals(cursor)) {
            assertThatThrownBy(() -> Cursor.read("tasks", tampered)).isInstanceOf(ProblemException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAA", "W10"})
    void isRefusedWhereItWasNeverWritten(String cursor) {
        assertThatThrownBy(() -> Cursor.read("tasks", cursor)).isInstanceOf(ProblemException.class);
    }
}
