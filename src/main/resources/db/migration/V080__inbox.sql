-- What members did to conversations, with how these stood before, so that it can be undone.
create table handling (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    member_id bigint not null,
    -- DONE, OPENED, ASSIGNED, SNOOZED
    what text not null,
    at timestamptz not null,
    undone_at timestamptz,
    -- a row for each conversation: id, and what was there: state, until, assignee
    before jsonb not null,
    primary key (brand_id, id)
);
call tenant_table('handling');

-- What we say to somebody, from the moment that its writer lets it go; what has become of it since stands in the ledger.
create table own_answer (
    brand_id bigint not null,
    id bigint generated always as identity,
    conversation_id bigint not null,
    comment_id bigint not null,
    -- ASKED: a second person is to look at it; HANDED in to the ledger; REFUSED by the second person; WITHDRAWN
    state text not null,
    text text not null,
    delivery_id bigint,
    -- made with the form, so that a form that comes twice makes one answer
    form_key uuid not null,
    written_by bigint not null,
    written_at timestamptz not null,
    decided_by bigint,
    decided_at timestamptz,
    reason text not null default '',
    primary key (brand_id, id),
    unique (brand_id, form_key),
    foreign key (brand_id, conversation_id) references conversation (brand_id, id) on delete cascade
);
create index own_answer_conversation on own_answer (brand_id, conversation_id);
create index own_answer_delivery on own_answer (brand_id, delivery_id) where delivery_id is not null;
create index own_answer_asked on own_answer (brand_id, written_at) where state = 'ASKED';
call tenant_table('own_answer');

-- What a member is writing, kept as they type; while they do, the others see it.
create table answer_draft (
    brand_id bigint not null,
    conversation_id bigint not null,
    member_id bigint not null,
    comment_id bigint not null,
    text text not null,
    saved_at timestamptz not null,
    writing_until timestamptz not null,
    primary key (brand_id, conversation_id, member_id),
    foreign key (brand_id, conversation_id) references conversation (brand_id, id) on delete cascade
);
create index answer_draft_writing on answer_draft (brand_id, writing_until);
call tenant_table('answer_draft');

-- What members tell each other about a conversation.
create table note (
    brand_id bigint not null,
    id bigint generated always as identity,
    conversation_id bigint not null,
    member_id bigint not null,
    text text not null,
    at timestamptz not null,
    primary key (brand_id, id),
    foreign key (brand_id, conversation_id) references conversation (brand_id, id) on delete cascade
);
create index note_conversation on note (brand_id, conversation_id);
call tenant_table('note');

-- Whom a note calls, until they have seen it.
create table note_mention (
    brand_id bigint not null,
    note_id bigint not null,
    member_id bigint not null,
    seen_at timestamptz,
    primary key (brand_id, note_id, member_id),
    foreign key (brand_id, note_id) references note (brand_id, id) on delete cascade
);
create index note_mention_unseen on note_mention (brand_id, member_id) where seen_at is null;
call tenant_table('note_mention');

-- What was done at the network to what somebody said.
create table moderation (
    brand_id bigint not null,
    id bigint generated always as identity,
    conversation_id bigint not null,
    comment_id bigint not null,
    profile_id bigint,
    -- see connector.Moderates.Act
    act text not null,
    member_id bigint not null,
    at timestamptz not null,
    primary key (brand_id, id),
    foreign key (brand_id, conversation_id) references conversation (brand_id, id) on delete cascade
);
create index moderation_comment on moderation (brand_id, comment_id, id);
create index moderation_profile on moderation (brand_id, profile_id, id) where profile_id is not null;
call tenant_table('moderation');

-- Answers that are written once: a text for each language.
create table saved_reply (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    name text not null,
    changed_at timestamptz not null,
    primary key (brand_id, id)
);
call tenant_table('saved_reply');
create table saved_reply_text (
    brand_id bigint not null,
    reply_id bigint not null,
    language text not null,
    text text not null,
    primary key (brand_id, reply_id, language),
    foreign key (brand_id, reply_id) references saved_reply (brand_id, id) on delete cascade
);
call tenant_table('saved_reply_text');

create table inbox_setting (
    brand_id bigint not null primary key references brand (id) on delete cascade,
    -- whether every answer needs a second person's yes
    second_person boolean not null
);
call tenant_table('inbox_setting');

create unique index saved_view_name on saved_view (brand_id, coalesce(member_id, 0), lower(name));
