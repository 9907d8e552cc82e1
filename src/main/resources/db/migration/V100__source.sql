-- Where we read. What a member says of it and what it has shown itself to be; when it is read stands in `fetching`.
create table source (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    -- FEED, PAGE, NETWORK
    kind text not null,
    -- of NETWORK: through which account it is read, where that needs one
    account_id bigint,
    -- of a feed or page where it is read; of a network what the connector needs to know
    address text not null,
    -- made of the address: one source once a brand
    key uuid not null,
    -- what members call it; empty: as it calls itself
    name text not null default '',
    title text not null default '',
    -- the page for people
    site text not null default '',
    language text not null default '',
    -- 0 hardly counts, 1 usual, 3 counts most
    weight smallint not null default 1,
    topics text[] not null default '{}',
    muted_at timestamptz,
    -- LIVE, FAILING, RETIRED (gone for good), PAUSED (by a member), REMOVED (its items stay)
    state text not null default 'LIVE',
    -- a word of the bundle, and what the other side said
    reason text not null default '',
    detail text not null default '',
    since timestamptz not null,
    -- when it last had something new
    spoke_at timestamptz,
    -- its record: items taken in, stories that it told first, stories that it told, items that became posts
    items bigint not null default 0,
    firsts bigint not null default 0,
    told bigint not null default 0,
    used bigint not null default 0,
    primary key (brand_id, id),
    unique (brand_id, kind, key)
) with (fillfactor = 85);
call tenant_table('source');

-- When a source is read next, and what was remembered of the last reading. The queue runs over all brands, so the worker has
-- it; nobody's words stand here.
create table fetching (
    brand_id bigint not null,
    source_id bigint not null,
    -- FEED, PAGE: each has its own reader
    kind text not null,
    address text not null,
    -- whom one is polite to
    host text not null,
    etag text not null default '',
    modified text not null default '',
    -- of what was last read, so that the same again isn't parsed
    digest uuid,
    -- of a page: where on it is looked; empty: found by itself
    selector text not null default '',
    -- of a page: what stood there, packed
    seen bytea,
    -- null: not before a person does something
    next_at timestamptz,
    lease_until timestamptz,
    leased_by uuid,
    read_at timestamptz,
    failures int not null default 0,
    -- in a row, that it isn't there
    missing int not null default 0,
    -- mean seconds between what it says, and between its saying and our seeing; null: nothing known
    rhythm real,
    late real,
    -- an address that it says it has moved to for good, once it stood the test of a reading
    hub text not null default '',
    hub_topic text not null default '',
    -- sealed
    hub_secret bytea,
    hub_path uuid,
    -- NONE, ASKED, TOLD, REFUSED
    hub_state text not null default 'NONE',
    hub_until timestamptz,
    primary key (brand_id, source_id),
    foreign key (brand_id, source_id) references source (brand_id, id) on delete cascade
) with (fillfactor = 70);
create index fetching_due on fetching (next_at) where next_at is not null;
create unique index fetching_hub on fetching (hub_path) where hub_path is not null;
call tenant_table('fetching');
call worker_table('fetching', 'select, update');

-- One thing that a source said. Not bound to brand and source by references: they would cost a look-up for each row taken in.
create table item (
    brand_id bigint not null,
    id bigint generated always as identity,
    source_id bigint not null,
    -- made of the source's own name for it
    key uuid not null,
    address text not null default '',
    title text not null default '',
    -- plain text of what it says, at most 20,000 characters
    words text not null default '',
    -- as it came, where it is more than plain text: only ever shown sanitised (Markup)
    markup text,
    author text not null default '',
    language text not null default '',
    -- address of its picture
    picture text not null default '',
    said_at timestamptz,
    seen_at timestamptz not null,
    edited_at timestamptz,
    -- of title and words, to see whether they changed
    digest uuid not null,
    primary key (brand_id, id),
    unique (brand_id, source_id, key)
);
call tenant_table('item');

-- What an item said before it was changed.
create table item_version (
    brand_id bigint not null,
    item_id bigint not null,
    number int not null,
    title text not null,
    words text not null,
    until timestamptz not null,
    primary key (brand_id, item_id, number)
);
call tenant_table('item_version');

-- Items that wait for slow work, a batch in a row: taken with its lock, dropped with what came of it.
create table backlog (
    brand_id bigint not null,
    id bigint generated always as identity,
    -- who works on it
    follower text not null,
    items bigint[] not null,
    primary key (brand_id, id)
);
create index backlog_follower on backlog (follower, brand_id, id);
call tenant_table('backlog');
call worker_table('backlog', 'select');

-- What refers to no brand goes with it all the same.
create function forget_listening() returns trigger language plpgsql as $$
begin
    delete from item where brand_id = old.id;
    delete from item_version where brand_id = old.id;
    delete from backlog where brand_id = old.id;
    return old;
end $$;
create trigger listening_forgotten after delete on brand for each row execute function forget_listening();
