-- What was let go of, by the source's own name for it: a feed that still lists it doesn't make it news again.
create table item_past (
    brand_id bigint not null,
    source_id bigint not null,
    -- the item's
    key uuid not null,
    at timestamptz not null,
    primary key (brand_id, source_id, key)
);
call tenant_table('item_past');

create function forget_old_news() returns trigger language plpgsql as $$
begin
    delete from item_past where brand_id = old.id;
    return old;
end $$;
create trigger old_news_forgotten after delete on brand for each row execute function forget_old_news();

create index topic_told_time on topic_told (brand_id, told_at);
create index topic_alert_time on topic_alert (brand_id, at);

-- The item of a network with which our audience first spoke of a story, where it wasn't in our conversations.
alter table story add column audience_item bigint;

create index source_retired on source (brand_id) where state = 'RETIRED';
