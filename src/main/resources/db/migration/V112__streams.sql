-- Names of the brand and of its competitors, as they are looked for on the networks.
create table watched_name (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    -- OURS, THEIRS
    whose text not null,
    name text not null,
    -- of the name in lower case: one name once
    key uuid not null,
    since timestamptz not null,
    primary key (brand_id, id),
    unique (brand_id, key)
);
call tenant_table('watched_name');

-- By what a source of a network is read; when, stands in `fetching`. Nobody's words stand here, but those that are looked for.
create table network_source (
    brand_id bigint not null,
    source_id bigint not null,
    network text not null,
    -- ACCOUNT, SEARCH, TAG, PHRASE; STREAM: looked for in everything that is said on the network
    kind text not null,
    value text not null,
    -- where it was read to
    cursor text not null default '',
    -- the name that it looks for, where it's there because of one
    name_id bigint,
    primary key (brand_id, source_id),
    foreign key (brand_id, source_id) references source (brand_id, id) on delete cascade
);
create index network_source_stream on network_source (network) where kind = 'STREAM';
call tenant_table('network_source');
call worker_table('network_source', 'select');

-- How often an account was asked in the window that runs.
create table listening_window (
    brand_id bigint not null,
    account_id bigint not null,
    window_at timestamptz not null,
    calls int not null,
    primary key (brand_id, account_id)
);
call tenant_table('listening_window');

-- What the network calls an item that was found there: what it takes to answer it. Not bound to item and source by references:
-- they would cost a look-up for each row taken in.
create table sighting (
    brand_id bigint not null,
    source_id bigint not null,
    -- the item's
    key uuid not null,
    network text not null,
    external_id text not null,
    kind text not null,
    root text not null,
    parent text not null default '',
    -- of the speaker's lasting name
    speaker_key uuid not null,
    speaker_id text not null,
    speaker text not null,
    handle text not null,
    profile text not null,
    address text not null,
    text text not null,
    languages text not null,
    marks jsonb not null,
    -- of a stream: the later of two versions of one post sorts later
    version text not null default '',
    said_at timestamptz not null,
    seen_at timestamptz not null,
    -- of a watched name: -1, 0, 1; null where unsure, or where nobody asks
    mood smallint,
    -- since when the network says that it was taken back
    gone_at timestamptz,
    primary key (brand_id, source_id, key)
);
create index sighting_key on sighting (key);
create index sighting_speaker on sighting (speaker_key);
create index sighting_time on sighting (brand_id, source_id, said_at);
call tenant_table('sighting');
-- In whose brand something was taken in that is now taken back, and nothing of what it said.
call worker_table('sighting', 'select (brand_id, source_id, key, speaker_key)');

-- Everything that is said on a network, read once for all brands.
create table stream (
    network text primary key,
    -- all up to here is in the tables above
    cursor text not null default '',
    lease_until timestamptz,
    leased_by uuid,
    -- events that came, and posts that somebody wanted
    told bigint not null default 0,
    taken bigint not null default 0,
    saved_at timestamptz,
    fault text not null default ''
);
grant select on stream to desk;
grant select, insert, update on stream to worker;

create function forget_streams() returns trigger language plpgsql as $$
begin
    delete from sighting where brand_id = old.id;
    delete from listening_window where brand_id = old.id;
    return old;
end $$;
create trigger streams_forgotten after delete on brand for each row execute function forget_streams();
