-- Who is signed in where. A token is known to the browser only; the desk keeps its SHA-256.
create table session (
    id bigint generated always as identity primary key,
    token bytea not null unique,
    member_id bigint not null references member (id) on delete cascade,
    made_at timestamptz not null,
    seen_at timestamptz not null,
    agent text not null default '',
    address text not null default '',
    -- where the member worked last, to bring them back there
    brand_handle text
);
create index on session (member_id);

-- Tries at a password, counted by account and by address; good for a quarter of an hour.
create table sign_in_try (
    account bytea not null,
    address text not null,
    at timestamptz not null
);
create index on sign_in_try (account, at);
create index on sign_in_try (address, at);

-- Links by which a new password may be set, once.
create table password_reset (
    token bytea primary key,
    member_id bigint not null references member (id) on delete cascade,
    expires_at timestamptz not null
);
