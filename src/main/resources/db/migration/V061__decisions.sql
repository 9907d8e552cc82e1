-- What people decided about a delivery: part of its story, beside what the desk tried by itself.
create table delivery_decision (
    brand_id bigint not null,
    id bigint generated always as identity,
    delivery_id bigint not null,
    at timestamptz not null,
    member_id bigint not null references member (id),
    -- RELEASED, UNSEEN, RECORDED, REMOVED
    what text not null,
    detail text not null default '',
    primary key (brand_id, id),
    foreign key (brand_id, delivery_id) references delivery (brand_id, id) on delete cascade
);
create index on delivery_decision (brand_id, delivery_id, id);
call tenant_table('delivery_decision');
