-- When the morning's mail goes out. The wall time holds; the instant is made of it anew each day and with the brand's zone.
create table morning (
    brand_id bigint not null references brand (id) on delete cascade,
    at time not null,
    -- null: not at all
    next_at timestamptz,
    primary key (brand_id)
);
create index morning_due on morning (next_at) where next_at is not null;
call tenant_table('morning');
call worker_table('morning', 'select');

-- Who wants it.
create table morning_reader (
    brand_id bigint not null references brand (id) on delete cascade,
    member_id bigint not null,
    primary key (brand_id, member_id)
);
call tenant_table('morning_reader');
