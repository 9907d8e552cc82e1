-- When a member wants to be told of what a topic picked, and how.
create table topic_rule (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    member_id bigint not null references member (id) on delete cascade,
    -- null: any that isn't muted
    topic_id bigint,
    -- EACH item; a story GROWING to so many sources; so many NEGATIVE mentions; the last two within hours
    condition text not null,
    many int not null default 1,
    hours int not null default 24,
    mail boolean not null,
    push boolean not null,
    -- at most one alert in so many minutes
    quiet_minutes int not null,
    made_at timestamptz not null,
    told_at timestamptz,
    primary key (brand_id, id),
    foreign key (brand_id, topic_id) references topic (brand_id, id) on delete cascade
);
create index topic_rule_member on topic_rule (brand_id, member_id);
call tenant_table('topic_rule');
call worker_table('topic_rule', 'select');

-- What a rule has told of already, item or story: so nothing is told twice.
create table topic_told (
    brand_id bigint not null,
    rule_id bigint not null,
    thing_id bigint not null,
    told_at timestamptz not null,
    primary key (brand_id, rule_id, thing_id),
    foreign key (brand_id, rule_id) references topic_rule (brand_id, id) on delete cascade
);
call tenant_table('topic_told');

-- One alert: what it was about stays readable when the rule has changed.
create table topic_alert (
    brand_id bigint not null,
    id bigint generated always as identity,
    rule_id bigint not null,
    member_id bigint not null,
    condition text not null,
    topic text not null,
    -- items or stories, the latest first
    things bigint[] not null,
    -- the same in words, one line each
    lines text[] not null,
    many int not null,
    hours int not null,
    at timestamptz not null,
    seen_at timestamptz,
    primary key (brand_id, id),
    foreign key (brand_id, rule_id) references topic_rule (brand_id, id) on delete cascade
);
create index topic_alert_member on topic_alert (brand_id, member_id, id);
call tenant_table('topic_alert');

-- How an item sounds, -1 to 1, as far as a rule asked for it; null where it can't be told.
create table item_mood (
    brand_id bigint not null,
    item_id bigint not null,
    mood smallint,
    primary key (brand_id, item_id)
);
call tenant_table('item_mood');

create function forget_item_moods() returns trigger language plpgsql as $$
begin
    delete from item_mood where brand_id = old.id;
    return old;
end $$;
create trigger item_moods_forgotten after delete on brand for each row execute function forget_item_moods();
