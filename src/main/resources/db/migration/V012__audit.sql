-- Who did what; what is a key whose words stand in the bundles as audit.<what>.
create table audit (
    brand_id bigint not null,
    id bigint generated always as identity,
    at timestamptz not null,
    member_id bigint not null references member (id),
    what text not null,
    subject text not null default '',
    detail text not null default '',
    primary key (brand_id, id)
);
call tenant_table('audit');

-- A seat in a brand for whoever holds the link, once.
create table invitation (
    brand_id bigint not null,
    id bigint generated always as identity,
    token bytea not null unique,
    email text not null default '',
    roles text[] not null,
    invited_by bigint not null references member (id),
    made_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (brand_id, id)
);
call tenant_table('invitation');

-- Who holds the link isn't in the brand yet: which brand it is for is told by the token alone.
create function invitation_brand(wanted bytea) returns bigint
    language sql stable security definer set search_path = public
    return (select brand_id from invitation where token = wanted);
