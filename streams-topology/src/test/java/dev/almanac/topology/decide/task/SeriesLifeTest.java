package dev.almanac.topology.decide.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.testkit.Acts;
import dev.almanac.topology.testkit.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people do to a series of tasks, its occurrences are those of a plain list of dates, each once. */
class SeriesLifeTest {
    private static final LocalDateTime START = LocalDateTime.parse("2027-03-20T09:00");

    /** What people do: to the latest occurrence, or to the one before it. */
    enum Deed {
        COMPLETE,
        SKIP,
        REOPEN_THE_ONE_BEFORE,
        COMPLETE_THE_ONE_BEFORE,
        EDIT_THIS,
        EDIT_FUTURE,
        MOVE_THIS,
        TRASH_AND_RESTORE,
        WAIT_AN_HOUR,
        WAIT_THREE_DAYS
    }

    /** @param count 0 for a series without end */
    record Plan(int interval, int count, boolean caughtUp, List<Deed> deeds) {}

    @Provide
    Arbitrary<Plan> plans() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(0, 0, 3, 6),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Deed.class).list().ofMinSize(1).ofMaxSize(25))
                .as(Plan::new);
    }

    @Property(tries = 400)
    void isThatOfAPlainListOfDates(@ForAll("plans") Plan plan) {
        String rule = "FREQ=DAILY;INTERVAL=" + plan.interval() + (plan.count() > 0 ? ";COUNT=" + plan.count() : "");
        RecurrenceRequest request = plan.caughtUp() ? Repeating.caughtUp(rule) : Repeating.rule(rule);
        Repeating real = Repeating.task(Repeating.time(START.toString()), request);
        Model model = new Model(plan);
        for (Deed deed : plan.deeds()) {
            model.apply(deed, real);
            compare(model, real);
        }
    }

    private static void compare(Model model, Repeating real) {
        List<Task> living = real.all().stream()
                .filter(task -> task.getDeletedAt().isEmpty())
                .toList();
        assertThat(living)
                .extracting(task -> Repeating.text(task.getOccurrence().orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(model.dates());
        assertThat(Repeating.text(real.leading().getOccurrence().orElseThrow()))
                .isEqualTo(model.dates().getLast());
        assertThat(real.leading().getStatus() == TaskStatus.OPEN).isEqualTo(model.latest().open);
    }

    /** Occurrences by their place in the list of dates. */
    private static final class Model {
        private final Plan plan;
        private final List<Entry> entries = new ArrayList<>();

        private static final class Entry {
            final int index;
            final UUID id;
            boolean open = true;
            boolean touched;

            Entry(int index, UUID id) {
                this.index = index;
                this.id = id;
            }
        }

        Model(Plan plan) {
            this.plan = plan;
            Entry first = new Entry(0, Labels.id(Repeating.TASK));
            first.touched = true;
            entries.add(first);
        }

        Entry latest() {
            return entries.getLast();
        }

        List<String> dates() {
            return entries.stream().map(entry -> date(entry.index).toString()).toList();
        }

        private LocalDateTime date(int index) {
            return START.plusDays((long) index * plan.interval());
        }

        void apply(Deed deed, Repeating real) {
            switch (deed) {
                case COMPLETE -> close(real, true);
                case SKIP -> close(real, false);
                case REOPEN_THE_ONE_BEFORE -> reopenTheOneBefore(real);
                case COMPLETE_THE_ONE_BEFORE -> completeTheOneBefore(real);
                case EDIT_THIS -> edit(real, EditScope.THIS);
                case EDIT_FUTURE -> edit(real, EditScope.FUTURE);
                case MOVE_THIS -> move(real);
                case TRASH_AND_RESTORE -> {
                    real.put(Acts.delete(latest().id));
                    real.put(Acts.restore(latest().id));
                    latest().touched = true;
                }
                case WAIT_AN_HOUR -> real.pass(Duration.ofHours(1));
                case WAIT_THREE_DAYS -> real.pass(Duration.ofDays(3));
            }
        }

        private void close(Repeating real, boolean completed) {
            Entry closing = latest();
            if (!closing.open) {
                return;
            }
            int next = next(closing.index, real.now());
            real.put(completed ? Acts.complete(closing.id) : Acts.skip(closing.id));
            closing.open = false;
            closing.touched = true;
            if (next >= 0) {
                entries.add(new Entry(next, real.leading().getId()));
            }
        }

        /** @return -1 where the series ends */
        private int next(int index, Instant now) {
            int next = index + 1;
            while (!plan.caughtUp() && !instant(next).isAfter(now)) {
                next++;
            }
            return plan.count() > 0 && next >= plan.count() ? -1 : next;
        }

        private Instant instant(int index) {
            return date(index).atZone(ZoneId.of(Repeating.ZONE)).toInstant();
        }

        private void reopenTheOneBefore(Repeating real) {
            if (entries.size() < 2) {
                return;
            }
            Entry before = entries.get(entries.size() - 2);
            boolean closed = !before.open;
            real.put(Acts.reopen(before.id));
            before.open = true;
            if (closed && latest().open && !latest().touched) {
                entries.removeLast();
            }
        }

        private void completeTheOneBefore(Repeating real) {
            if (entries.size() >= 2) {
                real.put(Acts.complete(entries.get(entries.size() - 2).id));
                entries.get(entries.size() - 2).open = false;
            }
        }

        private void edit(Repeating real, EditScope scope) {
            Priority other = real.task(latest().id).getPriority() == Priority.HIGH ? Priority.LOW : Priority.HIGH;
            real.put(Acts.editTask(latest().id, scope, fields -> fields.setPriority(other)));
            latest().touched = true;
        }

        private void move(Repeating real) {
            LocalDateTime due =
                    real.task(latest().id).getDue().orElseThrow().getDateTime().orElseThrow();
            real.put(Acts.editTask(
                    latest().id,
                    EditScope.THIS,
                    fields -> fields.setDue(Repeating.time(due.plusHours(5).toString()))));
            latest().touched = true;
        }
    }
}
