-- Sums of days and blocks of days that are over: of each link that anybody came by its number, people, robots, landed and visitors, four bytes
-- each, in the order of links. Twenty bytes where a row takes more than a hundred, and a reader gets ten thousand of them at once.
create table visit_pack (
    brand_id int not null,
    -- 1, 4, 16, 64: so many days
    level smallint not null,
    -- days since 1970 by that
    slot int not null,
    sums bytea not null,
    primary key (brand_id, level, slot)
);
-- Read whole and often; unpacking would cost more than reading.
alter table visit_pack alter column sums set storage external;
call tenant_table('visit_pack');

delete from visit_sum where level > 1;
-- All of the brand's links are looked at together, and the brand is asked for once, not once for each.
alter policy one_brand on tracked_link using (brand_id = (select current_brand())) with check (brand_id = current_brand());

-- What links are credited with stands in the index itself, in the order of days: else each of ten thousand is fetched from a place of its own.
alter table credit_sum drop constraint credit_sum_pkey;
alter table credit_sum add primary key (brand_id, level, slot, link_id, name, currency)
    include (firsts, lasts, linear, first_value, last_value, linear_value);

-- Days since then have to be counted anew: something came late. Null where nothing did.
alter table visit_roll add anew timestamptz;

create function wall_day(at timestamptz, zone text) returns int
    language sql stable parallel safe return (at at time zone zone)::date - date '1970-01-01';

