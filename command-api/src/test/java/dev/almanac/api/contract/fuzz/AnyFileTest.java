package dev.almanac.api.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.ContractChecks;
import dev.almanac.api.support.Facts;
import dev.almanac.api.support.ScriptedTopology;
import dev.almanac.api.support.Slice;
import dev.almanac.api.support.TestIssuer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever file is sent to be imported: it is taken or refused as the contract tells, and nothing is half taken. */
class AnyFileTest {
    private static final ConfigurableApplicationContext SLICE = Slice.start();
    private static final int PORT = SLICE.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    private static final String TOKEN = TestIssuer.shared().token("ada");
    private static final String PATH = "/api/v1/workspaces/" + Facts.WORKSPACE + "/import";

    private record Sample(String type, String text) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("application/json", """
                    {"format":"almanac","version":1,"workspace":{},"lists":[{"id":"%1$s","name":"Home","color":"#00ff00"}],
                    "tasks":[{"id":"%2$s","title":"x","listId":"%1$s","tags":["a"],"status":"completed",
                    "due":{"dateTime":"2026-11-30T09:00","timeZone":"Europe/Berlin"},"reminders":[{"offset":"-PT1H"}]}],
                    "comments":[{"id":"%3$s","taskId":"%2$s","text":"y"}]}
                    """.formatted(Facts.LIST, Facts.TASK, Facts.COMMENT)),
            new Sample("application/json", """
                    [{"id":1,"title":"Home","tasks":[{"id":2,"title":"x","due_date":"2026-11-30T08:00:00Z","priority":3,
                    "labels":[{"title":"a"}],"reminders":[{"relative_to":"due_date","relative_period":-60}],
                    "related_tasks":{"subtask":[{"id":3}]}},{"id":3,"title":"y","related_tasks":{"parenttask":[{"id":2}]}}]}]
                    """),
            new Sample(
                    "text/csv",
                    "title,list,due,tags,reminders,status\r\n\"a\"\"b\",Home,2026-11-30,\"x,y\",-PT1H,open\r\n"),
            new Sample(
                    "text/csv",
                    "TYPE,CONTENT,PRIORITY,INDENT,DATE\ntask,x @a,1,1,tomorrow 5pm\ntask,y,4,2,\nnote,z,,,\n"),
            new Sample("text/calendar", """
                    BEGIN:VCALENDAR
                    VERSION:2.0
                    BEGIN:VTODO
                    UID:a
                    SUMMARY:x
                    DUE;TZID=Europe/Berlin:20261130T090000
                    CATEGORIES:a,b
                    BEGIN:VALARM
                    TRIGGER:-PT30M
                    ACTION:DISPLAY
                    END:VALARM
                    END:VTODO
                    END:VCALENDAR
                    """.replace("\n", "\r\n")));
    private static final String CHARACTERS = "{}[]\",:;=\\\n\r0129azAZ-+TP\u0000\u00e9\ud83e\udd5b'@#";

    @AfterContainer
    static void stop() {
        SLICE.close();
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void isTakenOrRefused(@ForAll("requests") RandomRequest request) {
        var topology = SLICE.getBean(ScriptedTopology.class);
        topology.agree();
        HttpResponse<byte[]> response = request.send(PORT, TOKEN);

        ContractChecks.check(response, response.body());
        assertThat(response.statusCode()).isIn(200, 400, 415);
        if (response.statusCode() == 200) {
            assertThat(new String(response.body(), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                            .getLast())
                    .contains("\"state\":\"done\"");
        } else {
            assertThat(topology.sentNone()).as("nothing was changed").isTrue();
        }
    }

    @Provide
    Arbitrary<RandomRequest> requests() {
        return Arbitraries.randomValue(random -> {
            var sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
            var text = damaged(sample.text(), random, random.nextInt(4));
            return new RandomRequest(
                    "POST",
                    PATH,
                    Map.of("Content-Type", List.of(sample.type())),
                    text.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static String damaged(String text, Random random, int times) {
        var damaged = new StringBuilder(text);
        for (var time = 0; time < times && !damaged.isEmpty(); time++) {
            var at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                case 2 -> damaged.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                default -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(40)));
            }
        }
        return damaged.toString();
    }
}
