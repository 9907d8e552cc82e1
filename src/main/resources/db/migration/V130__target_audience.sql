-- Whom a brand wants to reach; a brand without a row hasn't said.
create table target_audience (
    brand_id bigint primary key references brand (id) on delete cascade,
    languages text[] not null default '{}',
    places text[] not null default '{}',
    interests text[] not null default '{}',
    -- kinds of profile that are left out, by their names
    left_out text[] not null default '{}',
    competitors text[] not null default '{}',
    -- words in a profile that leave it out
    unwanted text[] not null default '{}'
);
call tenant_table('target_audience');
