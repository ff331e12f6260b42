package dev.almanac.topology.decide.filter;

import static dev.almanac.topology.testkit.Acts.createFilter;
import static dev.almanac.topology.testkit.Acts.deleteFilter;
import static dev.almanac.topology.testkit.Acts.editFilter;
import static dev.almanac.topology.testkit.Acts.setMember;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.event;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FilterTest {
    @Nested
    class Saving {
        @Test
        void keepsItForWhoSavesIt() {
            Scenario saved = given(setMember("vic", Role.VIEWER))
                    .when(createFilter("soon", "due <= tomorrow").by("vic"))
                    .then(emits(event("FilterCreated", "soon")));

            assertThat(saved.filter("soon").getOwner()).isEqualTo(Labels.id("vic"));
            assertThat(saved.filter("soon").getFilter()).isEqualTo("due <= tomorrow");
            assertThat(saved.filter("soon").getVersion()).isEqualTo(1);
        }

        @Test
        void refusesAnIdThatIsTakenByWhomever() {
            given(setMember("bob", Role.EDITOR), createFilter("soon", "due <= tomorrow"))
                    .when(createFilter("soon", "overdue = true").by("bob"))
                    .then(isRefused(RejectionCode.ID_TAKEN, "/id"));
        }

        @Test
        void refusesWhatIsOutOfBounds() {
            given().when(createFilter("a", fields -> fields.setName(" ")))
                    .then(isRefused(RejectionCode.INVALID, "/name"))
                    .when(createFilter("a", " "))
                    .then(isRefused(RejectionCode.INVALID, "/filter"))
                    .when(createFilter("a", "x".repeat(1_001)))
                    .then(isRefused(RejectionCode.INVALID, "/filter"))
                    .when(createFilter("a", fields -> fields.setSort("")))
                    .then(isRefused(RejectionCode.INVALID, "/sort"))
                    .when(createFilter("a", fields -> fields.setColor("red")))
                    .then(isRefused(RejectionCode.INVALID, "/color"))
                    .when(createFilter("a", "x".repeat(1_000)))
                    .then(emits(event("FilterCreated", "a")));
        }

        @Test
        void stopsAtAHundredForEachMember() {
            Act[] hundred = IntStream.range(0, 100)
                    .mapToObj(i -> createFilter("f" + i, "overdue = true"))
                    .toArray(Act[]::new);
            given(setMember("bob", Role.EDITOR))
                    .when(Act.atomically(hundred))
                    .when(createFilter("more", "overdue = true"))
                    .then(isRefused(RejectionCode.LIMIT_EXCEEDED))
                    .when(createFilter("more", "overdue = true").by("bob"))
                    .then(emits(event("FilterCreated", "more")))
                    .when(deleteFilter("f7"))
                    .when(createFilter("again", "overdue = true"))
                    .then(emits(event("FilterCreated", "again")));
        }
    }

    @Nested
    class Changing {
        private final Scenario saved =
                given(setMember("bob", Role.OWNER), createFilter("soon", fields -> fields.setSort("due")));

        @Test
        void changesWhatIsTold() {
            saved.when(editFilter("soon", fields -> fields.setName("Late").setColor("#0000ff")))
                    .then(emits("FilterEdited soon [name, color]"));
            assertThat(saved.filter("soon").getName()).isEqualTo("Late");
            assertThat(saved.filter("soon").getFilter()).isEqualTo("overdue = true");
            assertThat(saved.filter("soon").getSort()).contains("due");
            assertThat(saved.filter("soon").getVersion()).isEqualTo(2);
        }

        @Test
        void clearsWhatCanBeWithout() {
            saved.when(editFilter("soon", fields -> fields.setClear(List.of("sort"))));
            assertThat(saved.filter("soon").getSort()).isEqualTo(Optional.empty());
            saved.when(editFilter("soon", fields -> fields.setClear(List.of("name"))))
                    .then(isRefused(RejectionCode.INVALID, "/name"))
                    .when(editFilter("soon", fields -> fields.setSort("due").setClear(List.of("sort"))))
                    .then(isRefused(RejectionCode.INVALID, "/sort"));
        }

        @Test
        void whatIsSoAlreadyIsNoChange() {
            saved.when(editFilter("soon", fields -> fields.setSort("due"))).then(isUnchanged());
        }

        @Test
        void isForTheOwnVersionOnly() {
            saved.when(editFilter("soon", fields -> fields.setName("Late")).expecting(7))
                    .then(isRefused(RejectionCode.VERSION_MISMATCH));
        }

        @Test
        void isForNobodyElse() {
            saved.when(editFilter("soon", fields -> fields.setName("Mine")).by("bob"))
                    .then(isRefused(RejectionCode.NOT_FOUND))
                    .when(deleteFilter("soon").by("bob"))
                    .then(isRefused(RejectionCode.NOT_FOUND));
        }
    }

    @Nested
    class Forgetting {
        @Test
        void leavesNothing() {
            given(createFilter("soon", "overdue = true"))
                    .when(deleteFilter("soon"))
                    .then(emits(event("FilterDeleted", "soon")))
                    .when(deleteFilter("soon"))
                    .then(isRefused(RejectionCode.NOT_FOUND))
                    .when(createFilter("soon", "overdue = true"))
                    .then(emits(event("FilterCreated", "soon")));
        }
    }
}
