-- Nothing is read by hours, and blocks are those that are over.
create or replace function roll_brand(one int, since timestamptz, until timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    width int;
begin
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
        from brand b join visit_sum d on d.brand_id = b.id and d.level = 1
            and d.slot < ((until at time zone b.zone)::date - date '1970-01-01') / width * width
        where b.id = one
        group by 1, 2, 3
        on conflict (brand_id, level, slot, link_id) do update
        set people = excluded.people, robots = excluded.robots, landed = excluded.landed, visitors = excluded.visitors;
    end loop;
end $$;
