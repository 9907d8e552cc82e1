-- A story that one member passed on to another. Its story isn't bound by a reference: merged into another it's still found.
create table tip (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    story_id bigint not null,
    by_member bigint not null,
    to_member bigint not null,
    -- what the one said to the other; may be empty
    words text not null default '',
    at timestamptz not null,
    seen_at timestamptz,
    primary key (brand_id, id)
);
create index tip_story on tip (brand_id, story_id);
create index tip_waiting on tip (brand_id, to_member) where seen_at is null;
call tenant_table('tip');
