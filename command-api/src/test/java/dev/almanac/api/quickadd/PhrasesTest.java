package dev.almanac.api.quickadd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.quickadd.Understood.Reminding;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.TaskDate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");
    private static final List<NamedList> LISTS = Stream.of("Inbox", "Personal", "Work", "Home", "Home & Garden")
            .map(name -> new NamedList(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name))
            .toList();

    private static Setting berlin(boolean dayFirst) {
        return new Setting(TUESDAY, BERLIN, dayFirst, Optional.empty(), LISTS);
    }

    record Example(String typed, String title, String rest) {}

    static List<Example> examples() throws IOException {
        try (InputStream file = Objects.requireNonNull(PhrasesTest.class.getResourceAsStream("phrases.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(line -> line.split("\\|", -1))
                    .map(columns -> new Example(columns[0], columns[1].strip(), columns[2].strip()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void meansWhatPeopleMean(Example example) {
        var understood = Interpreter.english().read(example.typed(), berlin(true));

        assertThat(understood.title() + " | " + told(understood)).isEqualTo(example.title() + " | " + example.rest());
    }

    @Test
    void tellsWhereThingsStandByUtf16() {
        var text = "Buy 🥛 tomorrow 5pm #food";
        var spans = Interpreter.english().read(text, berlin(true)).spans();

        assertThat(spans)
                .extracting(Span::part, span -> text.substring(span.start(), span.end()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Part.DUE, "tomorrow"),
                        org.assertj.core.groups.Tuple.tuple(Part.TIME, "5pm"),
                        org.assertj.core.groups.Tuple.tuple(Part.TAG, "#food"));
        assertThat(spans.getFirst().start()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"3/4,2027-03-04", "30/11,2026-11-30", "11/30,2026-11-30", "12/1/27,2027-12-01", "3.4.,2027-04-03"})
    void readsFiguresInTheOrderOfThePlace(String date, String due) {
        assertThat(told(Interpreter.english().read("Pay " + date, berlin(false))))
                .isEqualTo("due=" + due);
    }

    @ParameterizedTest
    @CsvSource({"en-US,false", "en-GB,true", "de,true", "fr,true", "sv,false", "ja,false", "'',false"})
    void knowsTheOrderOfPlaces(String tag, boolean dayFirst) {
        assertThat(DateOrder.isDayFirst(Locale.forLanguageTag(tag))).isEqualTo(dayFirst);
    }

    private static String told(Understood understood) {
        List<String> parts = new ArrayList<>();
        understood.listId().ifPresent(id -> parts.add("list=" + nameOf(id)));
        understood.due().ifPresent(due -> parts.add("due=" + local(due)));
        understood.recurrence().ifPresent(recurrence -> {
            parts.add("rule=" + recurrence.getRule());
            if (recurrence.getBasis() == RecurrenceBasis.COMPLETION) {
                parts.add("basis=completion");
            }
        });
        understood.priority().ifPresent(it -> parts.add("priority=" + it.name().toLowerCase(Locale.ROOT)));
        if (!understood.tags().isEmpty()) {
            parts.add("tags=" + String.join(",", understood.tags()));
        }
        if (!understood.reminders().isEmpty()) {
            parts.add("remind="
                    + understood.reminders().stream().map(PhrasesTest::told).collect(Collectors.joining(",")));
        }
        return String.join(" ", parts);
    }

    private static String told(Reminding reminding) {
        return switch (reminding) {
            case Reminding.At(var moment) -> moment.toString();
            case Reminding.FromDue(var offset) -> offset;
        };
    }

    private static String local(TaskDate due) {
        assertThat(due.getTimeZone()).contains("Europe/Berlin");
        return due.getDate()
                .map(Object::toString)
                .or(() -> due.getDateTime().map(Object::toString))
                .orElseThrow();
    }

    private static String nameOf(UUID id) {
        return LISTS.stream()
                .filter(list -> list.id().equals(id))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
