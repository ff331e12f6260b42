package dev.almanac.benchmarks.query;

import dev.almanac.local.backing.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/**
 * A read model with many tasks in one workspace, as the largest team would have, and a quarter as many in workspaces of a
 * hundred. Words are as unequally frequent as those of a language: the commonest of 20,000 stands in one title in ten.
 */
final class ManyTasks implements AutoCloseable {
    static final UUID WORKSPACE = new UUID(0, 1);

    private static final int WORDS = 20_000;
    private static final int TAGS = 60;
    private static final int PEOPLE = 40;

    private static final String FUNCTIONS = """
            create function some_words(fewest int, most int, seed bigint) returns text language sql volatile as $$
              select string_agg(translate(substr(md5(floor(power(random(), 5) * %d)::text), 1, 7),
                '0123456789', 'ghijklmnop'), ' ')
              from generate_series(1, fewest + (random() * (most - fewest))::int) $$
            """.formatted(WORDS);

    private static final String TASKS = """
            insert into task (workspace_id, id, seq, version, list_id, position, title, notes, status, priority, tags,
              tag_keys, assignee, due_date, due_at, overdue_at, created_at, updated_at, completed_at, recurring, state)
            select workspace, gen_random_uuid(), number, 1,
              ('00000000-0000-0000-0002-' || lpad((random() * 30)::int::text, 12, '0'))::uuid, 'a' || lpad(number::text, 8, '0'),
              title, notes, case when open then 'open' else 'completed' end, floor(power(random(), 2) * 5)::int,
              tags, tags, assignee, due, due::timestamptz, (due + 1)::timestamptz, at, at,
              case when not open then at end, false,
              json_build_object('id', number, 'title', title, 'notes', notes, 'tags', tags, 'due', due, 'more', repeat('x', 250))
            from (select number,
              case when number <= %1$d then '00000000-0000-0000-0000-000000000001'::uuid
                else ('00000000-0000-0000-0001-' || lpad((number / 100)::text, 12, '0'))::uuid end as workspace,
              some_words(3, 8, number) as title,
              case when random() < 0.3 then some_words(5, 40, number) end as notes,
              random() < 0.25 as open,
              case when random() < 0.4 then array['tag' || floor(power(random(), 2) * %2$d)] else '{}'::text[] end as tags,
              case when random() < 0.3 then ('00000000-0000-0000-0003-' || lpad((random() * %3$d)::int::text, 12, '0'))::uuid end
                as assignee,
              case when random() < 0.5 then date '2026-11-24' + ((random() - 0.9) * 700)::int end as due,
              timestamptz '2026-11-24 12:00Z' - random() * interval '700 days' as at
              from generate_series(1, %4$d) as number) as made
            """;

    private static final String COMMENTS = """
            insert into comment (workspace_id, id, seq, version, task_id, created_at, text, state)
            select workspace_id, gen_random_uuid(), seq, 1, id, created_at, some_words(5, 30, seq), '{}'
            from task where random() < 0.2
            """;

    private static final String VOCABULARY = """
            insert into word select distinct workspace_id, word
            from (select workspace_id, search from task union all select workspace_id, search from comment) as held,
              unnest(tsvector_to_array(search)) as word where length(word) between 4 and 40
            """;

    private final Connection connection;

    private ManyTasks(Connection connection) {
        this.connection = connection;
    }

    /** @param tasks in the one workspace */
    static ManyTasks make(Database database, int tasks) throws SQLException {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .defaultSchema("almanac")
                .load()
                .migrate();
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        ManyTasks made = new ManyTasks(connection);
        made.execute("set search_path = almanac, public");
        // As the service has it.
        made.execute("set plan_cache_mode = force_custom_plan");
        made.execute("select setseed(0.42)");
        made.execute(FUNCTIONS);
        made.execute(TASKS.formatted(tasks, TAGS, PEOPLE, tasks + tasks / 4));
        made.execute(COMMENTS);
        made.execute(VOCABULARY);
        made.execute("vacuum (analyze) task, comment, word");
        return made;
    }

    Connection connection() {
        return connection;
    }

    /** A word that is in about one task of some hundreds; which one is up to chance. */
    String word(Random random) throws SQLException {
        int number = 200 + random.nextInt(WORDS / 4);
        try (var statement = connection.prepareStatement(
                        "select translate(substr(md5(?), 1, 7), '0123456789', 'ghijklmnop')");
                var rows = bound(statement, Integer.toString(number)).executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static PreparedStatement bound(PreparedStatement statement, String value) throws SQLException {
        statement.setString(1, value);
        return statement;
    }

    static String tag(Random random) {
        return "tag" + random.nextInt(TAGS);
    }

    static UUID person(Random random) {
        return UUID.fromString("00000000-0000-0000-0003-%012d".formatted(random.nextInt(PEOPLE)));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
