-- The read model: the latest state of every thing, folded from `task-events`. Names are unqualified: the schema
-- is the one that Flyway was told, `almanac` in service, another one while a rebuild fills it.
--
-- Nothing in a row depends on when or by whom it was written, so that a rebuild arrives at the same rows.
-- There are no foreign keys: the order of events holds the rows together, and a check per row would be paid per write.
--
-- In every table `seq` is the workspace's sequence number of the event that the row comes from, and `state` is the
-- contract's JSON of the thing, rendered once, to be passed through as it stands.

create table workspace (
    workspace_id uuid   not null primary key,
    seq          bigint not null,
    version      bigint not null,
    name         text   not null,
    state        json   not null
);

create table member (
    workspace_id uuid   not null,
    user_id      uuid   not null,
    seq          bigint not null,
    version      bigint not null,
    role         text   not null check (role in ('viewer', 'editor', 'owner')),
    state        json   not null,
    primary key (workspace_id, user_id)
);

-- Sync since a seq; so on every table.
create index member_by_seq on member (workspace_id, seq);
-- The workspaces of a user.
create index member_by_user on member (user_id, workspace_id);

create table list (
    workspace_id uuid   not null,
    id           uuid   not null,
    seq          bigint not null,
    version      bigint not null,
    name         text   not null,
    position     text   collate "C" not null,
    state        json   not null,
    primary key (workspace_id, id)
);

create index list_by_seq on list (workspace_id, seq);
create index list_by_position on list (workspace_id, position, id);

create table task (
    workspace_id uuid        not null,
    id           uuid        not null,
    seq          bigint      not null,
    version      bigint      not null,
    list_id      uuid        not null,
    parent_id    uuid,
    position     text        collate "C" not null,
    title        text        not null,
    notes        text,
    status       text        not null check (status in ('open', 'completed', 'cancelled')),
    -- Rank: 0 none, 1 low, 2 medium, 3 high, 4 urgent.
    priority     smallint    not null check (priority between 0 and 4),
    -- As given, and in lower case for comparison, both in the order given.
    tags         text[]      not null,
    tag_keys     text[]      not null,
    assignee     uuid,
    -- The local day; the local time of day, null where all day; and the instant they mean by the zone that the task
    -- names (UTC where it names none), for all day that of the day's first moment.
    start_date   date,
    start_time   time,
    start_at     timestamptz,
    due_date     date,
    due_time     time,
    due_at       timestamptz,
    -- From when on the task, if open, is overdue: `due_at`, for all day the first moment of the next day.
    overdue_at   timestamptz,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    completed_at timestamptz,
    -- Set while the task is in the trash.
    deleted_at   timestamptz,
    state        json        not null,
    primary key (workspace_id, id)
);

create index task_by_seq on task (workspace_id, seq);
create index task_by_position on task (workspace_id, list_id, position, id) where deleted_at is null;
create index task_in_trash on task (workspace_id, deleted_at, id) where deleted_at is not null;

create table comment (
    workspace_id uuid        not null,
    id           uuid        not null,
    seq          bigint      not null,
    version      bigint      not null,
    task_id      uuid        not null,
    created_at   timestamptz not null,
    state        json        not null,
    primary key (workspace_id, id)
);

create index comment_by_seq on comment (workspace_id, seq);
create index comment_by_task on comment (workspace_id, task_id, created_at, id);

-- Things that are gone: removed members, deleted lists and comments, purged tasks. A thing is here or in its own
-- table, never in both. `id` is the user's id for a member.
create table removed (
    workspace_id uuid   not null,
    kind         text   not null check (kind in ('workspace', 'member', 'list', 'task', 'comment')),
    id           uuid   not null,
    seq          bigint not null,
    primary key (workspace_id, kind, id)
);

create index removed_by_seq on removed (workspace_id, seq);

-- How far each workspace is projected: every event up to and including `seq` is in the rows. Where `halted_reason`
-- is set the workspace stands still there, since its events could not be followed further.
create table progress (
    workspace_id  uuid   not null primary key,
    seq           bigint not null,
    halted_reason text
);

create index progress_halted on progress (workspace_id) where halted_reason is not null;

-- Holes in a workspace's events that an operator has accepted as lost: after one, the next event is `seq`.
create table accepted_gap (
    workspace_id uuid   not null,
    seq          bigint not null,
    primary key (workspace_id, seq)
);

-- The next offset to read of each partition. Advanced by compare-and-set, first thing in each writing transaction,
-- so that a writer that has lost a partition can't write.
create table applied_offset (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);