-- Counts all days that end after `since`, as seen from `until`, with different visitors.
create function count_days(brands int[], since timestamptz, until timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    -- Known before it's planned, so that no other day's table is looked at.
    low timestamptz := since - interval '25 hours';
begin
    insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
    select v.brand_id, coalesce(v.link_id, 0), s.slot, 1, count(*) filter (where v.kind = 1), count(*) filter (where v.kind in (2, 3, 4)),
           count(*) filter (where v.kind in (5, 6)), count(distinct v.visitor) filter (where v.kind in (1, 5, 6))
    from visit v join brand b on b.id = v.brand_id left join tracking t on t.brand_id = b.id
    cross join lateral (select wall_day(v.at, b.zone) as slot) s
    where v.brand_id = any(brands) and v.at >= low and v.at < until
      and s.slot >= wall_day(since, b.zone)
      -- Of a day that is forgotten in part its sum stays as it is.
      and s.slot >= wall_day(until, b.zone) - coalesce(t.keep_days, 90)
    group by grouping sets ((v.brand_id, v.link_id, s.slot), (v.brand_id, s.slot))
    on conflict (brand_id, level, slot, link_id) do update
    set people = excluded.people, robots = excluded.robots, landed = excluded.landed, visitors = excluded.visitors
    where (visit_sum.people, visit_sum.robots, visit_sum.landed, visit_sum.visitors)
        is distinct from (excluded.people, excluded.robots, excluded.landed, excluded.visitors);
end $$;

-- Adds what came from `since` to `until`, both of one day of each brand's; a visitor who came by the same link before that day is none more.
create function count_more(brands int[], since timestamptz, until timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    low timestamptz := since - interval '26 hours';
begin
    with fresh as materialized (
        select v.brand_id, v.link_id, v.visitor, wall_day(v.at, b.zone) as slot, b.zone, count(*) filter (where v.kind = 1) as people,
               count(*) filter (where v.kind in (2, 3, 4)) as robots, count(*) filter (where v.kind in (5, 6)) as landed,
               bool_or(v.kind in (1, 5, 6)) as came
        from visit v join brand b on b.id = v.brand_id
        where v.brand_id = any(brands) and v.at >= since and v.at < until
        group by 1, 2, 3, 4, 5),
    before as materialized (
        select f.brand_id, o.link_id, f.visitor, f.slot
        from (select distinct brand_id, visitor, slot, zone from fresh where came) f
        join visit o on o.visitor = f.visitor and o.kind in (1, 5, 6) and o.brand_id = f.brand_id
        where o.at >= low and o.at < since and wall_day(o.at, f.zone) = f.slot),
    marked as (
        select f.*,
            came and not exists (select from before o
                where o.brand_id = f.brand_id and o.visitor = f.visitor and o.slot = f.slot and o.link_id = f.link_id) as by_link,
            came and not exists (select from before o
                where o.brand_id = f.brand_id and o.visitor = f.visitor and o.slot = f.slot) as by_any
        from fresh f)
    insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
    select brand_id, link_id, slot, 1, sum(people), sum(robots), sum(landed), count(*) filter (where by_link) from marked group by 1, 2, 3
    union all
    select brand_id, 0, slot, 1, sum(people), sum(robots), sum(landed), count(distinct visitor) filter (where by_any) from marked group by 1, 2, 3
    on conflict (brand_id, level, slot, link_id) do update
    set people = visit_sum.people + excluded.people, robots = visit_sum.robots + excluded.robots,
        landed = visit_sum.landed + excluded.landed, visitors = visit_sum.visitors + excluded.visitors;
end $$;

-- Packs the days from `since` on that are over at `until`, and all blocks with such a day that are.
create function pack_sums(brands int[], since timestamptz, until timestamptz) returns void
    language sql security definer set search_path = public, pg_temp as $$
    insert into visit_pack (brand_id, level, slot, sums)
    select brand_id, width, slot, string_agg(int4send(link_id) || int4send(people) || int4send(robots) || int4send(landed) || int4send(visitors),
        ''::bytea order by link_id)
    from (select d.brand_id, width, d.slot / width as slot, d.link_id, sum(d.people)::int as people, sum(d.robots)::int as robots,
              sum(d.landed)::int as landed, sum(d.visitors)::int as visitors
          from brand b cross join unnest(array[1, 4, 16, 64]) width join visit_sum d on d.brand_id = b.id and d.level = 1 and d.link_id > 0
              and d.slot >= wall_day(since, b.zone) / width * width and d.slot < wall_day(until, b.zone) / width * width
          where b.id = any(brands)
          group by 1, 2, 3, 4) s
    group by 1, 2, 3
    on conflict (brand_id, level, slot) do update set sums = excluded.sums where visit_pack.sums <> excluded.sums;
$$;

-- What came since then is added to the day that runs. A day that has ended is counted once more as a whole, so that whatever the clocks of nodes did,
-- its sum is what its rows say; so are all days since `anew`.
drop function roll_days(timestamptz, timestamptz);
create function roll_days(since timestamptz, until timestamptz, anew timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    first timestamptz := least(since, anew);
    whole int[];
    more int[];
begin
    select array_agg(id) filter (where wall_day(first, zone) < wall_day(until, zone) or anew is not null),
           array_agg(id) filter (where wall_day(first, zone) = wall_day(until, zone) and anew is null)
    into whole, more from brand;
    if more is not null then
        perform count_more(more, since, until);
    end if;
    if whole is not null then
        perform count_days(whole, first, until);
        perform pack_sums(whole, first, until);
    end if;
end $$;

-- Adds up all visits of one brand since a time that is past: the sample brand's come with two weeks behind them.
create or replace function roll_brand(one int, since timestamptz, until timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    -- Else what is counted here of today would be added to it once more.
    update visit_roll r set anew = least(r.anew, roll_brand.until) where level = 1;
    perform count_days(array[one], since, until);
    perform pack_sums(array[one], since, until);
end $$;

revoke execute on function count_days(int[], timestamptz, timestamptz), count_more(int[], timestamptz, timestamptz),
    pack_sums(int[], timestamptz, timestamptz), roll_days(timestamptz, timestamptz, timestamptz) from public;
grant execute on function roll_days(timestamptz, timestamptz, timestamptz) to worker;

create or replace function forget_tracking() returns trigger language plpgsql as $$
begin
    delete from visit where brand_id = old.id;
    delete from visit_sum where brand_id = old.id;
    delete from visit_pack where brand_id = old.id;
    delete from credit_sum where brand_id = old.id;
    return old;
end $$;

-- Days that were added up before this.
select pack_sums(array_agg(b.id::int), '2000-01-01', until) from brand b, visit_roll where level = 1 group by until;
