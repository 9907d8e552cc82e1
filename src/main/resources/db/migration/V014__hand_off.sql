-- A case given to somebody whose job it is. The packet is a snapshot: what it said when it was given.
create table hand_off (
    brand_id bigint not null,
    id bigint generated always as identity,
    -- which room it came from and its own number there: 'conversation', 17
    subject text not null,
    subject_id bigint not null,
    -- PR, ACCOUNT_MANAGER, SUPPORT, SALES
    job text not null,
    title text not null,
    need text not null,
    packet jsonb not null,
    -- somebody inside, or whoever holds the link
    member_id bigint references member (id),
    name text not null default '',
    email text not null default '',
    token bytea unique,
    expires_at timestamptz,
    given_by bigint not null references member (id),
    given_at timestamptz not null,
    answer_by timestamptz not null,
    opened_at timestamptz,
    -- GIVEN, ACCEPTED, DECLINED, ANSWERED, WITHDRAWN
    state text not null,
    settled_at timestamptz,
    answer text not null default '',
    primary key (brand_id, id),
    check ((member_id is null) <> (token is null))
);
create index on hand_off (brand_id, subject, subject_id);
create index on hand_off (brand_id, member_id, answer_by) where state in ('GIVEN', 'ACCEPTED');
create index on hand_off (brand_id, answer_by) where state in ('GIVEN', 'ACCEPTED');
call tenant_table('hand_off');

-- Who holds the link isn't in the brand: which brand it is of is told by the token alone.
create function hand_off_brand(wanted bytea) returns bigint
    language sql stable security definer set search_path = public
    return (select brand_id from hand_off where token = wanted);
