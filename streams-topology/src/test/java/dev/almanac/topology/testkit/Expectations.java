package dev.almanac.topology.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.state.Fact;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What can come of a command. Events are named by type and label, edits with the fields changed. */
public final class Expectations {
    private Expectations() {}

    /** These events, in this order, and no others. */
    public static Expectation emits(String... events) {
        return happening -> assertThat(happening.events())
                .extracting(Expectations::describe)
                .containsExactly(events);
    }

    public static Expectation emitsNothing() {
        return happening -> assertThat(happening.events()).isEmpty();
    }

    public static Expectation isUnchanged() {
        return happening -> {
            assertThat(statuses(happening)).containsOnly(OutcomeStatus.UNCHANGED);
            assertThat(happening.events()).isEmpty();
            assertThat(happening.audit()).isEmpty();
        };
    }

    public static Expectation isRefused(RejectionCode code) {
        return happening -> {
            assertThat(rejection(happening).getCode()).isEqualTo(code);
            assertThat(happening.events()).isEmpty();
        };
    }

    /** @param pointer to the value at fault */
    public static Expectation isRefused(RejectionCode code, String pointer) {
        return happening -> {
            isRefused(code).check(happening);
            assertThat(rejection(happening).getPointer()).contains(pointer);
        };
    }

    /** @param fields that have changed since what was to be taken back */
    public static Expectation isRefusedFor(String... fields) {
        return happening -> {
            isRefused(RejectionCode.CONFLICT).check(happening);
            assertThat(rejection(happening).getFields()).containsExactly(fields);
            assertThat(rejection(happening).getDetail()).contains(fields);
            assertThat(rejection(happening).getCurrent()).isPresent();
        };
    }

    /** One for each operation. */
    public static Expectation answers(OutcomeStatus... outcomes) {
        return happening -> assertThat(statuses(happening)).containsExactly(outcomes);
    }

    public static String event(String type, String label) {
        return type + " " + label;
    }

    public static String taskCreated(String task) {
        return event("TaskCreated", task);
    }

    public static String taskEdited(String task, String... changed) {
        return event("TaskEdited", task) + " " + List.of(changed);
    }

    public static String taskCompleted(String task) {
        return event("TaskCompleted", task);
    }

    public static String taskReopened(String task) {
        return event("TaskReopened", task);
    }

    public static String taskCancelled(String task) {
        return event("TaskCancelled", task);
    }

    public static String taskDeleted(String task) {
        return event("TaskDeleted", task);
    }

    public static String taskRestored(String task) {
        return event("TaskRestored", task);
    }

    public static String taskMoved(String task) {
        return event("TaskMoved", task);
    }

    public static String taskOverdue(String task) {
        return event("TaskOverdue", task);
    }

    public static String reminderScheduled(String reminder) {
        return event("ReminderScheduled", reminder);
    }

    public static String reminderCancelled(String reminder) {
        return event("ReminderCancelled", reminder);
    }

    public static String reminderTriggered(String reminder) {
        return event("ReminderTriggered", reminder);
    }

    /** Noticeably after its time. */
    public static String reminderTriggeredLate(String reminder) {
        return event("ReminderTriggered", reminder) + " late";
    }

    public static String reminderDismissed(String reminder) {
        return event("ReminderDismissed", reminder);
    }

    /** An event by type and label, as in all of these. */
    public static String describe(SpecificRecord event) {
        Fact fact = Fact.of(event);
        String description = event(event.getClass().getSimpleName(), Labels.label(fact.id()));
        if (fact instanceof Fact.OfReminder told && told.reminder().getLate()) {
            return description + " late";
        }
        return event.getSchema().getField("changed") == null
                ? description
                : description + " "
                        + event.get(event.getSchema().getField("changed").pos());
    }

    private static List<OutcomeStatus> statuses(Happening happening) {
        return happening.result().getOutcomes().stream().map(Outcome::getStatus).toList();
    }

    private static Rejection rejection(Happening happening) {
        List<Rejection> rejections = happening.result().getOutcomes().stream()
                .map(Outcome::getRejection)
                .flatMap(Optional::stream)
                .toList();
        assertThat(rejections).as("rejections of %s", happening.result()).hasSize(1);
        return rejections.getFirst();
    }
}
