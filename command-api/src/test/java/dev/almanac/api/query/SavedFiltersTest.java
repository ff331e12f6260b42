package dev.almanac.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.ApiClient;
import dev.almanac.api.support.ReadSliceTest;
import dev.almanac.api.support.ScriptedTopology;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.SavedFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Filters that members saved, over HTTP, on rows as the projection writes them: each has only the own ones. */
class SavedFiltersTest extends ReadSliceTest {
    @Autowired
    private ScriptedTopology topology;

    private ApiClient bob = new ApiClient(0, "bob");

    @BeforeEach
    void letBobIn() {
        bob = client("bob");
        home.member(bob.userId(), Role.VIEWER);
    }

    @Test
    void areListedByNameForTheirOwner() {
        home.filter(ada.userId(), "soon", "due <= tomorrow");
        home.filter(bob.userId(), "mine", "assignee = me");
        var late = home.filter(ada.userId(), "Late", "overdue = true");
        home.project();

        assertThat(ada.get(filters()).items("name")).containsExactly("Late", "soon");
        assertThat(bob.get(filters()).items("filter")).containsExactly("assignee = me");
        assertThat(ada.get(filters() + "/" + late.getId()).json().get("name").asString())
                .isEqualTo("Late");
        assertThat(bob.get(filters() + "/" + late.getId()).status()).isEqualTo(404);
    }

    @Test
    void whatIsAnothersIsNotThereInTheChanges() {
        var ours = home.filter(ada.userId(), "soon", "due <= tomorrow");
        var gone = home.filter(ada.userId(), "gone", "overdue = true");
        home.delete(gone);
        home.project();

        assertThat(stateOf(ours, ada).get("filter").asString()).isEqualTo("due <= tomorrow");
        assertThat(stateOf(gone, ada).isNull()).isTrue();
        assertThat(stateOf(ours, bob).isNull()).isTrue();
    }

    @Test
    void whatIsDoneWithThemIsNobodyElsesToSee() {
        var soon = home.filter(ada.userId(), "soon", "due <= tomorrow");
        home.did("create_filter", soon);
        home.project();
        assertThat(ada.get("/workspaces/" + home.id() + "/activity").items("kind"))
                .contains("filter");
        assertThat(bob.get("/workspaces/" + home.id() + "/activity").items("kind"))
                .doesNotContain("filter");
    }

    @Test
    void areSentAsTheyWereUnderstood() {
        home.project();
        topology.agree();
        ada.post(filters(), "{\"name\":\"Soon\",\"filter\":\"due <= tomorrow\",\"sort\":\"-priority,due\"}");

        var create =
                topology.sent().getOperations().getFirst().getCreateFilter().orElseThrow();
        assertThat(create.getName()).isEqualTo("Soon");
        assertThat(create.getFilter()).isEqualTo("due <= tomorrow");
        assertThat(create.getSort()).contains("-priority,due");
    }

    @Test
    void whatCanNotBeUnderstoodIsNotSaved() {
        home.project();
        var refused = ada.post(filters(), "{\"name\":\"Soon\",\"filter\":\"due <= whenever\",\"sort\":\"relevance\"}");

        assertThat(refused.status()).isEqualTo(400);
        var errors = refused.json().get("errors");
        assertThat(errors.get(0).get("pointer").asString()).isEqualTo("/filter");
        assertThat(errors.get(0).get("position").asInt()).isEqualTo(7);
        assertThat(errors.get(1).get("pointer").asString()).isEqualTo("/sort");
        assertThat(topology.sentNone()).isTrue();
    }

    private JsonNode stateOf(SavedFilter filter, ApiClient member) {
        return member.get("/workspaces/" + home.id() + "/changes?since=0")
                .json()
                .get("changes")
                .valueStream()
                .filter(change ->
                        change.get("id").asString().equals(filter.getId().toString()))
                .findFirst()
                .orElseThrow()
                .get("state");
    }

    private String filters() {
        return "/workspaces/" + home.id() + "/filters";
    }
}
