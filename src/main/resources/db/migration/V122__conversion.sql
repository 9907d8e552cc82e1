-- What somebody did who came: registered, called, bought, subscribed, or whatever the site calls it.
create table conversion (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    at timestamptz not null,
    name text not null,
    value numeric(14, 2),
    currency text not null default '',
    -- who it was that day, or is remembered as; null where nobody can tell
    visitor bigint,
    -- SCRIPT, SERVER, PHONE, PAGE
    via text not null,
    -- told twice, it counts once
    key uuid not null,
    -- which of our numbers was called; empty for none
    number text not null default '',
    primary key (brand_id, id),
    unique (brand_id, key)
);
create index on conversion (brand_id, at);
call tenant_table('conversion');

-- By which links they had come, in order; kept with the conversion, for visits are forgotten.
create table conversion_touch (
    brand_id bigint not null,
    conversion_id bigint not null,
    number smallint not null,
    link_id int not null,
    at timestamptz not null,
    primary key (brand_id, conversion_id, number),
    foreign key (brand_id, conversion_id) references conversion (brand_id, id) on delete cascade
);
create index on conversion_touch (brand_id, link_id);
call tenant_table('conversion_touch');

-- Visits added up, in the brand's wall time. level 0: hours since 1970; 1: days; 4, 16, 64: blocks of so many days, so that any
-- span is few rows a link. link 0: all of the brand together.
create table visit_sum (
    brand_id int not null,
    link_id int not null,
    slot int not null,
    level smallint not null,
    people int not null,
    robots int not null,
    landed int not null,
    -- of a day: different ones; of a block: the sum of its days
    visitors int not null,
    primary key (brand_id, level, slot, link_id)
);
create index visit_sum_link on visit_sum (brand_id, link_id, slot) where level = 1;
call tenant_table('visit_sum');

-- Conversions added up, likewise by day and block. link 0: nobody knows by what they came; -1: all of the brand together.
create table credit_sum (
    brand_id int not null,
    link_id int not null,
    slot int not null,
    level smallint not null,
    name text not null,
    currency text not null,
    firsts numeric not null,
    lasts numeric not null,
    linear numeric not null,
    first_value numeric not null,
    last_value numeric not null,
    linear_value numeric not null,
    primary key (brand_id, level, slot, link_id, name, currency)
);
call tenant_table('credit_sum');

-- Until when visits are added up.
create table visit_roll (
    level smallint primary key,
    until timestamptz not null
);
insert into visit_roll values (0, '2000-01-01'), (1, '2000-01-01');
grant select, update on visit_roll to worker;
revoke all on visit_roll from desk;

-- With what the company's own servers sign in. The secret is sealed, for signatures; the hash is that of the secret.
create table tracking_key (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    name text not null,
    public text not null unique,
    hash bytea not null,
    secret bytea not null,
    made_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz,
    primary key (brand_id, id)
);
call tenant_table('tracking_key');
call worker_table('tracking_key', 'select, update');

-- Adds up again all hours that end after `since`, as seen from `until`.
create function roll_hours(since timestamptz, until timestamptz) returns void
    language sql security definer set search_path = public, pg_temp as $$
    insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
    select v.brand_id, coalesce(v.link_id, 0), s.slot, 0, count(*) filter (where v.kind = 1), count(*) filter (where v.kind in (2, 3, 4)),
           count(*) filter (where v.kind in (5, 6)), 0
    from visit v join brand b on b.id = v.brand_id
    cross join lateral (select floor(extract(epoch from v.at at time zone b.zone) / 3600)::int as slot) s
    where v.at >= since - interval '1 hour' and v.at <= until
      and s.slot >= floor(extract(epoch from since at time zone b.zone) / 3600)::int
    group by grouping sets ((v.brand_id, v.link_id, s.slot), (v.brand_id, s.slot))
    on conflict (brand_id, level, slot, link_id) do update
    set people = excluded.people, robots = excluded.robots, landed = excluded.landed
    where (visit_sum.people, visit_sum.robots, visit_sum.landed) is distinct from (excluded.people, excluded.robots, excluded.landed);
