-- One version (or one part of its thread, or one first comment) going to one account.
create table delivery (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    version_id bigint,
    post_id bigint,
    account_id bigint not null,
    network text not null,
    -- 0 is the first part of a thread; first comments come after the last part
    part int not null default 0,
    comment boolean not null default false,
    state text not null,
    due_at timestamptz not null,
    -- when it may be taken: the instant at first, later what a rate limit or a retry says
    next_at timestamptz not null,
    key uuid not null default uuidv7(),
    -- read the network back before anything is sent
    look_first boolean not null default false,
    tries int not null default 0,
    lease_until timestamptz,
    leased_by bigint,
    made_at timestamptz,
    content jsonb,
    released_at timestamptz,
    sent_id text,
    address text,
    marks jsonb,
    published_at timestamptz,
    removed_at timestamptz,
    fault_code text,
    fault_detail text,
    planned_by bigint,
    planned_on timestamptz not null,
    primary key (brand_id, id),
    foreign key (brand_id, account_id) references account (brand_id, id) on delete cascade
);
create unique index on delivery (id);
create unique index on delivery (brand_id, version_id, part);
create index delivery_due on delivery (brand_id, next_at, id) where state = 'DUE';
create index delivery_next on delivery (next_at) where state = 'DUE';
create index delivery_claimed on delivery (leased_by) where state = 'CLAIMED';
create index delivery_attention on delivery (brand_id, state) where state in ('FAILED', 'UNKNOWN', 'LATE', 'PENDING');
create index delivery_time on delivery (brand_id, due_at);
call tenant_table('delivery');
call worker_table('delivery', 'select, update');

-- One try, recorded before the network is called.
create table attempt (
    brand_id bigint not null,
    delivery_id bigint not null,
    number int not null,
    account_id bigint not null,
    node bigint not null,
    claimed_at timestamptz not null,
    deadline timestamptz not null,
    begun_at timestamptz,
    ended_at timestamptz,
    looked text,
    outcome text,
    fault_code text,
    fault_detail text,
    primary key (brand_id, delivery_id, number),
    foreign key (brand_id, delivery_id) references delivery (brand_id, id) on delete cascade
);
create index attempt_pace on attempt (account_id, claimed_at);
create index attempt_open on attempt (claimed_at) where ended_at is null;
call tenant_table('attempt');
call worker_table('attempt', 'select, insert, update');

-- What a network or a lost permission holds back.
create table account_hold (
    brand_id bigint not null,
    account_id bigint not null,
    until timestamptz not null,
    reason text not null,
    primary key (brand_id, account_id),
    foreign key (brand_id, account_id) references account (brand_id, id) on delete cascade
);
create index on account_hold (account_id);
call tenant_table('account_hold');
call worker_table('account_hold', 'select, insert, update, delete');

-- The brand's one button, and how late is too late.
create table sending (
    brand_id bigint primary key references brand (id) on delete cascade,
    late_seconds int not null default 1800,
    paused_at timestamptz,
    paused_by bigint
);
call tenant_table('sending');
-- A claim holds the row for a moment, so that who pauses knows what was claimed before.
call worker_table('sending', 'select, update');
