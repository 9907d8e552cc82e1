-- A review may be changed in its stars alone; each form keeps its own.
alter table comment_version add stars smallint;

-- Tables of reviews that were shown and wait for a yes: what is taken in is just what was shown.
create table review_file (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    content text not null,
    -- where lines that name no place belong; null where nothing was chosen
    account_id bigint,
    member_id bigint not null references member (id) on delete cascade,
    made_at timestamptz not null,
    primary key (brand_id, id)
);
call tenant_table('review_file');
