package dev.almanac.topology.decide.task;

import static dev.almanac.topology.decide.task.Repeating.caughtUp;
import static dev.almanac.topology.decide.task.Repeating.day;
import static dev.almanac.topology.decide.task.Repeating.due;
import static dev.almanac.topology.decide.task.Repeating.fromCompletion;
import static dev.almanac.topology.decide.task.Repeating.rule;
import static dev.almanac.topology.decide.task.Repeating.scheduled;
import static dev.almanac.topology.decide.task.Repeating.task;
import static dev.almanac.topology.decide.task.Repeating.time;
import static dev.almanac.topology.testkit.Acts.cancel;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createOccurrence;
import static dev.almanac.topology.testkit.Acts.createSubtask;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.reopen;
import static dev.almanac.topology.testkit.Acts.restore;
import static dev.almanac.topology.testkit.Acts.skip;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Happening;
import dev.almanac.topology.testkit.Labels;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecurringTaskTest {
    private static final UUID RENT = Labels.id(Repeating.TASK);

    @Nested
    class Setting {
        @Test
        void makesTheTaskTheFirstOfItsSeries() {
            Task first = task(time("2026-11-30T09:00"), rule("FREQ=MONTHLY")).first();
            Recurrence recurrence = first.getRecurrence().orElseThrow();

            assertThat(recurrence.getAnchor()).isEqualTo(time("2026-11-30T09:00"));
            assertThat(recurrence.getGenerated()).isEqualTo(1);
            assertThat(first.getOccurrence()).contains(time("2026-11-30T09:00"));
            assertThat(first.getSeriesId()).isPresent();
        }

        @Test
        void canBeDoneLater() {
            Repeating later = new Repeating();
            later.put(createTask("rent", fields -> fields.setDue(day("2026-11-30"))));
            later.put(editTask("rent", fields -> fields.setRecurrence(rule("FREQ=DAILY"))));

            assertThat(later.duesOnCompleting(1)).containsExactly("2026-11-30", "2026-12-01");
        }

        @Test
        void againChangesNothing() {
            Repeating repeating = task(day("2026-11-30"), rule("FREQ=DAILY"));
            isUnchanged().check(repeating.tryTo(editTask("rent", fields -> fields.setRecurrence(rule("FREQ=DAILY")))));
        }

        @Test
        void needsADueDate() {
            refuses(createTask("rent", fields -> fields.setRecurrence(rule("FREQ=DAILY"))), "/recurrence");
        }

        @Test
        void needsARuleThatIsOne() {
            Happening refused = refuses(
                    createTask(
                            "rent", fields -> fields.setDue(day("2026-11-30")).setRecurrence(rule("FREQ=DALY"))),
                    "/recurrence/rule");
            assertThat(refused.outcome().getRejection().orElseThrow().getDetail())
                    .startsWith("At character 6:");
        }

        @Test
        void needsARuleThatGivesDates() {
            refuses(
                    createTask(
                            "rent",
                            fields -> fields.setDue(day("2026-11-30"))
                                    .setRecurrence(rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))),
                    "/recurrence/rule");
        }

        @Test
        void needsATimeOfDayForARuleThatSpeaksOfIt() {
            refuses(
                    createTask(
                            "rent", fields -> fields.setDue(day("2026-11-30")).setRecurrence(rule("FREQ=HOURLY"))),
                    "/recurrence/rule");
        }

        @Test
        void isNotForSubtasks() {
            Repeating repeating = task(day("2026-11-30"), rule("FREQ=DAILY"));
            repeating.put(createTask("home"));
            isRefused(RejectionCode.INVALID, "/recurrence")
                    .check(repeating.tryTo(createTask(
                            "paint",
                            fields -> fields.setParentId(Labels.id("home"))
                                    .setDue(day("2026-11-30"))
                                    .setRecurrence(rule("FREQ=DAILY")))));
            isRefused(RejectionCode.INVALID, "/parentId")
                    .check(repeating.tryTo(editTask("rent", fields -> fields.setParentId(Labels.id("home")))));
        }

        @Test
        void keepsTheDueDateAsLongAsItRepeats() {
            Repeating repeating = task(day("2026-11-30"), rule("FREQ=DAILY"));
            isRefused(RejectionCode.INVALID, "/due")
                    .check(repeating.tryTo(editTask("rent", fields -> fields.setClear(List.of("due")))));

            repeating.put(editTask("rent", fields -> fields.setClear(List.of("due", "recurrence"))));
            repeating.put(complete("rent"));
            assertThat(repeating.all()).hasSize(1);
        }

        private Happening refuses(Act act, String pointer) {
            Happening happening = new Repeating().tryTo(act);
            isRefused(RejectionCode.INVALID, pointer).check(happening);
            return happening;
        }
    }

    @Nested
    class Completing {
        @Test
        void bringsTheNextWithWhatThisOneHas() {
            Repeating repeating = task(time("2026-11-30T09:00"), rule("FREQ=MONTHLY"));
            repeating.put(editTask(
                    "rent",
                    fields -> fields.setPriority(Priority.HIGH)
                            .setTags(List.of("home"))
                            .setStart(day("2026-11-28"))
                            .setRecurrence(rule("FREQ=WEEKLY"))));
            repeating.put(complete("rent"));
            Task next = repeating.leading();

            assertThat(next.getPriority()).isEqualTo(Priority.HIGH);
            assertThat(next.getTags()).containsExactly("home");
            assertThat(next.getStart()).contains(day("2026-12-05"));
            assertThat(next.getDue()).contains(time("2026-12-07T09:00"));
            assertThat(next.getOccurrence()).contains(time("2026-12-07T09:00"));
            assertThat(next.getSeriesId()).isEqualTo(repeating.first().getSeriesId());
            assertThat(repeating.successor(repeating.first())).contains(next.getId());
            assertThat(repeating.first().getStatus()).isEqualTo(TaskStatus.COMPLETED);
        }

        @Test
        void neverDriftsFromMonthEnds() {
            assertThat(task(time("2027-01-31T09:00"), rule("FREQ=MONTHLY;SKIP=BACKWARD"))
                            .duesOnCompleting(3))
                    .containsExactly("2027-01-31T09:00", "2027-02-28T09:00", "2027-03-31T09:00", "2027-04-30T09:00");
        }

        @Test
        void keepsTheHourWhenTheClocksChange() {
            assertThat(task(time("2027-03-27T09:00"), rule("FREQ=DAILY")).duesOnCompleting(2))
                    .containsExactly("2027-03-27T09:00", "2027-03-28T09:00", "2027-03-29T09:00");
        }

        @Test
        void leavesOutWhatHasPassed() {
            Repeating repeating =
                    task(time("2026-11-03T09:00"), rule("FREQ=DAILY")).at("2026-11-20T12:00:00Z");
            assertThat(repeating.duesOnCompleting(1)).containsExactly("2026-11-03T09:00", "2026-11-21T09:00");
        }

        @Test
        void orBringsEachOneWhereThatIsAskedFor() {
            Repeating repeating =
                    task(time("2026-11-03T09:00"), caughtUp("FREQ=DAILY")).at("2026-11-20T12:00:00Z");
            assertThat(repeating.duesOnCompleting(2))
                    .containsExactly("2026-11-03T09:00", "2026-11-04T09:00", "2026-11-05T09:00");
        }

        @Test
        void countsFromTheDayOfCompletionWhereThatIsTheBasis() {
            Repeating late = task(time("2026-11-03T09:00"), fromCompletion("FREQ=DAILY;INTERVAL=3"))
                    .at("2026-11-20T12:00:00Z");
            assertThat(late.duesOnCompleting(1)).containsExactly("2026-11-03T09:00", "2026-11-23T09:00");

            Repeating early = task(time("2026-11-10T09:00"), fromCompletion("FREQ=DAILY;INTERVAL=3"))
                    .at("2026-11-05T12:00:00Z");
            assertThat(early.duesOnCompleting(1)).containsExactly("2026-11-10T09:00", "2026-11-11T09:00");
        }

        @Test
        void endsTheSeriesWithItsCount() {
            Repeating repeating = task(day("2026-11-03"), caughtUp("FREQ=DAILY;COUNT=3"));
            repeating.put(complete(RENT));
            repeating.put(skip(repeating.leading().getId()));
            Task last = repeating.leading();
            assertThat(due(last)).isEqualTo("2026-11-05");
            repeating.put(complete(last.getId()));

            assertThat(repeating.open()).isEmpty();
            assertThat(repeating.all()).hasSize(3);
        }

        @Test
        void countsWhatWasMissedToo() {
            Repeating repeating =
                    task(day("2026-11-03"), rule("FREQ=DAILY;COUNT=10")).at("2026-11-10T12:00:00Z");
            repeating.put(complete(RENT));
            assertThat(repeating.leading().getRecurrence().orElseThrow().getGenerated())
                    .isEqualTo(9);
        }

        @Test
        void endsTheSeriesWithItsCountFromCompletionToo() {
            Repeating repeating = task(day("2026-11-03"), fromCompletion("FREQ=DAILY;COUNT=2"));
            repeating.put(complete(RENT));
            repeating.put(complete(repeating.leading().getId()));
            assertThat(repeating.open()).isEmpty();
        }

        @Test
        void bringsTheSubtasksOpenAgainOnce() {
            Repeating repeating = task(day("2026-11-03"), rule("FREQ=WEEKLY"));
            repeating.put(createSubtask("rent", "ask"));
            repeating.put(createSubtask("ask", "write"));
            repeating.put(editTask("write", fields -> fields.setDue(day("2026-11-02"))));
            repeating.put(complete("ask"));
            repeating.put(complete(RENT));

            List<Task> open = repeating.open();
            assertThat(open).extracting(Task::getTitle).containsExactly("rent", "ask", "write");
            assertThat(open.get(1).getParentId()).contains(open.get(0).getId());
            assertThat(open.get(2).getParentId()).contains(open.get(1).getId());
            assertThat(open.get(2).getDue()).contains(day("2026-11-09"));
        }
    }

    @Nested
    class Reopening {
        @Test
        void takesTheNextBack() {
            Repeating repeating = task(day("2026-11-03"), rule("FREQ=DAILY"));
            repeating.put(createSubtask("rent", "ask"));
            repeating.put(complete(RENT));
            repeating.put(reopen(RENT));

            assertThat(repeating.open()).extracting(Task::getId).containsExactly(RENT);
            assertThat(repeating.leading().getId()).isEqualTo(RENT);
        }

        @Test
        void andCompletingAgainBringsTheSameOne() {
            Repeating repeating = task(day("2026-11-03"), rule("FREQ=DAILY"));
            repeating.put(complete(RENT));
            UUID next = repeating.leading().getId();
            for (int i = 0; i < 3; i++) {
                repeating.put(reopen(RENT));
                repeating.put(complete(RENT));
            }

            assertThat(repeating.leading().getId()).isEqualTo(next);
            assertThat(repeating.all()).hasSize(2);
        }

        @Test
        void leavesTheNextWhereItHasBeenTouched() {
            Repeating repeating = task(day("2026-11-03"), rule("FREQ=DAILY"));
            repeating.put(complete(RENT));
            UUID next = repeating.leading().getId();
            repeating.put(editTask(next, EditScope.THIS, fields -> fields.setPriority(Priority.LOW)));
            repeating.put(reopen(RENT));
            repeating.put(complete(RENT));

            assertThat(repeating.leading().getId()).isEqualTo(next);
            assertThat(repeating.all()).hasSize(2);
        }
    }

    @Nested
    class Skipping {
        @Test
        void leavesTheOccurrenceCancelledAndGoesOn() {
            Repeating repeating = task(day("2026-11-03"), rule("FREQ=DAILY"));
            repeating.put(skip(RENT));

            assertThat(repeating.first().getStatus()).isEqualTo(TaskStatus.CANCELLED);
            assertThat(due(repeating.leading())).isEqualTo("2026-11-04");
        }

        @Test
        void againChangesNothing() {
            Repeating repeating = task(day("2026-11-03"), rule("FREQ=DAILY"));
            repeating.put(skip(RENT));
            isUnchanged().check(repeating.tryTo(skip(RENT)));
        }

        @Test
        void isForWhatRepeats() {
            Repeating repeating = new Repeating();
            repeating.put(createTask("milk"));
            isRefused(RejectionCode.CONFLICT).check(repeating.tryTo(skip(Labels.id("milk"))));
        }

        @Test
        void isNotCancelling() {
            Repeating repeating = task(day("2026-11-03"), rule("FREQ=DAILY"));
            repeating.put(cancel("rent"));
            assertThat(repeating.all()).hasSize(1);
        }
    }

    @Nested
    class Editing {
        @Test
        void ofThisOneLeavesTheOthersAsTheyWere() {
            Repeating repeating = task(day("2026-11-03"), rule("FREQ=DAILY"));
            repeating.put(editTask("rent", fields -> fields.setTitle("Rent and tip")));
            repeating.put(editTask("rent", fields -> fields.setPriority(Priority.HIGH)));
            repeating.put(complete(RENT));

            assertThat(repeating.leading().getTitle()).isEqualTo("rent");
            assertThat(repeating.leading().getPriority()).isEqualTo(Priority.NONE);
        }

        @Test
        void ofTheFutureGoesOnWithIt() {
            Repeating repeating = task(day("2026-11-03"), rule("FREQ=DAILY"));
            repeating.put(complete(RENT));
            Task second = repeating.leading();
            repeating.put(editTask(second.getId(), EditScope.THIS, fields -> fields.setTitle("only now")));
            repeating.put(editTask(second.getId(), EditScope.FUTURE, fields -> fields.setPriority(Priority.HIGH)));
            repeating.put(complete(second.getId()));

            assertThat(repeating.leading().getTitle()).isEqualTo("rent");
            assertThat(repeating.leading().getPriority()).isEqualTo(Priority.HIGH);
            assertThat(repeating.leading().getSeriesId()).isNotEqualTo(second.getSeriesId());
        }

        @Test
        void ofThisOnesDateMovesItAlone() {
            Repeating repeating = task(time("2026-11-03T09:00"), rule("FREQ=WEEKLY"));
            repeating.put(editTask("rent", fields -> fields.setDue(time("2026-11-05T15:00"))));
            assertThat(repeating.first().getOccurrence()).contains(time("2026-11-03T09:00"));
            repeating.put(complete(RENT));
            assertThat(due(repeating.leading())).isEqualTo("2026-11-10T09:00");
        }

        @Test
        void ofTheFuturesDateMovesTheSeries() {
            Repeating repeating = task(time("2026-11-03T09:00"), rule("FREQ=WEEKLY;COUNT=3"));
            repeating.put(complete(RENT));
            Task second = repeating.leading();
            repeating.put(
                    editTask(second.getId(), EditScope.FUTURE, fields -> fields.setDue(time("2026-11-12T15:00"))));
            repeating.put(complete(second.getId()));
            assertThat(due(repeating.leading())).isEqualTo("2026-11-19T15:00");
            repeating.put(complete(repeating.leading().getId()));
            assertThat(repeating.open()).isEmpty();
        }

        @Test
        void ofTheSeriesIsForItsLatestOccurrence() {
            Repeating repeating = task(day("2026-11-03"), rule("FREQ=DAILY"));
            repeating.put(complete(RENT));
            isRefused(RejectionCode.CONFLICT)
                    .check(repeating.tryTo(
                            editTask(RENT, EditScope.FUTURE, fields -> fields.setPriority(Priority.HIGH))));
        }
    }

    @Nested
    class OnSchedule {
        @Test
        void itsTimeMakesTheNextWhateverBecameOfThisOne() {
            Repeating repeating = task(time("2026-11-03T09:00"), scheduled("FREQ=DAILY", CatchUp.NONE));
            Instant due = Instant.parse("2026-11-04T08:00:00Z");
            assertThat(repeating.first().getNextOccurrenceAt()).contains(due);
            repeating.put(complete(RENT));
            assertThat(repeating.all()).hasSize(1);

            repeating.at("2026-11-04T08:00:00Z").put(createOccurrence(RENT, due));
            assertThat(repeating.open()).extracting(Repeating::due).containsExactly("2026-11-04T09:00");
            assertThat(repeating.first().getNextOccurrenceAt()).isEmpty();
            assertThat(repeating.leading().getNextOccurrenceAt()).contains(Instant.parse("2026-11-05T08:00:00Z"));
        }

        @Test
        void redeliveryMakesNothingTwice() {
            Repeating repeating = task(time("2026-11-03T09:00"), scheduled("FREQ=DAILY", CatchUp.NONE));
            Instant due = Instant.parse("2026-11-04T08:00:00Z");
            repeating.at("2026-11-04T08:00:00Z").put(createOccurrence(RENT, due));
            isUnchanged().check(repeating.tryTo(createOccurrence(RENT, due)));
        }

        @Test
        void neverEarly() {
            Repeating repeating = task(time("2026-11-03T09:00"), scheduled("FREQ=DAILY", CatchUp.NONE));
            isUnchanged()
                    .check(repeating
                            .at("2026-11-04T07:59:59Z")
                            .tryTo(createOccurrence(RENT, Instant.parse("2026-11-04T08:00:00Z"))));
        }

        @Test
        void afterAWhileTheLatestIsMade() {
            Repeating repeating = task(time("2026-11-03T09:00"), scheduled("FREQ=DAILY", CatchUp.NONE));
            fireAll(repeating.at("2026-11-10T12:00:00Z"));
            assertThat(repeating.all())
                    .extracting(Repeating::due)
                    .containsExactly("2026-11-03T09:00", "2026-11-10T09:00");
        }

        @Test
        void orEachOne() {
            Repeating repeating = task(time("2026-11-03T09:00"), scheduled("FREQ=DAILY;COUNT=4", CatchUp.ALL));
            fireAll(repeating.at("2026-11-10T12:00:00Z"));
            assertThat(repeating.all())
                    .extracting(Repeating::due)
                    .containsExactly("2026-11-03T09:00", "2026-11-04T09:00", "2026-11-05T09:00", "2026-11-06T09:00");
        }

        @Test
        void stopsInTheTrashAndGoesOnFromThere() {
            Repeating repeating = task(time("2026-11-03T09:00"), scheduled("FREQ=DAILY", CatchUp.NONE));
            repeating.put(delete("rent"));
            assertThat(repeating.first().getNextOccurrenceAt()).isEmpty();
            repeating.put(restore("rent"));
            assertThat(repeating.first().getNextOccurrenceAt()).contains(Instant.parse("2026-11-04T08:00:00Z"));
        }

        private void fireAll(Repeating repeating) {
            while (repeating.allLeading().size() == 1
                    && repeating
                            .leading()
                            .getNextOccurrenceAt()
                            .filter(due -> !due.isAfter(repeating.now()))
                            .isPresent()) {
                Task leading = repeating.leading();
                repeating.put(createOccurrence(
                        leading.getId(), leading.getNextOccurrenceAt().orElseThrow()));
            }
        }
    }
}
