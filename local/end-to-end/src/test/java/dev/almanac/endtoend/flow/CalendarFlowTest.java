package dev.almanac.endtoend.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.endtoend.client.Client;
import dev.almanac.endtoend.client.Reply;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A workspace at a secret address, from its making to its end. */
@OnTheRunningSystem
@Order(14)
class CalendarFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunningSystem system;
    private final Client ada;
    private final Workspace home;

    CalendarFlowTest(RunningSystem system) {
        this.system = system;
        this.ada = system.client("ada");
        this.home = ada.newWorkspace("Home");
    }

    @Test
    void whoKnowsTheAddressReadsUntilItIsTakenBack() throws IOException {
        home.post("/tasks", """
                        {"title":"Water the plants","due":{"dateTime":"2031-01-31T09:00","timeZone":"Europe/Berlin"},
                         "recurrence":{"rule":"FREQ=WEEKLY"},"reminders":[{"offset":"-PT30M"}]}""").expect(201);
        String address = link();

        Reply calendar = awaitStatus(address, 200);
        assertThat(calendar.text().replace("\r\n ", ""))
                .contains("X-WR-CALNAME:Home", "SUMMARY:Water the plants", "RRULE:FREQ=WEEKLY", "BEGIN:VALARM");
        String tag = calendar.header("ETag");
        assertThat(read(address, "If-None-Match", tag).status()).isEqualTo(304);

        Reply added = home.task("Buy soil");
        home.get("", "Sync-Token", added.header("Sync-Token")).expect(200);
        assertThat(read(address, "If-None-Match", tag).expect(200).text()).contains("SUMMARY:Buy soil");

        String next = link();
        awaitStatus(next, 200);
        assertThat(read(address).status()).as("the one before").isEqualTo(404);

        home.delete("/calendar-link").expect(200);
        awaitStatus(next, 404);
        home.delete("/calendar-link").expect(200);
        assertThat(filesThatHold(key(next)))
                .as("where the secret is written down")
                .isEmpty();
    }

    @Test
    void itEndsWithTheMembership() {
        Workspace bobs = home.admit(system.client("bob"), "viewer");
        String address =
                bobs.post("/calendar-link").expect(200).json().get("href").asString();
        awaitStatus(address, 200);
        home.delete("/members/" + bobs.client().userId()).expect(204);
        awaitStatus(address, 404);
    }

    private String link() {
        return home.post("/calendar-link").expect(200).json().get("href").asString();
    }

    /** Calendar programs have no sync token, so what they see follows a moment later. */
    private Reply awaitStatus(String address, int status) {
        return await().atMost(PATIENCE).until(() -> read(address), reply -> reply.status() == status);
    }

    private Reply read(String address, String... headers) {
        return Client.getWithoutToken(system.url(), address, headers);
    }

    private static String key(String address) {
        return URI.create(address).getQuery().substring("key=".length());
    }

    /** Logs of services and of the broker, state stores, the database. */
    private Stream<Path> filesThatHold(String text) throws IOException {
        try (Stream<Path> files = Files.walk(system.data())) {
            return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList().stream();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }
}
