-- Batches of visits that had to wait in a node's file while the database was away: each is taken in once.
create table visit_late (
    id uuid primary key,
    at timestamptz not null default now()
);
grant select, insert, delete on visit_late to worker;
revoke all on visit_late from desk;

-- Nothing was ever read by hours.
drop function roll_hours(timestamptz, timestamptz);
delete from visit_sum where level = 0;
delete from visit_roll where level = 0;
-- Who reads sums must know which blocks of days are whole; a time is all that stands here.
grant select on visit_roll to desk;

-- Adds up all days that end after `since`, as seen from `until`, with different visitors; and the blocks of 4, 16 and 64 days, each once it
-- is over: until then its days say the same.
create or replace function roll_days(since timestamptz, until timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    width int;
begin
    insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
    select v.brand_id, coalesce(v.link_id, 0), s.slot, 1, count(*) filter (where v.kind = 1), count(*) filter (where v.kind in (2, 3, 4)),
           count(*) filter (where v.kind in (5, 6)), count(distinct v.visitor) filter (where v.kind in (1, 5, 6))
    from visit v join brand b on b.id = v.brand_id left join tracking t on t.brand_id = b.id
    cross join lateral (select (v.at at time zone b.zone)::date - date '1970-01-01' as slot) s
    where v.at >= since - interval '25 hours' and v.at <= until
      and s.slot >= (since at time zone b.zone)::date - date '1970-01-01'
      -- Of a day that is forgotten in part its sum stays as it is.
      and s.slot >= (until at time zone b.zone)::date - date '1970-01-01' - coalesce(t.keep_days, 90)
    group by grouping sets ((v.brand_id, v.link_id, s.slot), (v.brand_id, s.slot))
    on conflict (brand_id, level, slot, link_id) do update
    set people = excluded.people, robots = excluded.robots, landed = excluded.landed, visitors = excluded.visitors
    where (visit_sum.people, visit_sum.robots, visit_sum.landed, visit_sum.visitors)
        is distinct from (excluded.people, excluded.robots, excluded.landed, excluded.visitors);
    foreach width in array array[4, 16, 64] loop
        insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
        select d.brand_id, d.link_id, d.slot / width, width, sum(d.people), sum(d.robots), sum(d.landed), sum(d.visitors)
        from brand b join visit_sum d on d.brand_id = b.id and d.level = 1
            and d.slot >= ((since at time zone b.zone)::date - date '1970-01-01') / width * width
            and d.slot < ((until at time zone b.zone)::date - date '1970-01-01') / width * width
        group by 1, 2, 3
        on conflict (brand_id, level, slot, link_id) do update
        set people = excluded.people, robots = excluded.robots, landed = excluded.landed, visitors = excluded.visitors
        where (visit_sum.people, visit_sum.robots, visit_sum.landed, visit_sum.visitors)
            is distinct from (excluded.people, excluded.robots, excluded.landed, excluded.visitors);
    end loop;
end $$;
