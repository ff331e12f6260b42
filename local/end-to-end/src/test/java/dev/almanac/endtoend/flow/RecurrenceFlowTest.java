package dev.almanac.endtoend.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.endtoend.client.Client;
import dev.almanac.endtoend.client.Reply;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tasks that repeat, from the preview of their dates to what everyone sees. */
@OnTheRunningSystem
@Order(12)
class RecurrenceFlowTest {
    private final Client ada;
    private final Workspace workspace;

    RecurrenceFlowTest(RunningSystem system) {
        this.ada = system.client("ada");
        this.workspace = ada.newWorkspace("Rhythm");
    }

    @Test
    void aPreviewTellsWhichDatesWereMovedAndWhy() {
        JsonNode occurrences =
                ada.post("/recurrence-previews", """
                        {"rule":"FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD","start":"2027-01-31T02:30",
                         "timeZone":"Europe/Berlin","limit":3}""").expect(200).json().get("occurrences");

        assertThat(occurrences.valueStream().map(each -> each.get("local").asString()))
                .containsExactly("2027-01-31T02:30", "2027-02-28T02:30", "2027-03-31T02:30");
        assertThat(occurrences.get(1).get("instant").asString()).isEqualTo("2027-02-28T01:30:00Z");
        assertThat(occurrences.get(1).get("note").asString()).contains("February 2027");
        assertThat(occurrences.get(2).get("note").isNull()).isTrue();
    }

    @Test
    void aRuleThatIsNoneIsRefusedWithItsPlace() {
        Reply refused = ada.post("/recurrence-previews", "{\"rule\":\"FREQ=DAILY;BYDAY=XX\",\"start\":\"2027-01-31\"}")
                .expect(400);
        assertThat(refused.pointers()).containsExactly("/rule");
        ada.post("/recurrence-previews", """
                        {"rule":"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30","start":"2027-01-31"}""").expect(400);
        assertThat(workspace.post("/tasks", """
                                {"title":"Rent","due":{"date":"2027-01-31"},"recurrence":{"rule":"FREQ=OFTEN"}}""").expect(400).pointers()).containsExactly("/recurrence/rule");
    }

    @Test
    void completingBringsTheNextAndReopeningTakesItBack() {
        Reply created = workspace.post("/tasks", """
                        {"title":"Clean the eyepieces","due":{"dateTime":"2027-01-31T09:00","timeZone":"Europe/Berlin"},
                         "recurrence":{"rule":"FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD"}}""").expect(201);
        String task = "/tasks/" + created.id();

        Reply completed = workspace.post(task + "/complete").expect(200);
        String next = completed.json().get("recurrence").get("successor").asString();
        long seen = workspace.seq("Sync-Token", completed.header("Sync-Token"));
        assertThat(due(next)).isEqualTo("2027-02-28T09:00");
        assertThat(workspace.tasks(seen))
                .filteredOn(each -> each.get("title").asString().equals("Clean the eyepieces"))
                .extracting(each -> each.get("status").asString())
                .containsExactlyInAnyOrder("completed", "open");

        workspace.post(task + "/reopen").expect(200);
        workspace.get("/tasks/" + next).expect(404);
        assertThat(workspace
                        .post(task + "/complete")
                        .expect(200)
                        .json()
                        .get("recurrence")
                        .get("successor")
                        .asString())
                .isEqualTo(next);
    }

    @Test
    void skippingAndEditingGoOnWithTheSeries() {
        Reply created = workspace.post("/tasks", """
                        {"title":"Water the moss","due":{"date":"2027-03-01"},
                         "recurrence":{"rule":"FREQ=WEEKLY;COUNT=3"}}""").expect(201);
        JsonNode skipped =
                workspace.post("/tasks/" + created.id() + "/skip").expect(200).json();
        assertThat(skipped.get("status").asString()).isEqualTo("cancelled");
        String second = skipped.get("recurrence").get("successor").asString();

        workspace.patch("/tasks/" + second, "{\"priority\":\"high\"}").expect(200);
        workspace
                .patch("/tasks/" + second + "?scope=future", "{\"title\":\"Water the fern\"}")
                .expect(200);
        String third = workspace
                .post("/tasks/" + second + "/complete")
                .expect(200)
                .json()
                .get("recurrence")
                .get("successor")
                .asString();
        JsonNode last = workspace.get("/tasks/" + third).expect(200).json();
        assertThat(last.get("title").asString()).isEqualTo("Water the fern");
        assertThat(last.get("priority").asString()).isEqualTo("none");
        assertThat(last.get("due").get("date").asString()).isEqualTo("2027-03-15");
        assertThat(workspace
                        .post("/tasks/" + third + "/complete")
                        .expect(200)
                        .json()
                        .get("recurrence")
                        .has("successor"))
                .isFalse();
    }

    @Test
    void whatIsToComeIsToldWithWhatHasBeenMade() {
        Reply created = workspace.post("/tasks", """
                        {"title":"Look at the moon","due":{"date":"2027-03-01"},
                         "recurrence":{"rule":"FREQ=WEEKLY;COUNT=4","catchUp":"all"}}""").expect(201);
        String task = "/tasks/" + created.id();
        Reply skipped = workspace.post(task + "/skip").expect(200);
        String second = skipped.json().get("recurrence").get("successor").asString();
        Reply moved = workspace
                .patch("/tasks/" + second, "{\"due\":{\"date\":\"2027-03-10\"}}")
                .expect(200);

        JsonNode told = workspace
                .get(task + "/occurrences?limit=2", "Sync-Token", moved.header("Sync-Token"))
                .expect(200)
                .json();

        assertThat(told.at("/occurrences/0/taskId").asString()).isEqualTo(second);
        assertThat(told.at("/occurrences/0/occurrence/date").asString()).isEqualTo("2027-03-08");
        assertThat(told.at("/occurrences/0/due/date").asString()).isEqualTo("2027-03-10");
        assertThat(told.at("/occurrences/1/due/date").asString()).isEqualTo("2027-03-15");
        assertThat(told.get("ended").booleanValue()).isFalse();
        JsonNode all = workspace.get(task + "/occurrences").expect(200).json();
        assertThat(all.get("occurrences").size()).isEqualTo(3);
        assertThat(all.get("ended").booleanValue()).isTrue();
    }

    private String due(String task) {
        return workspace
                .get("/tasks/" + task)
                .expect(200)
                .json()
                .get("due")
                .get("dateTime")
                .asString();
    }
}
