-- Without a join: the plan of a trigger is made once, for the few rows it saw first, and that one compared each row with each.
create or replace function count_changed() returns trigger language plpgsql as $$
begin
    if current_brand() is null then return null; end if;
    insert into inbox_tally (brand_id, facet, value, n)
    select c.brand_id, f.facet, f.value, sum(c.n)
    from (
        select brand_id, state, waiting, priority, assignee, account_id, -1 n from before
        union all
        select brand_id, state, waiting, priority, assignee, account_id, 1 from after) c
    cross join lateral (values
        (0, case c.state when 'OPEN' then 0 when 'SNOOZED' then 1 else 2 end::bigint),
        (1, case when c.state = 'OPEN' and c.waiting then 1 end),
        (2, case when c.state = 'OPEN' then c.priority end),
        (3, case when c.state = 'OPEN' then c.assignee end),
        (4, case when c.state = 'OPEN' then c.account_id end)) f (facet, value)
    where f.value is not null
    group by 1, 2, 3 having sum(c.n) <> 0;
    return null;
end $$;
