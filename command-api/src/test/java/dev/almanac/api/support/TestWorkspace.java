package dev.almanac.api.support;

import dev.almanac.projection.apply.AuditRow;
import dev.almanac.projection.apply.Fact;
import dev.almanac.projection.apply.Facts;
import dev.almanac.projection.apply.Place;
import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.audit.AuditOutcome;
import dev.almanac.schemas.command.Origin;
import dev.almanac.schemas.event.CalendarLinked;
import dev.almanac.schemas.event.CommentAdded;
import dev.almanac.schemas.event.CommentDeleted;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.FilterCreated;
import dev.almanac.schemas.event.FilterDeleted;
import dev.almanac.schemas.event.ListCreated;
import dev.almanac.schemas.event.ListDeleted;
import dev.almanac.schemas.event.MemberAdded;
import dev.almanac.schemas.event.MemberRemoved;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.event.TaskEdited;
import dev.almanac.schemas.event.WorkspaceCreated;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.model.CalendarLink;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Profile;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.schemas.serde.TrustedRecords;
import dev.almanac.schemas.update.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One workspace's facts, of which a test says when the read model has them. Each is a second after the one before.
 */
public final class TestWorkspace {
    static {
        TrustedRecords.establish();
    }

    /** When the first workspace's first fact came to be. */
    public static final Instant EPOCH = Instant.parse("2026-11-01T08:00:00Z");

    private final UUID id;
    private final UUID owner;
    private final UUID inbox;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private int projected;
    private int audited;

    private TestWorkspace(UUID id, UUID owner) {
        this.id = id;
        this.owner = owner;
        this.inbox = Ids.inbox(id);
    }

    /** A workspace with its inbox and its owner, at seq 3, projected. */
    public static TestWorkspace of(UUID owner) {
        return create(UUID.randomUUID(), owner, "Home", null);
    }

    /** A user's personal workspace, likewise. */
    public static TestWorkspace personal(UUID user, String timeZone) {
        return create(user, user, "Personal", new Profile(null, timeZone));
    }

    private static TestWorkspace create(UUID id, UUID owner, String name, @Nullable Profile profile) {
        var made = new TestWorkspace(id, owner);
        var workspace = new Workspace(id, name, made.inbox, profile, made.now(), owner, made.now(), 1L, made.nextSeq());
        made.add(EntityKind.WORKSPACE, id, state(workspace), new WorkspaceCreated(made.metadata(), workspace));
        made.list(made.inbox, "Inbox", "a0");
        made.member(owner, Role.OWNER);
        made.project();
        return made;
    }

    public UUID id() {
        return id;
    }

    public UUID inbox() {
        return inbox;
    }

    /** The seq of the last fact, projected or not. */
    public long seq() {
        return facts.size();
    }

    public Member member(UUID user, Role role) {
        var member = new Member(id, user, role, null, now(), 1L, nextSeq(), null);
        add(EntityKind.MEMBER, user, state(member), new MemberAdded(metadata(), member));
        return member;
    }

    public CalendarLink link(Member member) {
        var link = new CalendarLink(UUID.randomUUID(), now());
        var linked = new Member(
                id,
                member.getUserId(),
                member.getRole(),
                null,
                member.getSince(),
                member.getVersion() + 1,
                nextSeq(),
                link);
        add(EntityKind.MEMBER, member.getUserId(), state(linked), new CalendarLinked(metadata(), linked));
        return link;
    }

    public void remove(Member member) {
        add(EntityKind.MEMBER, member.getUserId(), null, new MemberRemoved(metadata(), member));
    }

    public TaskList list(UUID listId, String name, String position) {
        var list = new TaskList(listId, id, name, null, position, now(), owner, now(), null, 1L, nextSeq());
        add(EntityKind.LIST, listId, state(list), new ListCreated(metadata(), list));
        return list;
    }

    public void delete(TaskList list) {
        add(EntityKind.LIST, list.getId(), null, new ListDeleted(metadata(), list));
    }

    public SavedFilter filter(UUID user, String name, String expression) {
        var filter =
                new SavedFilter(UUID.randomUUID(), id, user, name, expression, null, null, now(), now(), 1L, nextSeq());
        add(EntityKind.FILTER, filter.getId(), state(filter), new FilterCreated(metadata(), filter));
        return filter;
    }

    public void delete(SavedFilter filter) {
        add(EntityKind.FILTER, filter.getId(), null, new FilterDeleted(metadata(), filter));
    }

    public Task task(String title) {
        return task(title, task -> task);
    }

