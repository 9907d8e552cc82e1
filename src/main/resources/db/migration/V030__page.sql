-- A brand's own page, as its settings say; where there is no row the brand's own words and the careful rule stand.
create table site (
    brand_id bigint primary key references brand (id) on delete cascade,
    title text not null default '',
    intro text not null default '',
    language text not null default '',
    rule text not null default 'CAREFUL' check (rule in ('ALL', 'CAREFUL', 'NONE'))
);
call tenant_table('site');

-- key is the delivery's: the same delivery is never shown twice. A removed post keeps its address, which then says so.
create table page_post (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    key text not null,
    slug text not null,
    thread_id bigint,
    parent_id bigint,
    title text not null default '',
    text text not null default '',
    language text not null default '',
    tags text[] not null default '{}',
    pictures jsonb not null default '[]',
    card jsonb,
    quote jsonb,
    quote_id bigint,
    media text[] not null default '{}',
    published_at timestamptz not null,
    changed_at timestamptz not null,
    removed_at timestamptz,
    -- the last follower who was told of it; null where nobody is to be told (any more)
    told bigint,
    primary key (brand_id, id),
    unique (brand_id, key),
    unique (brand_id, slug),
    foreign key (brand_id, thread_id) references page_post (brand_id, id),
    foreign key (brand_id, parent_id) references page_post (brand_id, id),
    foreign key (brand_id, quote_id) references page_post (brand_id, id)
);
create index on page_post (brand_id, published_at desc, id desc) where thread_id is null and removed_at is null;
create index on page_post (brand_id, thread_id, id) where thread_id is not null;
create index on page_post (brand_id, id) where told is not null;
create index on page_post (brand_id, changed_at);
create index on page_post using gin (media);
call tenant_table('page_post');

-- visitor is the hash of the token in the visitor's cookie.
create table page_comment (
    brand_id bigint not null,
    id bigint generated always as identity,
    post_id bigint not null,
    parent_id bigint,
    name text not null,
    email text not null default '',
    text text not null,
    visitor bytea not null,
    state text not null check (state in ('HELD', 'SHOWN', 'DELETED')),
    made_at timestamptz not null,
    primary key (brand_id, id),
    foreign key (brand_id, post_id) references page_post (brand_id, id) on delete cascade,
    foreign key (brand_id, parent_id) references page_comment (brand_id, id) on delete cascade
);
create index on page_comment (brand_id, post_id, id);
create index on page_comment (brand_id, state, id);
create index on page_comment (brand_id, visitor);
call tenant_table('page_comment');

create table page_like (
    brand_id bigint not null,
    post_id bigint not null,
    visitor bytea not null,
    made_at timestamptz not null,
    primary key (brand_id, post_id, visitor),
    foreign key (brand_id, post_id) references page_post (brand_id, id) on delete cascade
);
call tenant_table('page_like');

-- Who wants a mail for each new post. confirm is the hash of the token that was mailed; way_out stands in every mail.
create table follower (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    email text not null,
    language text not null,
    confirm bytea,
    asked_at timestamptz not null,
    confirmed_at timestamptz,
    way_out text not null,
    primary key (brand_id, id)
);
create unique index on follower (brand_id, lower(email));
create unique index on follower (brand_id, way_out);
call tenant_table('follower');

-- How often somebody did something of a kind since a time; who is the hash of their network address.
create table page_pace (
    brand_id bigint not null references brand (id) on delete cascade,
    kind text not null,
    who bytea not null,
    spent int not null,
    since timestamptz not null,
    primary key (brand_id, kind, who)
);
create index on page_pace (brand_id, since);
call tenant_table('page_pace');
