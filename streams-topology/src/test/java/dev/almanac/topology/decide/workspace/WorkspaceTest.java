package dev.almanac.topology.decide.workspace;

import static dev.almanac.topology.testkit.Acts.INBOX;
import static dev.almanac.topology.testkit.Acts.createWorkspace;
import static dev.almanac.topology.testkit.Acts.editWorkspace;
import static dev.almanac.topology.testkit.Acts.renameWorkspace;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.event;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Scenario.given;
import static dev.almanac.topology.testkit.Scenario.givenInPersonalWorkspace;
import static dev.almanac.topology.testkit.Scenario.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.model.Profile;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
    @Nested
    class Creating {
        @Test
        void makesTheInboxAndTheOwnerToo() {
            Scenario created = nothing()
                    .when(createWorkspace("Team"))
                    .then(emits(
                            event("WorkspaceCreated", "team"),
                            event("MemberAdded", "ann"),
                            event("ListCreated", INBOX)));

            assertThat(created.workspace().getName()).isEqualTo("Team");
            assertThat(created.workspace().getInboxId()).isEqualTo(Labels.id(INBOX));
            assertThat(created.workspace().getProfile()).isEmpty();
            assertThat(created.member("ann").getRole()).isEqualTo(Role.OWNER);
            assertThat(created.happening().outcome().getState().orElseThrow().getWorkspace())
                    .contains(created.workspace());
        }

        @Test
        void againChangesNothing() {
            given().when(createWorkspace("another name")).then(isUnchanged());
        }

        @Test
        void whereAnotherHasOneIsAsIfItWereNotThere() {
            given().when(createWorkspace("mine").by("eve")).then(isRefused(RejectionCode.WORKSPACE_NOT_FOUND));
        }

        @Test
        void needsAName() {
            nothing().when(createWorkspace(" ")).then(isRefused(RejectionCode.INVALID, "/name"));
        }

        @Test
        void makesAProfileInThePersonalWorkspace() {
            assertThat(givenInPersonalWorkspace().workspace().getProfile()).contains(new Profile("ann", "UTC"));
        }
    }

    @Nested
    class Editing {
        @Test
        void changesTheName() {
            given().when(renameWorkspace("Crew"))
                    .then(emits(event("WorkspaceEdited", "team") + " [name]"))
                    .when(renameWorkspace("Crew"))
                    .then(isUnchanged());
        }

        @Test
        void changesTheProfileInThePersonalWorkspace() {
            Scenario edited = givenInPersonalWorkspace()
                    .when(editWorkspace(edit -> edit.setTimeZone("Europe/Berlin")))
                    .then(emits(event("WorkspaceEdited", "ann") + " [profile]"))
                    .when(editWorkspace(edit -> edit.setDisplayName("Ann B.")));

            assertThat(edited.workspace().getProfile()).contains(new Profile("Ann B.", "Europe/Berlin"));
        }

        @Test
        void hasNoProfileToChangeElsewhere() {
            given().when(editWorkspace(edit -> edit.setTimeZone("Europe/Berlin")))
                    .then(isRefused(RejectionCode.INVALID, "/timeZone"))
                    .when(editWorkspace(edit -> edit.setDisplayName("Ann")))
                    .then(isRefused(RejectionCode.INVALID, "/displayName"));
        }

        @Test
        void refusesWhatIsOutOfBounds() {
            givenInPersonalWorkspace()
                    .when(renameWorkspace(""))
                    .then(isRefused(RejectionCode.INVALID, "/name"))
                    .when(editWorkspace(edit -> edit.setTimeZone("Mars/Olympus")))
                    .then(isRefused(RejectionCode.INVALID, "/timeZone"))
                    .when(editWorkspace(edit -> edit.setDisplayName("x".repeat(201))))
                    .then(isRefused(RejectionCode.INVALID, "/displayName"))
                    .when(renameWorkspace("x").expecting(2))
                    .then(isRefused(RejectionCode.VERSION_MISMATCH));
        }
    }
}
