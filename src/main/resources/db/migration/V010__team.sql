-- People of the team. Not a tenant's: a member may be in many brands.
create table member (
    id bigint generated always as identity primary key,
    email text not null,
    name text not null,
    password text not null,
    language text not null default 'en',
    made_at timestamptz not null default now(),
    closed_at timestamptz
);
create unique index on member (lower(email));

create table membership (
    brand_id bigint not null,
    member_id bigint not null references member (id),
    roles text[] not null,
    since timestamptz not null default now(),
    primary key (brand_id, member_id)
);
create index on membership (member_id);
call tenant_table('membership');
-- A member sees in which brands they are before one is chosen.
create policy own_seats on membership for select to desk using (member_id = current_member());
