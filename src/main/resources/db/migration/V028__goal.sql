-- What an account is to reach, or the company (account_id null). Not bound to accounts by a reference: they are younger than this script.
create table goal (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    account_id bigint,
    -- the company's goal that an account's works for
    above_id bigint,
    name text not null,
    measure text not null,
    baseline double precision not null,
    target double precision not null,
    from_day date not null,
    due_day date not null,
    note text not null default '',
    made_by bigint not null,
    made_at timestamptz not null,
    -- since when nobody works for it any more
    ended_at timestamptz,
    -- since when it's behind its path; those whom it concerns were told then
    behind_at timestamptz,
    primary key (brand_id, id),
    foreign key (brand_id, above_id) references goal (brand_id, id) on delete set null (above_id)
);
call tenant_table('goal');

-- What a measure stood at on a day: typed by a member, or by the desk where a measure has no history of its own.
create table goal_reading (
    brand_id bigint not null,
    goal_id bigint not null,
    day date not null,
    value double precision not null,
    -- null where the desk read it
    by_id bigint,
    note text not null default '',
    at timestamptz not null,
    primary key (brand_id, goal_id, day),
    foreign key (brand_id, goal_id) references goal (brand_id, id) on delete cascade
);
call tenant_table('goal_reading');
