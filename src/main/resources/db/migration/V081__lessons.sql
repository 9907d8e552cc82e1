-- What moderators said that an utterance is, in place of what was understood: who, when, and what was understood before.
create table correction (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    -- those that were made with one click, and are undone with one
    act uuid not null,
    conversation_id bigint not null,
    comment_id bigint not null,
    member_id bigint not null,
    at timestamptz not null,
    -- the words it's about, as far as they are looked at; empty once who said them was erased
    text text not null,
    language_before text not null,
    mood_before smallint,
    marks_before smallint not null,
    -- what the member says instead; null and 0 where nothing was wrong
    language text,
    mood smallint,
    marks_there smallint not null default 0,
    marks_not smallint not null default 0,
    -- whether it was asked about an utterance drawn by lot
    drawn boolean not null default false,
    undone_at timestamptz,
    undone_by bigint,
    primary key (brand_id, id)
);
create index correction_comment on correction (brand_id, comment_id);
create index correction_act on correction (brand_id, act);
create index correction_time on correction (brand_id, at);
call tenant_table('correction');

-- Whose turn it is to learn, over all brands. Whoever is at it puts due_at off for as long as it may take, so nobody else begins.
create table lesson (
    brand_id bigint not null references brand (id) on delete cascade,
    -- counts the changes of its corrections
    wanted bigint not null,
    -- null where nothing is to be learned
    due_at timestamptz,
    primary key (brand_id)
);
create index lesson_due on lesson (due_at) where due_at is not null;
call tenant_table('lesson');
call worker_table('lesson', 'select, update');

-- What came of it, for every node; see text.Learned.
create table learned_model (
    brand_id bigint not null references brand (id) on delete cascade,
    -- the change of the corrections up to which it was made
    version bigint not null,
    corrections int not null,
    made_at timestamptz not null,
    model bytea not null,
    primary key (brand_id)
);
call tenant_table('learned_model');
