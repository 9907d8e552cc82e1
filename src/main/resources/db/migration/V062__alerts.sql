-- Who wants to be told of what. Without a row a manager or an author is told of everything, others of nothing.
create table alert_wish (
    brand_id bigint not null references brand (id) on delete cascade,
    member_id bigint not null references member (id) on delete cascade,
    kinds text[] not null,
    mail boolean not null,
    push boolean not null,
    primary key (brand_id, member_id)
);
call tenant_table('alert_wish');

-- Of which stop of a delivery people were told: another try or another instant is told anew.
create table alert_told (
    brand_id bigint not null,
    delivery_id bigint not null,
    state text not null,
    tries int not null,
    due_at timestamptz not null,
    told_at timestamptz not null,
    primary key (brand_id, delivery_id),
    foreign key (brand_id, delivery_id) references delivery (brand_id, id) on delete cascade
);
create index on alert_told (brand_id, told_at);
call tenant_table('alert_told');

create table account_alert (
    brand_id bigint not null,
    account_id bigint not null,
    reason text not null,
    told_at timestamptz,
    primary key (brand_id, account_id),
    foreign key (brand_id, account_id) references account (brand_id, id) on delete cascade
);
call tenant_table('account_alert');

-- A browser that shows alerts; it's a member's, whatever brand they work for.
create table push_subscription (
    id bigint generated always as identity primary key,
    member_id bigint not null references member (id) on delete cascade,
    endpoint text not null unique,
    key text not null,
    auth text not null,
    made_at timestamptz not null
);
create index on push_subscription (member_id);

-- Brands with something to tell, that weren't told anything since then. Recurring work enters each one's scope.
create function brands_to_alert(quiet timestamptz) returns setof bigint
    language sql stable security definer set search_path = public
    begin atomic
        select b.brand_id from (
            select d.brand_id from delivery d
            where d.state in ('FAILED', 'UNKNOWN', 'LATE', 'PENDING')
              and not exists (select from alert_told t
                              where t.brand_id = d.brand_id and t.delivery_id = d.id and t.state = d.state
                                and t.tries = d.tries and t.due_at = d.due_at)
            union
            select a.brand_id from account_alert a where a.told_at is null) b
        where not exists (select from alert_told t where t.brand_id = b.brand_id and t.told_at > quiet)
          and not exists (select from account_alert a where a.brand_id = b.brand_id and a.told_at > quiet)
        order by b.brand_id;
    end;
