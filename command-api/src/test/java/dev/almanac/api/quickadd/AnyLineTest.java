package dev.almanac.api.quickadd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is typed, whenever and wherever. */
class AnyLineTest {
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Duration QUICK = Duration.ofMillis(500);
    private static final int LONGEST = 1_000;
    private static final List<String> WORDS = List.of(
            "every",
            "every!",
            "other",
            "day",
            "week",
            "month",
            "1st",
            "31st",
            "last",
            "friday",
            "mon",
            "and",
            ",",
            "tomorrow",
            "next",
            "in",
            "3",
            "9999",
            "hours",
            "a",
            "until",
            "starting",
            "Dec",
            "24",
            "at",
            "6pm",
            "18:00",
            "noon",
            "remind",
            "me",
            "30m",
            "before",
            "!high",
            "#tag",
            "*Home",
            "\"",
            "30.11.",
            "2/29",
            "2026-02-29",
            "eom",
            "daily",
            "for",
            "times",
            "weekday",
            "the",
            "of",
            "on",
            "İstanbul",
            "ſunday",
            "🥛",
            ".",
            "Call",
            "mum",
            "10000-01-01",
            "d",
            "h");

    @Property(tries = 3_000)
    void isReadWithoutFailAndLoss(@ForAll("lines") String text, @ForAll("settings") Setting setting) {
        var understood = Interpreter.english().read(text, setting);

        var rest = new StringBuilder();
        var at = 0;
        for (var span : understood.spans()) {
            assertThat(span.start()).isGreaterThanOrEqualTo(at);
            assertThat(span.end()).isLessThanOrEqualTo(text.length());
            rest.append(text, at, span.start());
            at = span.end();
        }
        rest.append(text, at, text.length());
        var left = withoutSpace(rest.toString());
        assertThat(withoutSpace(understood.title())).isEqualTo(left.isEmpty() ? withoutSpace(text) : left);
    }

    @Property(tries = 3_000)
    void givesWhatATaskCanHave(@ForAll("lines") String text, @ForAll("settings") Setting setting) {
        var understood = Interpreter.english().read(text, setting);

        assertThat(understood.recurrence().isPresent() && understood.due().isEmpty())
                .as("what repeats is due")
                .isFalse();
        understood
                .recurrence()
                .ifPresent(recurrence -> assertThatCode(() -> new Recur<LocalDate>(recurrence.getRule(), false))
                        .doesNotThrowAnyException());
        understood
                .due()
                .ifPresent(due -> assertThat(due.getDate()
                                .or(() -> due.getDateTime().map(time -> time.toLocalDate()))
                                .orElseThrow()
                                .getYear())
                        .isBetween(1, 9999));
        assertThat(understood.tags()).hasSizeLessThanOrEqualTo(50).allMatch(tag -> tag.length() <= 128);
        assertThat(understood.reminders()).hasSizeLessThanOrEqualTo(20);
    }

    @Property(tries = 50)
    void takesNoLongTime(@ForAll("words") List<String> words, @ForAll("settings") Setting setting) {
        var text = String.join(" ", words).repeat(LONGEST);
        var line = text.substring(0, Math.min(LONGEST, text.length()));
        var start = System.nanoTime();

        Interpreter.english().read(line, setting);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
    }

    private static String withoutSpace(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.oneOf(
                words().map(words -> String.join(" ", words)),
                words().map(words -> String.join("", words)),
                Arbitraries.strings().ofMaxLength(100),
                Arbitraries.strings()
                        .withChars(" \t\u00a0\"“”#*!.:,-/'0123456789amprevyo")
                        .ofMaxLength(60));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(14);
    }

    @Provide
    Arbitrary<Setting> settings() {
        var moments = Arbitraries.longs()
                .between(
                        Instant.parse("0001-01-02T00:00:00Z").getEpochSecond(),
                        Instant.parse("9999-12-31T23:59:59Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
        var zones = Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Kathmandu")
                .map(ZoneId::of);
        var lists = List.of(new NamedList(new UUID(0, 1), "Home"), new NamedList(new UUID(0, 2), " "));
        return Combinators.combine(moments, zones, Arbitraries.of(true, false))
                .as((moment, zone, dayFirst) -> new Setting(moment, zone, dayFirst, Optional.empty(), lists));
    }
}
