-- One piece of news. What can be derived from its items is kept here, so that the list reads one table.
create table story (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    title text not null,
    address text not null default '',
    language text not null default '',
    -- its rarest words as they were written: so it's looked for in what our audience says
    words text[] not null default '{}',
    -- stems of its titles, for muted words
    stems text[] not null default '{}',
    -- when its first item was said, and its last; when we first saw one
    first_at timestamptz not null,
    last_at timestamptz not null,
    seen_at timestamptz not null,
    items int not null default 0,
    sources int not null default 0,
    first_source bigint not null,
    saved_at timestamptz,
    saved_by bigint,
    dismissed_at timestamptz,
    dismissed_by bigint,
    -- by a member; the word is empty, or by a muted word
    muted_at timestamptz,
    muted_word text not null default '',
    -- our first post about it, and when our audience first spoke of it and where
    posted_at timestamptz,
    audience_at timestamptz,
    audience_conversation bigint,
    looked_at timestamptz,
    -- number of the flag that says it's rising
    rise_id bigint,
    primary key (brand_id, id)
) with (fillfactor = 80);
create index story_fresh on story (brand_id, last_at, id);
create index story_wide on story (brand_id, sources, last_at, id);
create index story_saved on story (brand_id, saved_at) where saved_at is not null;
create index story_posted on story (brand_id, posted_at) where posted_at is not null;
call tenant_table('story');

-- Which story an item tells. Not bound by references: they would cost a look-up for each row.
create table story_item (
    brand_id bigint not null,
    item_id bigint not null,
    story_id bigint not null,
    source_id bigint not null,
    at timestamptz not null,
    seen_at timestamptz not null,
    language text not null,
    -- the earlier item of the story whose words it repeats
    copy_of bigint,
    -- 0 to 1: how alike it was to what it joined
    likeness real not null default 0,
    -- a member put it here
    by_hand boolean not null default false,
    primary key (brand_id, item_id)
);
create index story_item_story on story_item (brand_id, story_id, at, item_id);
create index story_item_time on story_item (brand_id, at);
call tenant_table('story_item');

-- What an item is recognised by, packed (Traits).
create table trait (
    brand_id bigint not null,
    item_id bigint not null,
    at timestamptz not null,
    packed bytea not null,
    primary key (brand_id, item_id)
);
create index trait_time on trait (brand_id, at);
call tenant_table('trait');

-- From a rare word, a link, or a band of a fingerprint to the items that have it.
create table story_key (
    brand_id bigint not null,
    key bigint not null,
    item_id bigint not null,
    at timestamptz not null,
    primary key (brand_id, key, item_id)
);
create index story_key_time on story_key (brand_id, at);
call tenant_table('story_key');

-- In how many items a word was, of how many; the row also lets one node group a brand at a time.
create table story_book (
    brand_id bigint not null references brand (id) on delete cascade,
    items bigint not null default 0,
    -- until when our posts were looked through
    covered_at timestamptz,
    primary key (brand_id)
);
call tenant_table('story_book');

create table word_count (
    brand_id bigint not null,
    key bigint not null,
    n int not null,
    primary key (brand_id, key)
) with (fillfactor = 80);
call tenant_table('word_count');

-- How often the words of titles are said, by the hour.
create table word_hour (
    brand_id bigint not null,
    hour timestamptz not null,
    word text not null,
    shown text not null,
    n int not null,
    primary key (brand_id, word, hour)
);
create index word_hour_time on word_hour (brand_id, hour);
call tenant_table('word_hour');

-- Who said a word in a title, for two days.
create table word_said (
    brand_id bigint not null,
    word text not null,
    item_id bigint not null,
    source_id bigint not null,
    at timestamptz not null,
    primary key (brand_id, word, item_id)
);
create index word_said_time on word_said (brand_id, at);
call tenant_table('word_said');

-- A member said that these are two stories. Stands both ways.
create table story_apart (
    brand_id bigint not null,
    story_id bigint not null,
    other_id bigint not null,
    member_id bigint not null,
    at timestamptz not null,
    primary key (brand_id, story_id, other_id),
    foreign key (brand_id, story_id) references story (brand_id, id) on delete cascade,
    foreign key (brand_id, other_id) references story (brand_id, id) on delete cascade
);
call tenant_table('story_apart');

-- Where a story went that a member merged into another, so that old addresses still lead there.
create table story_merged (
    brand_id bigint not null,
    story_id bigint not null,
    into_id bigint not null,
    member_id bigint not null,
    at timestamptz not null,
    primary key (brand_id, story_id)
);
call tenant_table('story_merged');

create table story_seen (
    brand_id bigint not null,
    member_id bigint not null,
    story_id bigint not null,
    at timestamptz not null,
    -- how many items it had
    items int not null,
    primary key (brand_id, member_id, story_id),
    foreign key (brand_id, story_id) references story (brand_id, id) on delete cascade
);
call tenant_table('story_seen');

create table muted_word (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    word text not null,
    -- its words, each as each language would stem it, parted by spaces: all must be there, in one of their forms
    stems text[] not null,
    member_id bigint not null,
    at timestamptz not null,
    primary key (brand_id, id),
    unique (brand_id, word)
);
call tenant_table('muted_word');

-- Posts of ours about a story, and how we know.
create table story_post (
    brand_id bigint not null,
    story_id bigint not null,
    post_id bigint not null,
    -- MADE of it, carries its LINK, says the same in its WORDS
    how text not null,
    at timestamptz not null,
    primary key (brand_id, story_id, post_id),
    foreign key (brand_id, story_id) references story (brand_id, id) on delete cascade
);
create index story_post_post on story_post (brand_id, post_id);
call tenant_table('story_post');

-- A story or word that grew faster than usual: said once, kept, and later judged.
create table rise (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    -- STORY, WORD
    kind text not null,
    story_id bigint,
    word text not null default '',
    shown text not null default '',
    at timestamptz not null,
    hours int not null,
    -- in these hours, and what was usual for them
    n int not null,
    sources int not null,
    usual real not null,
    -- days or stories that the usual was reckoned from
    basis int not null,
    judged_at timestamptz,
    -- sources that joined in afterwards
    joined int,
    was_right boolean,
    primary key (brand_id, id)
);
create index rise_time on rise (brand_id, at);
create index rise_open on rise (brand_id, at) where judged_at is null;
call tenant_table('rise');

-- What refers to no brand goes with it all the same.
create function forget_stories() returns trigger language plpgsql as $$
begin
    delete from story_item where brand_id = old.id;
    delete from trait where brand_id = old.id;
    delete from story_key where brand_id = old.id;
    delete from word_count where brand_id = old.id;
    delete from word_said where brand_id = old.id;
    delete from word_hour where brand_id = old.id;
    delete from story_merged where brand_id = old.id;
    return old;
end $$;
create trigger stories_forgotten after delete on brand for each row execute function forget_stories();
