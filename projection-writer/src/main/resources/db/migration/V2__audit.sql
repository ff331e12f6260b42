-- What was done: the entries of `task-audit`, and how often what was done. Kept beside what `task-events` makes, and written
-- by a position of their own. A rebuild takes these tables along as they are: the log that they come from reaches back for
-- a year only.

create table audit_entry (
    workspace_id uuid        not null,
    -- The command's id and the operation's place in it name an entry. An entry that comes again is not inserted again.
    command_id   uuid        not null,
    operation    int         not null,
    at           timestamptz not null,
    -- The workspace's seq after the command.
    seq          bigint      not null,
    -- Of UTC.
    day          date        not null,
    -- The nil UUID for Almanac itself.
    user_id      uuid        not null,
    action       text        not null,
    outcome      text        not null check (outcome in ('unknown', 'accepted', 'rejected')),
    task_id      uuid,
    event_id     uuid,
    -- The record in Avro's single-object encoding, without the address that the command came from.
    entry        bytea       not null,
    primary key (workspace_id, command_id, operation)
);

create index audit_entry_by_time on audit_entry (workspace_id, at, seq, command_id, operation);
create index audit_entry_by_task on audit_entry (workspace_id, task_id, at, seq, command_id, operation)
    where task_id is not null;
create index audit_entry_by_event on audit_entry (workspace_id, event_id) where event_id is not null;

-- How often each user asked for each action on each day of UTC. An entry is counted by the statement that inserts it.
create table audit_count (
    workspace_id uuid   not null,
    day          date   not null,
    user_id      uuid   not null,
    action       text   not null,
    -- Accepted and refused.
    count        bigint not null,
    rejected     bigint not null,
    primary key (workspace_id, day, user_id, action)
);

-- Of each workspace, the seq of the latest command whose entries are in the rows.
create table audit_progress (
    workspace_id uuid   not null primary key,
    seq          bigint not null
);
