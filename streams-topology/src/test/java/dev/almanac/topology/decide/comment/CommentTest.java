package dev.almanac.topology.decide.comment;

import static dev.almanac.topology.testkit.Acts.addComment;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.deleteComment;
import static dev.almanac.topology.testkit.Acts.editComment;
import static dev.almanac.topology.testkit.Acts.setMember;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.event;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CommentTest {
    @Nested
    class Adding {
        @Test
        void tellsWhoSaidWhat() {
            Scenario added = given(createTask("milk"))
                    .when(addComment("milk", "c", "which?"))
                    .then(emits(event("CommentAdded", "c")));

            assertThat(added.comment("c").getText()).isEqualTo("which?");
            assertThat(added.comment("c").getAuthor()).isEqualTo(Labels.id("ann"));
            assertThat(added.comment("c").getTaskId()).isEqualTo(Labels.id("milk"));
        }

        @Test
        void leavesTheTaskAsItIs() {
            assertThat(given(createTask("milk"))
                            .when(addComment("milk", "c"))
                            .task("milk")
                            .getVersion())
                    .isEqualTo(1);
        }

        @Test
        void needsATaskThatIsThere() {
            given(createTask("milk"), delete("milk"))
                    .when(addComment("milk", "c"))
                    .then(isRefused(RejectionCode.NOT_FOUND));
        }

        @Test
        void refusesAnIdThatIsTakenOnAnyTask() {
            given(createTask("milk"), createTask("tea"), addComment("milk", "c"))
                    .when(addComment("tea", "c"))
                    .then(isRefused(RejectionCode.ID_TAKEN, "/id"));
        }

        @Test
        void refusesWhatIsOutOfBounds() {
            given(createTask("milk"))
                    .when(addComment("milk", "c", "\n "))
                    .then(isRefused(RejectionCode.INVALID, "/text"))
                    .when(addComment("milk", "c", "x".repeat(16 * 1024 + 1)))
                    .then(isRefused(RejectionCode.INVALID, "/text"))
                    .when(addComment("milk", "c", "x".repeat(16 * 1024)))
                    .then(emits(event("CommentAdded", "c")));
        }
    }

    @Nested
    class Changing {
        private static Scenario commentByBob() {
            return given(
                    setMember("bob", Role.EDITOR),
                    setMember("eve", Role.EDITOR),
                    createTask("milk"),
                    createTask("tea"),
                    addComment("milk", "c").by("bob"));
        }

        @Test
        void isForTheAuthor() {
            commentByBob()
                    .when(editComment("milk", "c", "oat").by("bob"))
                    .then(emits(event("CommentEdited", "c")))
                    .when(editComment("milk", "c", "oat").by("bob"))
                    .then(isUnchanged())
                    .when(deleteComment("milk", "c").by("bob"))
                    .then(emits(event("CommentDeleted", "c")));
        }

        @Test
        void isForAnOwner() {
            commentByBob()
                    .when(editComment("milk", "c", "oat"))
                    .then(emits(event("CommentEdited", "c")))
                    .when(deleteComment("milk", "c"))
                    .then(emits(event("CommentDeleted", "c")));
        }

        @Test
        void isForNobodyElse() {
            commentByBob()
                    .when(editComment("milk", "c", "oat").by("eve"))
                    .then(isRefused(RejectionCode.FORBIDDEN))
                    .when(deleteComment("milk", "c").by("eve"))
                    .then(isRefused(RejectionCode.FORBIDDEN));
        }

        @Test
        void needsTheCommentOfThatTaskAtTheVersionExpected() {
            commentByBob()
                    .when(editComment("tea", "c", "oat"))
                    .then(isRefused(RejectionCode.NOT_FOUND))
                    .when(deleteComment("milk", "d"))
                    .then(isRefused(RejectionCode.NOT_FOUND))
                    .when(editComment("milk", "c", "oat").expecting(2))
                    .then(isRefused(RejectionCode.VERSION_MISMATCH));
        }

        @Test
        void needsATaskThatIsThere() {
            commentByBob()
                    .when(delete("milk"))
                    .when(editComment("milk", "c", "oat"))
                    .then(isRefused(RejectionCode.NOT_FOUND));
        }

        @Test
        void keepsTheBounds() {
            commentByBob().when(editComment("milk", "c", "")).then(isRefused(RejectionCode.INVALID, "/text"));
        }

        @Test
        void deletesForGood() {
            Scenario deleted = commentByBob().when(deleteComment("milk", "c"));

            assertThat(deleted.happening().outcome().getState()).isEmpty();
            deleted.when(deleteComment("milk", "c")).then(isRefused(RejectionCode.NOT_FOUND));
        }
    }
}
