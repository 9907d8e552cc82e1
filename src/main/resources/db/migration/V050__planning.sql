create table pillar (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    name text not null,
    share int not null default 0 check (share between 0 and 100),
    position int not null default 0,
    primary key (brand_id, id)
);
call tenant_table('pillar');

create table post (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    text text not null default '',
    title text not null default '',
    link text,
    pillar_id bigint,
    tags text[] not null default '{}',
    language text not null default '',
    -- DRAFT, ASKED (for approval), CHANGES (wanted), APPROVED, PLANNED
    state text not null default 'DRAFT',
    revision int not null default 0,
    author_id bigint not null references member (id),
    made_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (brand_id, id),
    foreign key (brand_id, pillar_id) references pillar (brand_id, id) on delete set null (pillar_id)
);
call tenant_table('post');

-- How a post reads on one account. content is what will be sent, ready to the letter; sealed_at says that it was claimed.
create table version (
    brand_id bigint not null,
    id bigint generated always as identity,
    post_id bigint not null,
    account_id bigint not null,
    text text,
    content jsonb not null default '{"parts":[],"comments":[]}',
    planned_local timestamp,
    planned_zone text,
    planned_at timestamptz,
    sealed_at timestamptz,
    primary key (brand_id, id),
    unique (brand_id, post_id, account_id),
    foreign key (brand_id, post_id) references post (brand_id, id) on delete cascade,
    foreign key (brand_id, account_id) references account (brand_id, id) on delete cascade
);
create index on version (brand_id, planned_at);
create unique index on version (id);
call tenant_table('version');
-- The seal: the publisher marks versions of all brands as claimed and reads what they say.
call worker_table('version', 'select (id, brand_id, content, sealed_at), update (sealed_at)');
