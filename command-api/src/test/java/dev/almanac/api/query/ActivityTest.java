package dev.almanac.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.ApiClient.Answer;
import dev.almanac.api.support.ReadSliceTest;
import dev.almanac.api.support.TestWorkspace;
import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.audit.AuditOutcome;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.result.RejectionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done and how often, over HTTP, on rows as the projection writes them. */
class ActivityTest extends ReadSliceTest {
    private Task milk;
    private Task oats;

    @BeforeEach
    void buy() {
        milk = home.task("milk");
        oats = home.task("oats");
        home.project();
    }

    @Test
    void theLatestIsFirst() {
        home.did("create_task", milk, same());
        home.did("edit_task", milk, same());
        home.did("create_task", oats, same());

        assertThat(activity("").items("action")).containsExactly("create_task", "edit_task", "create_task");
        assertThat(ofTask(milk, "").items("action")).containsExactly("edit_task", "create_task");
    }

    @Test
    void anEntryTellsWhoDidWhatAndWhatWasBefore() {
        var after = home.edit(milk, task -> task.setTitle("soy"));
        var done = home.did("edit_task", after, entry -> entry.setBefore(TestWorkspace.state(milk)));
        home.project();

        var item = activity("").json().get("items").get(0);
        assertThat(item.get("eventId").asString())
                .isEqualTo(done.getEventId().orElseThrow().toString());
        assertThat(item.get("commandId").asString())
                .isEqualTo(done.getCommandId().toString());
        assertThat(item.get("seq").asLong()).isEqualTo(home.seq());
        assertThat(item.get("actor").get("userId").asString())
                .isEqualTo(ada.userId().toString());
        assertThat(item.get("before").get("title").asString()).isEqualTo("milk");
        assertThat(item.get("after").get("title").asString()).isEqualTo("soy");
        assertThat(item.get("outcome").asString()).isEqualTo("accepted");
        assertThat(activity("").text()).doesNotContain("192.0.2.1");
    }

    @Test
    void whatWasRefusedSaysWhy() {
        home.did("complete_task", milk, refused());

        var item = activity("").json().get("items").get(0);
        assertThat(item.get("outcome").asString()).isEqualTo("rejected");
        assertThat(item.get("reason").asString()).isEqualTo("not_found");
        assertThat(item.has("eventId")).isFalse();
    }

