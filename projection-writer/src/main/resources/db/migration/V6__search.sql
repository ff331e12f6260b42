-- Finding tasks by their words, and by filters, without reading all of a workspace.

create extension if not exists btree_gin with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

-- Words as they stand, without accents: the language of a task is not known, so none is assumed.
create text search configuration words (copy = pg_catalog.simple);
alter text search configuration words alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.simple;

-- Punctuation parts words; the parser of Postgres would keep addresses and paths in one piece.
create function words_of(text text) returns tsvector language sql immutable strict parallel safe
    return to_tsvector('words', translate(text, './:@_-#&=?+*~''', '              '));

create function words_of(texts text[]) returns tsvector language sql immutable strict parallel safe
    return words_of(array_to_string(texts, ' '));

alter table task add column search tsvector generated always as (
    setweight(words_of(title), 'A') || setweight(words_of(tags), 'B') || setweight(words_of(coalesce(notes, '')), 'C')
) stored;

-- One index for words, tags and any part of a title, since each further one would hold the workspace again. What is new waits
-- in a list that every search reads through, so that list is kept short.
create index task_search on task
    using gin (workspace_id, search, tag_keys, lower(title collate "und-x-icu") public.gin_trgm_ops)
    with (gin_pending_list_limit = 1024);

-- The orders in which tasks are mostly asked for; a page stops as soon as it is full.
create index task_in_order on task (workspace_id, position, id) where deleted_at is null;
create index task_by_due on task (workspace_id, status, coalesce(due_at, 'infinity'::timestamptz), id)
    where deleted_at is null;
create index task_by_update on task (workspace_id, updated_at, id) where deleted_at is null;
create index task_by_completion on task (workspace_id, completed_at, id)
    where deleted_at is null and completed_at is not null;
create index task_by_assignee on task (workspace_id, assignee, id) where deleted_at is null and assignee is not null;
create index task_by_parent on task (workspace_id, parent_id, id) where deleted_at is null and parent_id is not null;

alter table comment add column text text;
-- As in the columns of a task: what can't be in a text is replaced.
update comment set text = replace(state::text, '\u0000', '\ufffd')::json ->> 'text';
alter table comment alter column text set not null;
alter table comment add column search tsvector generated always as (words_of(text)) stored;

create index comment_search on comment using gin (workspace_id, search) with (gin_pending_list_limit = 1024);

-- Every word that a workspace's tasks and comments hold, and some that they held: what a misspelt word could mean. Not the
-- short ones, which are like too many.
create table word (
    workspace_id uuid not null,
    word         text collate "C" not null,
    primary key (workspace_id, word)
);

create index word_similar on word using gin (workspace_id, word public.gin_trgm_ops);

insert into word
select distinct workspace_id, word
from (select workspace_id, search from task union all select workspace_id, search from comment) as held,
    unnest(tsvector_to_array(search)) as word
where length(word) between 4 and 40;
