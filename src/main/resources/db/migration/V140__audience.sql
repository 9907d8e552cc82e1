-- A profile as the desk sees it: one that follows an account or spoke to us, and whether it fits the target audience.
create table onlooker (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    network text not null,
    -- made of the network's lasting name; stays when the name itself has to go
    key uuid not null,
    -- its number in the inbox, where they spoke
    profile_id bigint,
    name text not null,
    handle text not null,
    about text not null default '',
    place text not null default '',
    address text not null default '',
    seen_at timestamptz not null,
    spoke_at timestamptz,
    -- FITS, DOESNT, UNKNOWN; reasons one a line
    fit text not null default 'UNKNOWN',
    reasons text not null default '',
    language text not null default '',
    judged_at timestamptz,
    -- something changed since it was judged
    stale boolean not null default true,
    erased_at timestamptz,
    primary key (brand_id, id),
    unique (brand_id, network, key)
);
create index onlooker_stale on onlooker (brand_id, id) where stale and erased_at is null;
create index onlooker_profile on onlooker (brand_id, profile_id) where profile_id is not null;
call tenant_table('onlooker');

-- One time of following one account; who comes back begins another.
create table follow (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    account_id bigint not null,
    onlooker_id bigint not null,
    -- when a reading first showed it
    seen_at timestamptz not null,
    -- null for those who followed already when the first reading ended: nobody knows since when
    joined_at timestamptz,
    -- the number of the last reading that showed it
    reading bigint not null,
    left_at timestamptz,
    -- POST, CAMPAIGN, LINK, UNKNOWN, and the number of what it was
    came text not null default 'UNKNOWN',
    came_id bigint,
    primary key (brand_id, id),
    foreign key (brand_id, onlooker_id) references onlooker (brand_id, id) on delete cascade
);
create unique index follow_now on follow (brand_id, account_id, onlooker_id) where left_at is null;
create index follow_onlooker on follow (brand_id, onlooker_id);
create index follow_joined on follow (brand_id, joined_at) where joined_at is not null;
create index follow_left on follow (brand_id, left_at) where left_at is not null;
call tenant_table('follow');

-- How far an account's followers were read. Who left is only known at the end of a whole reading.
create table crowd_reading (
    brand_id bigint not null references brand (id) on delete cascade,
    account_id bigint not null,
    number bigint not null default 1,
    cursor text not null default '',
    pages int not null default 0,
    begun_at timestamptz,
    -- when the last whole one ended, and the first
    whole_at timestamptz,
    first_whole_at timestamptz,
    -- so many were missing that it's only believed when the next one says the same
    doubted boolean not null default false,
    next_at timestamptz not null,
    failures int not null default 0,
    fault text not null default '',
    fault_detail text not null default '',
    total bigint,
    primary key (brand_id, account_id)
);
call tenant_table('crowd_reading');

-- What was said and whose speakers haven't been looked at yet.
create table overheard (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    comments bigint[] not null,
    primary key (brand_id, id)
);
call tenant_table('overheard');
