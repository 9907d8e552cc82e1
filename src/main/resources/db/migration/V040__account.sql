create table account (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    network text not null,
    -- the network's lasting name of the account: one account is connected once a brand
    place text not null,
    handle text not null,
    name text not null,
    address text not null,
    -- sealed; empty once a person disconnected it
    credentials bytea not null,
    -- rises whenever other credentials are saved, so that the slower of two renewals doesn't win
    turn int not null default 0,
    -- WELL, REAUTH (a person must sign in again), CLOSED
    health text not null default 'WELL',
    fault_code text,
    fault_detail text,
    aims text[] not null default '{}',
    since timestamptz not null default now(),
    primary key (brand_id, id),
    unique (brand_id, network, place)
);
call tenant_table('account');
