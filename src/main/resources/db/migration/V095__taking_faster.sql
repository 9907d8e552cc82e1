-- Conversations of one kind are added up before they are spread over the views: a batch that moves none of them writes nothing and
-- costs a tenth.
create or replace function count_changed() returns trigger language plpgsql as $$
begin
    if current_brand() is null then return null; end if;
    insert into inbox_tally (brand_id, facet, value, n)
    select m.brand_id, f.facet, f.value, sum(m.n)
    from (
        select brand_id, state, waiting, priority, assignee, account_id, sum(n) n
        from (
            select brand_id, state, waiting, priority, assignee, account_id, -1 n from before
            union all
            select brand_id, state, waiting, priority, assignee, account_id, 1 from after) c
        group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0) m
    cross join lateral (values
        (0, case m.state when 'OPEN' then 0 when 'SNOOZED' then 1 else 2 end::bigint),
        (1, case when m.state = 'OPEN' and m.waiting then 1 end),
        (2, case when m.state = 'OPEN' then m.priority end),
        (3, case when m.state = 'OPEN' then m.assignee end),
        (4, case when m.state = 'OPEN' then m.account_id end)) f (facet, value)
    where f.value is not null
    group by 1, 2, 3 having sum(m.n) <> 0;
    return null;
end $$;

-- Without the time an entry stands once for each profile, not once for each comment: a quarter of the size, and so as much less that
-- each checkpoint makes PostgreSQL write anew for comments of people all over it. A person's comments are sorted when they are read.
drop index comment_profile;
create index comment_profile on comment (brand_id, profile_id) where profile_id is not null;
