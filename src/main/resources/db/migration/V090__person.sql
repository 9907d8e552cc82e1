-- What members know of somebody, and what they promised them.
create table person_note (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    profile_id bigint not null,
    member_id bigint not null,
    text text not null,
    at timestamptz not null,
    -- something that we promised, by when, and when it was kept
    promise boolean not null default false,
    due_on date,
    kept_at timestamptz,
    kept_by bigint,
    primary key (brand_id, id)
);
create index person_note_profile on person_note (brand_id, profile_id, id);
call tenant_table('person_note');

-- What members did about who is whom, with how it stood before, so that it can be undone.
create table person_act (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    member_id bigint not null,
    -- JOINED, PARTED
    what text not null,
    at timestamptz not null,
    undone_at timestamptz,
    -- a row for each profile: id, and the person it was
    before jsonb not null,
    primary key (brand_id, id)
);
call tenant_table('person_act');

-- Names as they are looked for: from their beginning, by plain order, which row-level security lets an index serve.
alter table profile
    add column name_sought text collate "C" not null generated always as (lower(name)) stored,
    add column handle_sought text collate "C" not null generated always as (ltrim(lower(handle), '@')) stored;
create index profile_name on profile (brand_id, name_sought) where erased_at is null;
create index profile_handle on profile (brand_id, handle_sought) where erased_at is null;
