-- Thread parts after the first and first comments, for all accounts alike; and who wrote last, from which window.
alter table post
    add parts text[] not null default '{}',
    add comments text[] not null default '{}',
    add quote text not null default '',
    add changed_by bigint references member (id),
    add window_id text not null default '';
-- A link is kept as it was typed; whether it is an address is checked later, so that nothing typed is lost.
update post set link = '' where link is null;
alter table post alter link set default '', alter link set not null;

-- Where text is null a version says what the post says; otherwise all of this is its own.
alter table version
    add title text not null default '',
    add parts text[] not null default '{}',
    add comments text[] not null default '{}',
    add link text not null default '',
    -- which of the post's pictures go along; null for all
    add pictures bigint[];

create table post_media (
    brand_id bigint not null,
    id bigint generated always as identity,
    post_id bigint not null,
    position int not null,
    hash text not null,
    type text not null,
    width int not null,
    height int not null,
    alt text not null default '',
    -- left, top, width, height in thousandths
    crop int[] check (array_length(crop, 1) = 4),
    primary key (brand_id, id),
    foreign key (brand_id, post_id) references post (brand_id, id) on delete cascade
);
create index on post_media (brand_id, post_id, position);
call tenant_table('post_media');

-- Who asked, who answered, and what was said.
create table approval (
    brand_id bigint not null,
    id bigint generated always as identity,
    post_id bigint not null,
    member_id bigint not null references member (id),
    at timestamptz not null,
    -- ASKED, APPROVED, CHANGES, REOPENED (it was changed after the yes)
    step text not null,
    note text not null default '',
    primary key (brand_id, id),
    foreign key (brand_id, post_id) references post (brand_id, id) on delete cascade
);
create index on approval (brand_id, post_id, id);
call tenant_table('approval');

create index on post (brand_id, changed_at desc, id desc);

-- What the page behind a link says of itself, as it was read for a preview.
create table link_card (
    brand_id bigint not null references brand (id) on delete cascade,
    address text not null,
    title text not null,
    description text not null,
    picture_hash text,
    read_at timestamptz not null,
    primary key (brand_id, address)
);
call tenant_table('link_card');
