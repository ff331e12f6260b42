package dev.almanac.api.accept;

import static dev.almanac.api.accept.Refusals.ID;
import static dev.almanac.api.accept.Refusals.NEW_ID;
import static dev.almanac.api.accept.Refusals.json;
import static dev.almanac.api.accept.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.problem.Violation;
import dev.almanac.schemas.command.AddComment;
import dev.almanac.schemas.command.CreateList;
import dev.almanac.schemas.command.CreateWorkspace;
import dev.almanac.schemas.command.EditList;
import dev.almanac.schemas.command.EditWorkspace;
import dev.almanac.schemas.command.Placement;
import dev.almanac.schemas.command.SetMember;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists, workspaces, members, profiles, comments. */
class RequestsTest {
    @Test
    void aListHasANameAndMayHaveAColorAndAPlace() {
        assertThat(ListRequests.create(json("""
                {"name":"Home","color":"#1E90FF","position":{"before":"%s"}}""".formatted(ID)), () -> NEW_ID))
                .isEqualTo(new CreateList(NEW_ID, "Home", "#1e90ff", new Placement(null, ID)));
        assertThat(refused(() -> ListRequests.create(json("{\"color\":\"blue\"}"), () -> NEW_ID))
                        .errors())
                .extracting(Violation::pointer)
                .containsExactly("/name", "/color");
    }

    @Test
    void aListsColorMayBeRemovedButNotItsName() {
        assertThat(ListRequests.patch(ID, json("{\"color\":null}")))
                .isEqualTo(EditList.newBuilder()
                        .setId(ID)
                        .setClear(List.of("color"))
                        .build());
        assertThat(refused(() -> ListRequests.patch(ID, json("{\"name\":null}")))
                        .errors())
                .containsExactly(new Violation("/name", "can't be removed"));
    }

    @Test
    void aWorkspaceBringsItsInbox() {
        assertThat(WorkspaceRequests.create(ID, json("{\"name\":\"Team\"}")))
                .isEqualTo(new CreateWorkspace("Team", Ids.inbox(ID)));
        assertThat(refused(() -> WorkspaceRequests.create(ID, json("{\"name\":\"x\",\"id\":\"%s\"}".formatted(ID))))
                        .errors())
                .extracting(Violation::pointer)
                .containsExactly("/id");
        assertThat(refused(() -> WorkspaceRequests.patch(json("{\"name\":\"%s\"}".formatted("x".repeat(201)))))
                        .errors())
                .extracting(Violation::pointer)
                .containsExactly("/name");
    }

    @Test
    void aProfileHasAZoneAndAName() {
        assertThat(WorkspaceRequests.profile(json("{\"timeZone\":\"Asia/Tokyo\"}")))
                .isEqualTo(EditWorkspace.newBuilder().setTimeZone("Asia/Tokyo").build());
        assertThat(refused(() ->
                                WorkspaceRequests.profile(json("{\"timeZone\":\"Mars/Olympus\",\"displayName\":null}")))
                        .errors())
                .extracting(Violation::pointer)
                .containsExactly("/displayName", "/timeZone");
    }

    @Test
    void aMemberHasARole() {
        assertThat(WorkspaceRequests.member(ID, json("{\"role\":\"editor\",\"displayName\":\"Bo\"}")))
                .isEqualTo(new SetMember(ID, Role.EDITOR, "Bo"));
        assertThat(refused(() -> WorkspaceRequests.member(ID, json("{\"role\":\"admin\"}")))
                        .errors())
                .containsExactly(new Violation("/role", "expected one of viewer, editor, owner"));
    }

    @Test
    void aCommentHasText() {
        assertThat(CommentRequests.add(ID, json("{\"text\":\"Done?\\nYes.\"}"), () -> NEW_ID))
                .isEqualTo(new AddComment(NEW_ID, ID, "Done?\nYes."));
        assertThat(refused(() -> CommentRequests.edit(ID, NEW_ID, json("{}"))).errors())
                .containsExactly(new Violation("/text", "is required"));
        assertThat(refused(() -> CommentRequests.add(ID, json("{\"text\":\" \\n\"}"), () -> NEW_ID))
                        .errors())
                .containsExactly(new Violation("/text", "expected some text"));
        assertThat(refused(() -> CommentRequests.add(
                                ID, json("{\"text\":\"%s\"}".formatted("x".repeat(16 * 1024 + 1))), () -> NEW_ID))
                        .errors())
                .extracting(Violation::pointer)
                .containsExactly("/text");
    }
}
