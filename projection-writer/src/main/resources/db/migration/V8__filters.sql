-- What members saved to look for, each for the owner alone.
create table filter (
    workspace_id uuid   not null,
    id           uuid   not null,
    seq          bigint not null,
    version      bigint not null,
    owner        uuid   not null,
    name         text   not null,
    state        json   not null,
    primary key (workspace_id, id)
);

create index filter_by_seq on filter (workspace_id, seq);
create index filter_by_owner on filter (workspace_id, owner, id);

alter table removed drop constraint removed_kind_check;
alter table removed add constraint removed_kind_check
    check (kind in ('workspace', 'member', 'list', 'task', 'comment', 'filter'));
