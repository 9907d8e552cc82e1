-- Brand by brand and width by width, so that only the days that are packed are read: all at once every sum of the table was.
create or replace function pack_sums(brands int[], since timestamptz, until timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    of record;
    width int;
    first int;
    past int;
begin
    for of in select b.id::int, wall_day(since, b.zone) as first, wall_day(until, b.zone) as past from brand b where b.id = any(brands) loop
        foreach width in array array[1, 4, 16, 64] loop
            first := of.first / width * width;
            past := of.past / width * width;
            continue when first >= past;
            insert into visit_pack (brand_id, level, slot, sums)
            select of.id, width, slot, string_agg(int4send(link_id) || int4send(people) || int4send(robots) || int4send(landed) || int4send(visitors),
                ''::bytea order by link_id)
            from (select d.slot / width as slot, d.link_id, sum(d.people)::int as people, sum(d.robots)::int as robots,
                      sum(d.landed)::int as landed, sum(d.visitors)::int as visitors
                  from visit_sum d
                  where d.brand_id = of.id and d.level = 1 and d.slot >= first and d.slot < past and d.link_id > 0
                  group by 1, 2) s
            group by slot
            on conflict (brand_id, level, slot) do update set sums = excluded.sums where visit_pack.sums <> excluded.sums;
        end loop;
    end loop;
end $$;
