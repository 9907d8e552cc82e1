-- Each change of what was said takes the brand's next number. The row is held until its transaction ends, so numbers become
-- visible in their order, and who reads on from a number misses nothing.
create table page_tick (
    brand_id bigint primary key references brand (id) on delete cascade,
    n bigint not null
);
call tenant_table('page_tick');

alter table page_comment drop constraint page_comment_state_check;
alter table page_comment add constraint page_comment_state_check
    check (state in ('HELD', 'SHOWN', 'HIDDEN', 'SPAM', 'DELETED'));
alter table page_comment
    add column change bigint not null default 0,
    -- how it stood before it was hidden, marked and deleted, the last one last: each act can be taken back
    add column before text[] not null default '{}',
    add column deleted_at timestamptz,
    -- since when its words are gone for good
    add column erased_at timestamptz;
update page_comment set change = id;
update page_comment set deleted_at = now(), erased_at = now() where state = 'DELETED';
insert into page_tick (brand_id, n) select brand_id, max(id) from page_comment group by brand_id;
create index on page_comment (brand_id, change);
create index on page_comment (brand_id, deleted_at) where state = 'DELETED' and erased_at is null;

-- Who may say nothing on the page any more, by the hash of the token in their cookie.
create table page_block (
    brand_id bigint not null references brand (id) on delete cascade,
    visitor bytea not null,
    name text not null,
    made_at timestamptz not null,
    primary key (brand_id, visitor)
);
call tenant_table('page_block');
