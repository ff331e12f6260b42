package dev.almanac.benchmarks.query;

import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.read.Asker;
import dev.almanac.api.filter.read.FilterReader;
import dev.almanac.api.filter.read.Reading;
import dev.almanac.api.query.TaskPages;
import dev.almanac.api.search.Query;
import dev.almanac.api.search.Sought;
import dev.almanac.api.search.Vocabulary;
import dev.almanac.benchmarks.Benchmark;
import dev.almanac.benchmarks.stack.Backing;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** Ten typical filters and searches in one large workspace, a page of 50 each: their time in the database, plan and all. */
public final class QueryLatency implements Benchmark {
    private static final List<Integer> SIZES = List.of(200_000, 2_000_000);
    /** The environment variable with the most tasks to try, since filling the larger workspace takes ten minutes. */
    private static final String LIMIT = "ALMANAC_BENCH_TASKS";

    private static final int WARM_UPS = 20;
    private static final int RUNS = 200;
    private static final int PAGE = 50;
    private static final Asker ASKER =
            new Asker(ManyTasks.WORKSPACE, ZoneOffset.UTC, Instant.parse("2026-11-24T12:00:00Z"));

    @Override
    public String name() {
        return "query";
    }

    @Override
    public void run(PrintStream out) throws IOException, InterruptedException {
        int most = Integer.parseInt(System.getenv().getOrDefault(LIMIT, Integer.toString(SIZES.getFirst())));
        for (int size : SIZES) {
            if (size <= most) {
                measure(size, out);
            } else {
                out.printf(
                        Locale.ROOT,
                        "Not with %,d tasks, which takes ten minutes: set %s=%d for it.%n",
                        size,
                        LIMIT,
                        size);
            }
        }
    }

    private static void measure(int size, PrintStream out) throws IOException, InterruptedException {
        out.printf(
                Locale.ROOT,
                "%,d tasks in one workspace and %,d in others, on one connection; %d runs of each, each with other values.%n"
                        + "From the statement to the last row of a page of %d; other spellings are looked up by a statement before.%n",
                size,
                size / 4,
                RUNS,
                PAGE);
        try (Backing backing = new Backing();
                ManyTasks tasks = ManyTasks.make(backing.postgres(), size)) {
            DSLContext sql =
                    DSL.using(tasks.connection(), SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
            for (TypicalQuestion question : TypicalQuestion.ALL) {
                Histogram histogram = new Histogram(3);
                Random random = new Random(7);
                long found = 0;
                for (int run = -WARM_UPS; run < RUNS; run++) {
                    Asked asked = Asked.of(question, tasks, random);
                    long start = System.nanoTime();
                    found += asked.answer(sql);
                    if (run >= 0) {
                        histogram.recordValue((System.nanoTime() - start) / 1000);
                    }
                }
                out.printf(
                        Locale.ROOT,
                        "%-46s p50 %6.1f  p99 %6.1f ms  (%.0f found)%n",
                        question.label(),
                        histogram.getValueAtPercentile(50) / 1000.0,
                        histogram.getValueAtPercentile(99) / 1000.0,
                        found / (double) (RUNS + WARM_UPS));
            }
        } catch (SQLException e) {
            throw new IOException("the database failed", e);
        }
    }

    /** A question with its values. */
    private record Asked(Optional<Filter> filter, Optional<Query> query, String sort) {
        static Asked of(TypicalQuestion question, ManyTasks tasks, Random random) throws SQLException {
            String word = tasks.word(random);
            String filter = question.filter()
                    .replace("TAG", ManyTasks.tag(random))
                    .replace("PERSON", ManyTasks.person(random).toString())
                    .replace("PART", word.substring(1, 6));
            String words = question.words()
                    .replace("WORD", word)
                    .replace("PREFIX", tasks.word(random).substring(0, 2))
                    .replace("MISSPELT", word.substring(0, 3) + word.charAt(4) + word.charAt(3) + word.substring(5));
            return new Asked(
                    filter.isEmpty() ? Optional.empty() : Optional.of(understood(filter)),
                    words.isEmpty() ? Optional.empty() : Optional.of(Query.parse(words)),
                    question.sort());
        }

        int answer(DSLContext sql) {
            Optional<Sought> sought = query.map(words -> Vocabulary.sought(
                    words,
                    Vocabulary.alike(ManyTasks.WORKSPACE, words)
                            .map(sql::fetch)
                            .map(List::copyOf)
                            .orElse(List.of())));
            return sql.fetch(TaskPages.first(ManyTasks.WORKSPACE, filter, sought, sort, PAGE))
                    .size();
        }

        private static Filter understood(String text) {
            return switch (FilterReader.read(text, ASKER)) {
                case Reading.Understood(Filter filter) -> filter;
                case Reading.Misread misread -> throw new IllegalStateException(text + ": " + misread);
            };
        }
    }
}
