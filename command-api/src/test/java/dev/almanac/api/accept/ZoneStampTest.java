package dev.almanac.api.accept;

import static dev.almanac.api.accept.Refusals.ID;
import static dev.almanac.api.accept.Refusals.NEW_ID;
import static dev.almanac.api.accept.Refusals.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.CompleteTask;
import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.Operation;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZoneStampTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void aDateWithoutAZoneGetsTheUsers() {
        var operations = List.of(
                create("{\"title\":\"x\",\"due\":{\"date\":\"2026-11-30\"}}"),
                patch("{\"start\":{\"dateTime\":\"2026-11-30T09:00\"},\"notes\":null}"));

        assertThat(ZoneStamp.isNeeded(operations)).isTrue();
        assertThat(ZoneStamp.stamp(operations, TOKYO))
                .containsExactly(
                        create("{\"title\":\"x\",\"due\":{\"date\":\"2026-11-30\",\"timeZone\":\"Asia/Tokyo\"}}"),
                        patch("""
                                {"start":{"dateTime":"2026-11-30T09:00","timeZone":"Asia/Tokyo"},"notes":null}"""));
    }

    @Test
    void aDateInAZoneStaysThere() {
        var operations = List.of(
                create("{\"title\":\"x\",\"due\":{\"date\":\"2026-11-30\",\"timeZone\":\"Europe/Berlin\"}}"),
                Operations.of(new CompleteTask(ID), Optional.empty()));

        assertThat(ZoneStamp.isNeeded(operations)).isFalse();
        assertThat(ZoneStamp.stamp(operations, TOKYO)).isEqualTo(operations);
    }

    private static Operation create(String body) {
        return Operations.of(TaskRequests.create(json(body), () -> NEW_ID), Optional.empty());
    }

    private static Operation patch(String body) {
        return Operations.of(TaskRequests.patch(ID, json(body), EditScope.THIS, () -> NEW_ID), Optional.of(2L));
    }
}