$$;
-- The same of days, with different visitors, and of the blocks they are in.
create function roll_days(since timestamptz, until timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    width int;
begin
    insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
    select v.brand_id, coalesce(v.link_id, 0), s.slot, 1, count(*) filter (where v.kind = 1), count(*) filter (where v.kind in (2, 3, 4)),
           count(*) filter (where v.kind in (5, 6)), count(distinct v.visitor) filter (where v.kind in (1, 5, 6))
    from visit v join brand b on b.id = v.brand_id
    cross join lateral (select (v.at at time zone b.zone)::date - date '1970-01-01' as slot) s
    where v.at >= since - interval '25 hours' and v.at <= until
      and s.slot >= (since at time zone b.zone)::date - date '1970-01-01'
    group by grouping sets ((v.brand_id, v.link_id, s.slot), (v.brand_id, s.slot))
    on conflict (brand_id, level, slot, link_id) do update
    set people = excluded.people, robots = excluded.robots, landed = excluded.landed, visitors = excluded.visitors
    where (visit_sum.people, visit_sum.robots, visit_sum.landed, visit_sum.visitors)
        is distinct from (excluded.people, excluded.robots, excluded.landed, excluded.visitors);
    foreach width in array array[4, 16, 64] loop
        insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
        select d.brand_id, d.link_id, d.slot / width, width, sum(d.people), sum(d.robots), sum(d.landed), sum(d.visitors)
        from visit_sum d
        where d.level = 1 and d.slot >= ((since at time zone 'UTC')::date - date '1970-01-01' - 1) / width * width
        group by 1, 2, 3
        on conflict (brand_id, level, slot, link_id) do update
        set people = excluded.people, robots = excluded.robots, landed = excluded.landed, visitors = excluded.visitors
        where (visit_sum.people, visit_sum.robots, visit_sum.landed, visit_sum.visitors)
            is distinct from (excluded.people, excluded.robots, excluded.landed, excluded.visitors);
    end loop;
end $$;
-- Takes up the whole day's index again, tight: nobody comes on a day that is over.
create function pack_visits(day date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    partition regclass := to_regclass('visit_' || to_char(day, 'YYYYMMDD'));
    found regclass;
begin
    if partition is not null then
        for found in select indexrelid::regclass from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
            where i.indrelid = partition and a.amname = 'btree' loop
            execute format('alter index %s set (fillfactor = 100)', found);
            execute format('reindex index %s', found);
        end loop;
    end if;
end $$;
-- Forgets visits one by one, and what was said of people in conversions, after the days that each brand keeps them; sums stay.
create function forget_visits(today date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    name text;
    least date;
begin
    select today - greatest(coalesce(max(keep_days), 90), 1) into least from tracking;
    for name in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'visit'::regclass and c.relname ~ '^visit_\d{8}$' and to_date(right(c.relname, 8), 'YYYYMMDD') < least loop
        execute format('drop table %I', name);
    end loop;
    delete from visit_other where at < least;
    delete from visit v using tracking t where v.brand_id = t.brand_id and v.at < today - t.keep_days;
    update conversion c set visitor = null from tracking t
    where c.brand_id = t.brand_id and c.at < today - t.keep_days and c.visitor is not null;
end $$;
revoke execute on function roll_hours(timestamptz, timestamptz), roll_days(timestamptz, timestamptz), pack_visits(date), forget_visits(date) from public;
grant execute on function roll_hours(timestamptz, timestamptz), roll_days(timestamptz, timestamptz), pack_visits(date), forget_visits(date) to worker;

create or replace function forget_tracking() returns trigger language plpgsql as $$
begin
    delete from visit where brand_id = old.id;
    delete from visit_sum where brand_id = old.id;
    delete from credit_sum where brand_id = old.id;
    return old;
end $$;