    public Task task(String title, UnaryOperator<Task.Builder> fields) {
        var task = fields.apply(Task.newBuilder()
                        .setId(Ids.v7(now()))
                        .setWorkspaceId(id)
                        .setListId(inbox)
                        .setTitle(title)
                        .setReminders(List.of())
                        .setPosition("a%05d".formatted(nextSeq()))
                        .setCreatedAt(now())
                        .setCreatedBy(owner)
                        .setUpdatedAt(now())
                        .setUpdatedBy(owner)
                        .setVersion(1)
                        .setSeq(nextSeq()))
                .build();
        add(EntityKind.TASK, task.getId(), state(task), new TaskCreated(metadata(), task));
        return task;
    }

    public Task edit(Task before, UnaryOperator<Task.Builder> fields) {
        var task = fields.apply(Task.newBuilder(before)
                        .setUpdatedAt(now())
                        .setVersion(before.getVersion() + 1)
                        .setSeq(nextSeq()))
                .build();
        add(EntityKind.TASK, task.getId(), state(task), new TaskEdited(metadata(), task, List.of()));
        return task;
    }

    /** A change that Almanac itself makes. */
    public Task byTimer(Task before, UnaryOperator<Task.Builder> fields) {
        var task = fields.apply(Task.newBuilder(before)
                        .setVersion(before.getVersion() + 1)
                        .setSeq(nextSeq()))
                .build();
        var metadata = EventMetadata.newBuilder(metadata())
                .setActor(new Actor(Ids.SYSTEM, ActorKind.SYSTEM, null))
                .build();
        add(EntityKind.TASK, task.getId(), state(task), new TaskEdited(metadata, task, List.of()));
        return task;
    }

    public Comment comment(Task task, String text) {
        var comment = new Comment(Ids.v7(now()), id, task.getId(), owner, text, now(), now(), 1L, nextSeq());
        add(EntityKind.COMMENT, comment.getId(), state(comment), new CommentAdded(metadata(), comment));
        return comment;
    }

    public void delete(Comment comment) {
        add(EntityKind.COMMENT, comment.getId(), null, new CommentDeleted(metadata(), comment));
    }

    /** Lets the read model have everything so far. */
    public TestWorkspace project() {
        var next = List.copyOf(facts.subList(projected, facts.size()));
        if (!next.isEmpty()) {
            Projection.shared().apply("test-" + id, projected, next);
            projected = facts.size();
        }
        return this;
    }

    /** Something that the owner did with a task, and that the audit log told at once. */
    public AuditEntry did(String action, Task task, UnaryOperator<AuditEntry.Builder> fields) {
        var entry = fields.apply(AuditEntry.newBuilder()
                        .setCommandId(Ids.v7(now()))
                        .setOperation(0)
                        .setEventId(UUID.randomUUID())
                        .setSeq(seq())
                        .setLastSeq(seq())
                        .setWorkspaceSeq(seq())
                        .setWorkspaceId(id)
                        .setActor(new Actor(owner, ActorKind.USER, "Ada"))
                        .setOrigin(new Origin("192.0.2.1", "test"))
                        .setAt(EPOCH.plusSeconds(audited))
                        .setAction(action)
                        .setKind(EntityKind.TASK)
                        .setEntityId(task.getId())
                        .setTaskId(task.getId())
                        .setOutcome(AuditOutcome.ACCEPTED)
                        .setAfter(state(task)))
                .build();
        AuditRow.read(
                        new Place("audit-" + id, 0, audited),
                        AuditEntry.newBuilder(entry).build())
                .ifPresent(row -> Projection.shared().applyAudit("audit-" + id, audited++, List.of(row)));
        return entry;
    }

    /** What the live stream carries, in order. */
    public List<Update> updates() {
        return List.copyOf(updates);
    }

    private Instant now() {
        return EPOCH.plusSeconds(facts.size());
    }

    private long nextSeq() {
        return facts.size() + 1;
    }

    /** The same with something that is about no task. */
    public AuditEntry did(String action, SavedFilter filter) {
        return did(
                action,
                task("any"),
                entry -> entry.setKind(EntityKind.FILTER)
                        .setEntityId(filter.getId())
                        .setTaskId(null)
                        .setAfter(state(filter)));
    }

    private EventMetadata metadata() {
        var actor = new Actor(owner, ActorKind.USER, null);
        return new EventMetadata(UUID.randomUUID(), id, nextSeq(), actor, now(), UUID.randomUUID(), null);
    }

    private void add(EntityKind kind, UUID thing, @Nullable EntityState state, SpecificRecord event) {
        updates.add(new Update(id, nextSeq(), kind, thing, now(), state));
        facts.add(Facts.read(new Place("test-" + id, 0, facts.size()), event));
    }

    /** The thing, as events and the audit log carry it. */
    public static EntityState state(SpecificRecord thing) {
        return new EntityState(
                thing instanceof Workspace workspace ? workspace : null,
                thing instanceof Member member ? member : null,
                thing instanceof TaskList list ? list : null,
                thing instanceof Task task ? task : null,
                thing instanceof Comment comment ? comment : null,
                null,
                thing instanceof SavedFilter filter ? filter : null);
    }
}
