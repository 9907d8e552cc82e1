create table account (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    network text not null,
    place text not null,
    handle text not null,
    name text not null,
    address text not null,
    credentials bytea not null,
    turn int not null default 0,
    health text not null default 'WELL',
    note text not null default '',
    aims text[] not null default '{}',
    since timestamptz not null default now(),
    primary key (brand_id, id),
    unique (brand_id, network, place)
);
call tenant_table('account');
