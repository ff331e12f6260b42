package dev.almanac.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.api.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskOrderTest {
    @Test
    void severalKeysEachInItsDirectionEndWithTheId() {
        assertThat(order("-priority,due"))
                .containsExactly(
                        "\"task\".\"priority\" desc",
                        "coalesce(\"task\".\"due_at\", 'infinity'::timestamptz) asc",
                        "\"task\".\"id\" asc");
    }

    @Test
    void whatHasNoValueComesLastInEitherDirection() {
        assertThat(order("-completed").getFirst()).contains("'-infinity'", "desc");
        assertThat(order("completed").getFirst()).contains("'infinity'", "asc");
    }

    @Test
    void theIdFollowsTheDirectionOfTheLastKey() {
        assertThat(order("-created").getLast()).isEqualTo("\"task\".\"id\" desc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "due,", ",due", "--due", "Due", "due,due", "due,-due", "id", "notes", "due desc", "relevance"
            })
    void anyOtherOrderIsRefused(String sort) {
        assertThatThrownBy(() -> TaskOrder.parse(sort, Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("sort");
    }

    private static List<String> order(String sort) {
        var sql = DSL.using(SQLDialect.POSTGRES);
        return TaskOrder.parse(sort, Optional.empty()).stream()
                .map(key -> sql.renderInlined(key.order()))
                .toList();
    }
}
