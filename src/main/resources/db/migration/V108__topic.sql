-- A stored query that picks items. One that was removed stays for a while, so that every node learns of it.
create table topic (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    name text not null,
    query text not null,
    -- shown and counted, but nobody is called for it
    muted_at timestamptz,
    made_by bigint not null,
    changed_at timestamptz not null,
    removed_at timestamptz,
    -- the brand's number of changes after this one
    revision bigint not null,
    -- after a change the recent items are gone through anew, from the latest down: what is left has lower numbers; null: done
    again_below bigint,
    primary key (brand_id, id)
);
create index topic_revision on topic (brand_id, revision);
create index topic_again on topic (brand_id) where again_below is not null;
call tenant_table('topic');
call worker_table('topic', 'select');

-- How often the brand's topics were changed. Whoever matches items holds it shared, so that none is matched with what a change that
-- has been told already has replaced.
create table topic_book (
    brand_id bigint not null references brand (id) on delete cascade,
    revision bigint not null,
    primary key (brand_id)
);
call tenant_table('topic_book');

-- Which items a topic picked. Not bound by references: they would cost a look-up for each row.
create table topic_match (
    brand_id bigint not null,
    topic_id bigint not null,
    item_id bigint not null,
    -- of the item
    seen_at timestamptz not null,
    matched_at timestamptz not null,
    primary key (brand_id, topic_id, item_id)
);
create index topic_match_item on topic_match (brand_id, item_id);
create index topic_match_seen on topic_match (brand_id, topic_id, seen_at);
call tenant_table('topic_match');

create function forget_topics() returns trigger language plpgsql as $$
begin
    delete from topic_match where brand_id = old.id;
    return old;
end $$;
create trigger topics_forgotten after delete on brand for each row execute function forget_topics();
