-- What is handed on: blocks as they stood when it was made.
create table report (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    title text not null,
    -- WEEK, MONTH, CAMPAIGN
    kind text not null,
    from_day date not null,
    to_day date not null,
    language text not null,
    -- keys of sides
    sides text[] not null,
    -- what they held, by side
    content jsonb not null,
    -- by side, and 'intro'
    comments jsonb not null default '{}',
    -- the hash of the private link's secret; null where it has none
    token bytea unique,
    made_by bigint not null,
    made_at timestamptz not null,
    primary key (brand_id, id)
);
call tenant_table('report');

-- A private link is opened outside any brand; whoever holds the secret learns the brand and the number.
create function report_of(secret bytea) returns table (brand bigint, report bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
    select brand_id, id from report where token = secret $$;