    @Test
    void itCanBeNarrowed() {
        var bob = UUID.randomUUID();
        home.did("create_task", milk, same());
        home.did("edit_task", milk, entry -> entry.setActor(new Actor(bob, ActorKind.USER, "Bob")));
        home.did("complete_task", milk, refused());
        home.did("mark_overdue", milk, entry -> entry.setActor(new Actor(Ids.SYSTEM, ActorKind.SYSTEM, null)));

        assertThat(activity("?actor=" + Ids.SYSTEM).items("action")).containsExactly("mark_overdue");
        assertThat(activity("?actor=me").items("action")).containsExactly("complete_task", "create_task");
        assertThat(activity("?actor=" + bob).items("action")).containsExactly("edit_task");
        assertThat(activity("?action=create_task,edit_task").items("action"))
                .containsExactly("edit_task", "create_task");
        assertThat(activity("?outcome=rejected").items("action")).containsExactly("complete_task");
        assertThat(activity("?outcome=accepted&actor=me").items("action")).containsExactly("create_task");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/activity?actor=nobody",
                "/activity?actor=1-1-1-1-1",
                "/activity?action=Drop%20table",
                "/activity?action=,",
                "/activity?outcome=maybe",
                "/activity?limit=0",
                "/activity?limit=201",
                "/activity?cursor=x",
                "/activity?from=2026-11-01",
                "/stats?from=yesterday",
                "/stats?from=2026-11-02&to=2026-11-01",
                "/stats?from=2025-01-01&to=2026-11-01",
                "/stats?from=0001-01-01",
                "/stats?to=%2B10000-01-01",
                "/stats?outcome=rejected",
            })
    void whatIsNotAsAgreedIsRefused(String call) {
        var answer = ada.get("/workspaces/" + home.id() + call);
        assertThat(answer.status()).as(call).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("validation");
    }

    @Test
    void pagesTogetherAreAllOfIt() {
        List<String> done = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            // Several at one moment, and of one command.
            int number = i;
            var entry = home.did(
                    "edit_task",
                    milk,
                    fields -> fields.setAt(TestWorkspace.EPOCH.plusSeconds(number / 4))
                            .setOperation(number % 3));
            done.add(entry.getEventId().orElseThrow().toString());
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            var page = activity("?limit=4" + cursor);
            read.addAll(page.items("eventId"));
            var next = page.json().get("next");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(read).containsExactlyInAnyOrderElementsOf(done);
        assertThat(read).isEqualTo(activity("?limit=200").items("eventId"));
    }

    @Test
    void statsCountByDayUserAndAction() {
        for (int i = 0; i < 3; i++) {
            home.did("create_task", milk, same());
        }
        home.did("create_task", milk, entry -> entry.setAt(TestWorkspace.EPOCH.plusSeconds(86_400)));
        home.did("complete_task", milk, refused());

        var stats = stats("?from=2026-11-01&to=2026-11-02");
        assertThat(stats.json().get("items").valueStream().map(Object::toString))
                .containsExactly(
                        count("2026-11-02", "create_task", 1, 0),
                        count("2026-11-01", "create_task", 3, 0),
                        count("2026-11-01", "complete_task", 1, 1));
        assertThat(stats("?from=2026-11-02&to=2026-11-02").items("action")).containsExactly("create_task");
        assertThat(stats("?from=2026-11-01&to=2026-11-30&action=complete_task").items("action"))
                .containsExactly("complete_task");
        assertThat(stats("").status()).isEqualTo(200);
    }

    private String count(String day, String action, int count, int rejected) {
        return "{\"day\":\"%s\",\"user\":\"%s\",\"action\":\"%s\",\"count\":%d,\"rejected\":%d}"
                .formatted(day, ada.userId(), action, count, rejected);
    }

    @Test
    void viewersReadAndStrangersFindNothing() {
        var bob = client("bob");
        home.member(bob.userId(), Role.VIEWER);
        home.project();
        home.did("create_task", milk, same());
        for (var call : List.of("/activity", "/stats", "/tasks/" + milk.getId() + "/activity")) {
            var path = "/workspaces/" + home.id() + call;
            assertThat(bob.get(path).status()).as(call).isEqualTo(200);
            assertThat(client("eve").get(path).status()).as(call).isEqualTo(404);
        }
    }

    @Test
    void ofATaskThatNeverWasThereIsNothing() {
        assertThat(ofTask(milk, "").items("action")).isEmpty();
        assertThat(ada.get("/workspaces/" + home.id() + "/tasks/" + UUID.randomUUID() + "/activity")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAnswerNeverShowsLessThanItsSyncToken() {
        home.did("create_task", milk, same());
        var seen = activity("").syncToken();
        assertThat(seen).isEqualTo(home.seq());

        home.edit(milk, task -> task.setTitle("soy"));
        home.project();
        assertThat(activity("").syncToken()).as("what was done is not told yet").isEqualTo(seen);
        var early = ada.get("/workspaces/" + home.id() + "/activity", "Sync-Token", Long.toString(home.seq()));
        assertThat(early.status()).isEqualTo(503);
        assertThat(early.problem()).isEqualTo("sync-timeout");

        home.did("edit_task", milk, same());
        var then = ada.get("/workspaces/" + home.id() + "/activity", "Sync-Token", Long.toString(home.seq()));
        assertThat(then.items("action")).containsExactly("edit_task", "create_task");
        assertThat(then.syncToken()).isEqualTo(home.seq());
    }

    @Test
    void whatTimersDoNeedNotBeTold() {
        home.did("create_task", milk, same());
        home.byTimer(milk, task -> task.setTitle("later"));
        home.project();

        var answer = ada.get("/workspaces/" + home.id() + "/activity", "Sync-Token", Long.toString(home.seq()));

        assertThat(answer.items("action")).containsExactly("create_task");
        assertThat(answer.syncToken()).isEqualTo(home.seq());
    }

    private static UnaryOperator<AuditEntry.Builder> same() {
        return entry -> entry;
    }

    private static UnaryOperator<AuditEntry.Builder> refused() {
        return entry -> entry.setOutcome(AuditOutcome.REJECTED)
                .setReason(RejectionCode.NOT_FOUND)
                .setDetail("There is no such task.")
                .setEventId(null)
                .setSeq(null)
                .setLastSeq(null)
                .setAfter(null);
    }

    private Answer activity(String query) {
        return ada.get("/workspaces/" + home.id() + "/activity" + query);
    }

    private Answer ofTask(Task task, String query) {
        return ada.get("/workspaces/" + home.id() + "/tasks/" + task.getId() + "/activity" + query);
    }

    private Answer stats(String query) {
        return ada.get("/workspaces/" + home.id() + "/stats" + query);
    }
}
