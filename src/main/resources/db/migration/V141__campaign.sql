-- What is done to be found by others: when, for whom, and what it cost.
create table campaign (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    name text not null,
    goal text not null default '',
    audience text not null default '',
    begins date not null,
    ends date not null,
    currency text not null,
    -- the name that its links carry
    tag text not null default '',
    links text[] not null default '{}',
    primary key (brand_id, id),
    check (ends >= begins)
);
call tenant_table('campaign');

-- In hundredths of the campaign's currency; one sum for each day and place it was paid at.
create table campaign_cost (
    brand_id bigint not null references brand (id) on delete cascade,
    campaign_id bigint not null,
    day date not null,
    source text not null default '',
    cents bigint not null check (cents >= 0),
    primary key (brand_id, campaign_id, day, source),
    foreign key (brand_id, campaign_id) references campaign (brand_id, id) on delete cascade
);
call tenant_table('campaign_cost');
