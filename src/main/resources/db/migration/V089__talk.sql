-- The figures of what nobody has talked about yet are kept as well.
alter table talk
    add column figures jsonb not null default '{}',
    add column figures_at timestamptz;
update talk t set figures = c.figures, figures_at = c.figures_at
from conversation c
where c.brand_id = t.brand_id and c.account_id = t.account_id and c.root_key = t.root_key and c.figures <> '{}';
create index talk_delivery on talk (brand_id, delivery_id) where delivery_id is not null;

-- How far the desk has gone through by itself: what went out (a time), what was said (a number of a comment).
create table gone_through (
    brand_id bigint primary key references brand (id) on delete cascade,
    sent_until timestamptz,
    comment_until bigint not null default 0
);
call tenant_table('gone_through');

-- Discussions by when somebody last spoke, whatever became of our work on them.
create index conversation_discussed on conversation (brand_id, last_at) where comments >= 5;

-- A post of ours on one account, what it is, and how many spoke under it.
create table post_talk (
    brand_id bigint not null references brand (id) on delete cascade,
    delivery_id bigint not null,
    account_id bigint not null,
    posted_at timestamptz not null,
    -- TEXT, PICTURE, LINK, THREAD, ARTICLE; empty where nobody knows any more
    format text not null,
    pillar_id bigint,
    tags text[] not null,
    -- what was said by others than us
    comments int not null default 0,
    people int not null default 0,
    counted_at timestamptz not null,
    primary key (brand_id, delivery_id)
);
create index post_talk_time on post_talk (brand_id, posted_at);
call tenant_table('post_talk');

-- A question that somebody of the audience has answered, and its stemmed words.
create table answered_question (
    brand_id bigint not null references brand (id) on delete cascade,
    question_id bigint not null,
    answer_id bigint not null,
    stems int not null,
    primary key (brand_id, question_id)
);
create index answered_question_answer on answered_question (brand_id, answer_id);
call tenant_table('answered_question');
create table answered_stem (
    brand_id bigint not null,
    language text not null,
    stem text not null,
    question_id bigint not null,
    primary key (brand_id, language, stem, question_id),
    foreign key (brand_id, question_id) references answered_question (brand_id, question_id) on delete cascade
);
create index answered_stem_question on answered_stem (brand_id, question_id);
call tenant_table('answered_stem');
