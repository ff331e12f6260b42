package dev.almanac.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.read.Asker;
import dev.almanac.api.filter.read.FilterReader;
import dev.almanac.api.filter.read.Reading;
import dev.almanac.api.search.Query;
import dev.almanac.api.search.Vocabulary;
import dev.almanac.api.support.Projection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.CloseableDSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How Postgres looks for what is typically asked, where a workspace has many tasks and others have more. */
class PlansTest {
    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final CloseableDSLContext SQL = connect();

    private static final String TASKS = """
            insert into almanac.task (workspace_id, id, seq, version, list_id, position, title, status, priority, tags, tag_keys,
              assignee, due_date, due_at, overdue_at, created_at, updated_at, completed_at, recurring, state)
            select case when n %% 4 = 0 then '%s'::uuid else md5((n / 100)::text)::uuid end, gen_random_uuid(), n, 1,
              md5((n %% 8)::text)::uuid, 'a' || lpad(n::text, 6, '0'), md5(n::text) || ' ' || substr(md5((n %% 300)::text), 1, 6),
              case when n %% 12 = 0 then 'open' else 'completed' end, n %% 5, array['tag' || n %% 59], array['tag' || n %% 59],
              md5((n %% 31)::text)::uuid, day, day::timestamptz, (day + 1)::timestamptz, at, at,
              case when n %% 12 > 0 then at end, false, json_build_object('title', repeat('x', 300))
            from generate_series(1, 20000) as n, lateral (select date '2026-11-24' + (n * 7 %% 400 - 350) as day,
              timestamptz '2026-11-24 12:00Z' - n * interval '17 minutes' as at) as dates
            """.formatted(WORKSPACE);

    private static final String COMMENTS = """
            insert into almanac.comment (workspace_id, id, seq, version, task_id, created_at, text, state)
            select workspace_id, gen_random_uuid(), 100000 + seq, 1, id, created_at, title || ' ' || repeat('talk ', 20), '{}'
            from almanac.task where state ->> 'id' is null and seq % 3 > 0
            """;

    private static CloseableDSLContext connect() {
        var database = Projection.shared().database();
        return DSL.using(database.jdbcUrl(), database.user(), database.password());
    }

    @BeforeAll
    static void fill() {
        SQL.execute(TASKS);
        SQL.execute(COMMENTS);
        SQL.execute("insert into almanac.word select distinct workspace_id, word from almanac.task,"
                + " unnest(tsvector_to_array(search)) as word where workspace_id = '" + WORKSPACE + "'");
        SQL.execute("vacuum (analyze) almanac.task, almanac.word, almanac.comment");
    }

    @AfterAll
    static void empty() {
        SQL.execute("delete from almanac.comment where state ->> 'id' is null");
        SQL.execute("delete from almanac.task where state ->> 'id' is null");
        SQL.execute("delete from almanac.word where workspace_id = '" + WORKSPACE + "'");
        SQL.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status = open and due <= today | | due",
                "overdue = true | | due",
                "status = open and priority >= high | | position",
                "tag = tag7 and status = open | | position",
                "assignee = c4ca4238-a0b9-2382-0dcc-509a6f75849b and status = open | | due",
                "updated >= today-1d | | -updated",
                "title contains 4ca42 | | position",
                " | c4ca42 | -relevance,-updated",
                "status = open | c4ca42 ec | -relevance,-updated",
                " | c4ac42 | -relevance,-updated"
            })
    void noTableIsReadFromEndToEnd(String filter, String words, String sort) {
        var query = Optional.ofNullable(words).map(Query::parse);
        var alike = query.flatMap(typed -> Vocabulary.alike(WORKSPACE, typed));
        var sought = query.map(typed ->
                Vocabulary.sought(typed, alike.map(SQL::fetch).map(List::copyOf).orElse(List.of())));
        var plans = new ArrayList<String>();
        alike.ifPresent(select -> plans.add(plan(select)));
        plans.add(plan(
                TaskPages.first(WORKSPACE, Optional.ofNullable(filter).map(PlansTest::understood), sought, sort, 50)));
        assertThat(plans).allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan"));
    }

    private static String plan(Select<?> select) {
        return SQL.explain(select).plan();
    }

    private static Filter understood(String text) {
        var asker = new Asker(WORKSPACE, ZoneOffset.UTC, Instant.parse("2026-11-24T12:00:00Z"));
        return switch (FilterReader.read(text, asker)) {
            case Reading.Understood(var filter) -> filter;
            case Reading.Misread misread -> throw new AssertionError(text + ": " + misread);
        };
    }
}
