package dev.almanac.projection.history;

import dev.almanac.schemas.event.CommentAdded;
import dev.almanac.schemas.event.CommentDeleted;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.FilterCreated;
import dev.almanac.schemas.event.FilterDeleted;
import dev.almanac.schemas.event.FilterEdited;
import dev.almanac.schemas.event.ListCreated;
import dev.almanac.schemas.event.ListDeleted;
import dev.almanac.schemas.event.ListEdited;
import dev.almanac.schemas.event.MemberAdded;
import dev.almanac.schemas.event.MemberRemoved;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.event.TaskDeleted;
import dev.almanac.schemas.event.TaskEdited;
import dev.almanac.schemas.event.TaskRestored;
import dev.almanac.schemas.event.WorkspaceCreated;
import dev.almanac.schemas.event.WorkspaceEdited;
import dev.almanac.schemas.id.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** The events of a few workspaces, interleaved as the log of one partition has them, each workspace's seqs without holes. */
public final class History {
    /** One event as its topic has it. */
    public record Entry(UUID workspaceId, long seq, SpecificRecord event) {}

    private static final int WORKSPACES = 3;
    private static final int THINGS = 4;
    private static final int DEEDS = 15;

    private final Map<UUID, Long> seqs = new HashMap<>();
    private final Set<UUID> ended = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();

    private History() {}

    /** @param choices any numbers; each is one event */
    public static List<Entry> of(List<Integer> choices) {
        History history = new History();
        choices.forEach(history::add);
        return List.copyOf(history.entries);
    }

    private void add(int choice) {
        int rest = Math.floorMod(choice, WORKSPACES * THINGS * DEEDS);
        UUID workspaceId = Things.id("workspace", rest % WORKSPACES);
        int thing = rest / WORKSPACES % THINGS;
        int deed = rest / WORKSPACES / THINGS;
        long seq = seqs.merge(workspaceId, 1L, Long::sum);
        entries.add(new Entry(workspaceId, seq, event(workspaceId, thing, deed, seq)));
    }

    private SpecificRecord event(UUID workspace, int thing, int deed, long seq) {
        EventMetadata metadata = Things.metadata(workspace, seq);
        if (seq == 1) {
            return new WorkspaceCreated(metadata, Things.workspace(workspace, seq));
        }
        UUID user = Things.id("user", thing);
        UUID task = Things.id("task", thing);
        UUID list = lasting(workspace, "list", thing);
        UUID comment = lasting(workspace, "comment", thing);
        UUID filter = Things.id("filter", thing);
        return switch (deed) {
            case 0 -> new WorkspaceEdited(metadata, Things.workspace(workspace, seq), List.of("name"));
            case 1 -> new MemberAdded(metadata, Things.member(workspace, user, seq));
            case 2 -> new MemberRemoved(metadata, Things.member(workspace, user, seq));
            case 3 -> new ListCreated(metadata, Things.list(workspace, list, seq));
            case 4 -> new ListEdited(metadata, Things.list(workspace, list, seq), List.of("name"));
            case 5 -> new ListDeleted(metadata, Things.list(workspace, end(list), seq));
            case 6 ->
                new TaskCreated(metadata, Things.task(workspace, task, seq).build());
            case 7 -> new TaskEdited(metadata, Things.task(workspace, task, seq).build(), List.of("title"));
            case 8 ->
                new TaskDeleted(
                        metadata,
                        Things.task(workspace, task, seq)
                                .setDeletedAt(Things.timeOf(seq))
                                .build());
            case 9 ->
                new TaskRestored(metadata, Things.task(workspace, task, seq).build());
            case 10 -> new CommentAdded(metadata, Things.comment(workspace, task, comment, seq));
            case 11 -> new CommentDeleted(metadata, Things.comment(workspace, task, end(comment), seq));
            case 12 -> new FilterCreated(metadata, Things.filter(workspace, filter, user, seq));
            case 13 -> new FilterEdited(metadata, Things.filter(workspace, filter, user, seq), List.of("name"));
            default -> new FilterDeleted(metadata, Things.filter(workspace, filter, user, seq));
        };
    }

    /** The id of a thing that, once removed, does not return: the next one has another. */
    private UUID lasting(UUID workspace, String kind, int thing) {
        UUID id = Ids.v5(workspace, kind + thing);
        while (ended.contains(id)) {
            id = Ids.v5(id, "next");
        }
        return id;
    }

    private UUID end(UUID id) {
        ended.add(id);
        return id;
    }
}
