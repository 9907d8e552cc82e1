-- Who was sent to a network to sign in there, until they come back. state is the hash of what they bring back.
create table journey (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    state bytea not null,
    member_id bigint not null references member (id),
    network text not null,
    -- the account that is signed in to again; none where a new one is connected
    account_id bigint,
    -- what the connector wants back, sealed
    kept bytea not null,
    expires_at timestamptz not null,
    primary key (brand_id, id),
    foreign key (brand_id, account_id) references account (brand_id, id) on delete cascade
);
create unique index on journey (brand_id, state);
call tenant_table('journey');
