-- How a brand speaks; a brand without a row hasn't said.
create table voice (
    brand_id bigint primary key references brand (id) on delete cascade,
    -- Languages in which people are addressed the one way or the other.
    familiar text[] not null default '{}',
    formal text[] not null default '{}',
    preferred text[] not null default '{}',
    avoided text[] not null default '{}',
    instead text[] not null default '{}',
    humour text not null,
    emoji text not null,
    unwanted_emoji text[] not null default '{}',
    signature text not null default '',
    apologies int not null,
    longest int not null,
    languages text[] not null default '{}',
    check (cardinality(avoided) = cardinality(instead))
);
call tenant_table('voice');
