-- When posts of an account were best heard, worked out anew a few times a day.
create table best_time (
    brand_id bigint not null references brand (id) on delete cascade,
    account_id bigint not null,
    -- how many posts it's made of
    posts int not null,
    -- [{"day": 1, "hour": 9, "posts": 4, "times": 1.4}, …], the best first
    best jsonb not null,
    made_at timestamptz not null,
    primary key (brand_id, account_id)
);
call tenant_table('best_time');
