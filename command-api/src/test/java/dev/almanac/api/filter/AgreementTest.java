package dev.almanac.api.filter;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.filter.match.Matching;
import dev.almanac.api.filter.read.Asker;
import dev.almanac.api.filter.read.FilterReader;
import dev.almanac.api.filter.read.Reading;
import dev.almanac.api.filter.select.Conditions;
import dev.almanac.api.read.Tables.Tasks;
import dev.almanac.api.support.Projection;
import dev.almanac.api.support.TestWorkspace;
import dev.almanac.schemas.model.Task;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/** What a filter means does not depend on who looks: the database at the rows, or we at the tasks' states. */
class AgreementTest {
    private static final int TASKS = 20;
    private static final int FILTERS = 8;
    private static final CloseableDSLContext SQL = connect();

    private static CloseableDSLContext connect() {
        var database = Projection.shared().database();
        return DSL.using(database.jdbcUrl(), database.user(), database.password());
    }

    @AfterContainer
    static void close() {
        SQL.close();
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void databaseAndMemoryMeanTheSameTasks(@ForAll long seed) {
        var random = new Random(seed);
        var home = TestWorkspace.of(RandomTasks.PEOPLE.getFirst());
        var names = Map.of(home.inbox(), "Inbox", UUID.randomUUID(), "Errands", UUID.randomUUID(), "Ärger 🥛");
        names.forEach((id, name) -> {
            if (!id.equals(home.inbox())) {
                home.list(id, name, "a1");
            }
        });
        var lists = List.copyOf(names.keySet());
        var tasks = Stream.generate(() -> new RandomTasks(random, lists).in(home))
                .limit(TASKS)
                .toList();
        home.project();
        var zone = ZoneId.of(RandomTasks.ZONES.get(random.nextInt(RandomTasks.ZONES.size())));
        var asker =
                new Asker(RandomTasks.PEOPLE.getFirst(), zone, TestWorkspace.EPOCH.plusSeconds(random.nextInt(86_400)));
        var filters = new RandomFilters(random, lists);
        for (var count = 0; count < FILTERS; count++) {
            var text = filters.next(4);
            var filter = read(text, asker);
            var matching = new Matching(id -> Optional.ofNullable(names.get(id)));
            assertThat(SQL.select(Tasks.ID)
                            .from(Tasks.TABLE)
                            .where(Tasks.WORKSPACE_ID.eq(home.id()), new Conditions(home.id()).of(filter))
                            .fetchSet(Tasks.ID))
                    .as("%s, asked at %s in %s", text, asker.now(), zone)
                    .isEqualTo(tasks.stream()
                            .filter(task -> matching.matches(filter, task))
                            .map(Task::getId)
                            .collect(toSet()));
        }
    }

    private static Filter read(String text, Asker asker) {
        return switch (FilterReader.read(text, asker)) {
            case Reading.Understood(var filter) -> filter;
            case Reading.Misread misread -> throw new AssertionError(text + ": " + misread);
        };
    }
}
