package dev.almanac.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.almanac.schemas.Samples;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AvroJsonTest {
    private static final String TASK = "{\"id\":\"0197f0a4-0000-7000-8000-000000000003\","
            + "\"workspaceId\":\"0197f0a4-0000-7000-8000-000000000001\","
            + "\"listId\":\"0197f0a4-0000-7000-8000-000000000004\",\"title\":\"Pay the rent\",\"status\":\"open\","
            + "\"priority\":\"high\",\"tags\":[\"home\",\"Müll\"],"
            + "\"due\":{\"dateTime\":\"2026-11-30T09:00\",\"timeZone\":\"Europe/Berlin\"},\"position\":\"a0\","
            + "\"reminders\":[],\"overdue\":false,"
            + "\"createdAt\":\"2026-11-30T12:00:00Z\",\"createdBy\":\"0197f0a4-0000-7000-8000-000000000002\","
            + "\"updatedAt\":\"2026-11-30T12:00:00Z\",\"updatedBy\":\"0197f0a4-0000-7000-8000-000000000002\","
            + "\"version\":1,\"seq\":7}";

    @Test
    void aTaskIsWhatTheContractSays() {
        assertThat(AvroJson.toBytes(Samples.task())).asString(UTF_8).isEqualTo(TASK);
    }

    @Test
    void jacksonWritesTheSameWhereverARecordStands() {
        JsonMapper mapper = JsonMapper.builder().addModule(new AvroJsonModule()).build();

        assertThat(mapper.writeValueAsString(Map.of("items", new Object[] {Samples.task()})))
                .isEqualTo("{\"items\":[" + TASK + "]}");
    }

    @Test
    void aStateIsTheThingThatItHolds() {
        Outcome outcome = Outcome.newBuilder()
                .setStatus(OutcomeStatus.NOT_ATTEMPTED)
                .setState(EntityState.newBuilder().setTask(Samples.task()).build())
                .build();

        assertThat(AvroJson.toBytes(outcome))
                .asString(UTF_8)
                .isEqualTo("{\"status\":\"not_attempted\",\"state\":" + TASK + "}");
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        JsonMapper mapper = JsonMapper.shared();

        assertThat(AvroJsonReader.read(Task.class, mapper.readTree(AvroJson.toBytes(Samples.task()))))
                .isEqualTo(Samples.task());
        assertThat(AvroJsonReader.read(TaskCreated.class, mapper.readTree(AvroJson.toBytes(Samples.taskCreated()))))
                .isEqualTo(Samples.taskCreated());
    }

    @Test
    void whatHasToBeThereIsMissed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AvroJsonReader.read(
                        Task.class, JsonMapper.shared().readTree("{\"id\":\"0197f0a4-0000-7000-8000-000000000003\"}")))
                .withMessageContaining("workspaceId");
    }
}
