-- Adds up again all visits of one brand since a time that is past: the sample brand's come with two weeks behind them.
create function roll_brand(one int, since timestamptz, until timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    width int;
begin
    insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
    select v.brand_id, coalesce(v.link_id, 0), s.slot, 0, count(*) filter (where v.kind = 1), count(*) filter (where v.kind in (2, 3, 4)),
           count(*) filter (where v.kind in (5, 6)), 0
    from visit v join brand b on b.id = v.brand_id
    cross join lateral (select floor(extract(epoch from v.at at time zone b.zone) / 3600)::int as slot) s
    where v.brand_id = one and v.at >= since and v.at <= until
    group by grouping sets ((v.brand_id, v.link_id, s.slot), (v.brand_id, s.slot))
    on conflict (brand_id, level, slot, link_id) do update
    set people = excluded.people, robots = excluded.robots, landed = excluded.landed;
    insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
    select v.brand_id, coalesce(v.link_id, 0), s.slot, 1, count(*) filter (where v.kind = 1), count(*) filter (where v.kind in (2, 3, 4)),
           count(*) filter (where v.kind in (5, 6)), count(distinct v.visitor) filter (where v.kind in (1, 5, 6))
    from visit v join brand b on b.id = v.brand_id
    cross join lateral (select (v.at at time zone b.zone)::date - date '1970-01-01' as slot) s
    where v.brand_id = one and v.at >= since and v.at <= until
    group by grouping sets ((v.brand_id, v.link_id, s.slot), (v.brand_id, s.slot))
    on conflict (brand_id, level, slot, link_id) do update
    set people = excluded.people, robots = excluded.robots, landed = excluded.landed, visitors = excluded.visitors;
    foreach width in array array[4, 16, 64] loop
        insert into visit_sum (brand_id, link_id, slot, level, people, robots, landed, visitors)
        select d.brand_id, d.link_id, d.slot / width, width, sum(d.people), sum(d.robots), sum(d.landed), sum(d.visitors)
        from visit_sum d where d.brand_id = one and d.level = 1
        group by 1, 2, 3
        on conflict (brand_id, level, slot, link_id) do update
        set people = excluded.people, robots = excluded.robots, landed = excluded.landed, visitors = excluded.visitors;
    end loop;
end $$;
revoke execute on function roll_brand(int, timestamptz, timestamptz) from public;
grant execute on function roll_brand(int, timestamptz, timestamptz) to worker;
