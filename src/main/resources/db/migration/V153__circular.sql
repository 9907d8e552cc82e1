-- Reports that are mailed again and again. The wall time holds; the instant is made of it anew each time and with the brand's zone.
create table circular (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    title text not null,
    -- WEEK, MONTH, CAMPAIGN
    kind text not null,
    -- 1 Monday to 7 Sunday; of a month its day, 1 to 28
    weekday smallint not null,
    month_day smallint not null,
    campaign_id bigint,
    at time not null,
    language text not null,
    -- keys of sides
    sides text[] not null,
    made_by bigint not null,
    -- null: not any more
    next_at timestamptz,
    -- after a failure not before then, and why
    retry_at timestamptz,
    fault text not null default '',
    primary key (brand_id, id)
);
create index circular_due on circular (next_at) where next_at is not null;
call tenant_table('circular');
call worker_table('circular', 'select');

-- Who gets it.
create table circular_reader (
    brand_id bigint not null,
    circular_id bigint not null,
    address text not null,
    -- stopped by themselves
    stopped_at timestamptz,
    primary key (brand_id, circular_id, address),
    foreign key (brand_id, circular_id) references circular (brand_id, id) on delete cascade
);
call tenant_table('circular_reader');

-- What was mailed of which time to whom: once, whoever dies.
create table circular_letter (
    brand_id bigint not null,
    id bigint generated always as identity,
    circular_id bigint not null,
    first_day date not null,
    address text not null,
    report_id bigint,
    -- its number in the queue of mails; null where no server was set
    mail bigint,
    -- the hash of the secret in its link to stop
    stop bytea unique,
    -- QUEUED, SENT, TRIED (and tried again), FAILED
    state text not null,
    why text not null default '',
    at timestamptz not null,
    primary key (brand_id, id),
    unique (brand_id, circular_id, first_day, address),
    foreign key (brand_id, circular_id) references circular (brand_id, id) on delete cascade
);
create index circular_letter_mail on circular_letter (mail) where mail is not null;
call tenant_table('circular_letter');
call worker_table('circular_letter', 'select, update');

-- A link to stop is opened outside any brand; whoever holds the secret learns the brand and the letter.
create function circular_letter_of(secret bytea) returns table (brand bigint, letter bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
    select brand_id, id from circular_letter where stop = secret $$;

-- Of which campaign it is; null for none.
alter table report add campaign_id bigint;
