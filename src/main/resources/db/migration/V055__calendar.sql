-- Which of the two is meant where a wall time comes twice, and who planned it.
alter table version
    add planned_later boolean not null default false,
    add planned_by bigint references member (id);

-- A time in the week at which an account speaks, on the clock of the brand's zone. Weekdays as in ISO: 1 is Monday.
create table slot (
    brand_id bigint not null,
    id bigint generated always as identity,
    account_id bigint not null,
    weekday smallint not null check (weekday between 1 and 7),
    at time not null,
    primary key (brand_id, id),
    unique (brand_id, account_id, weekday, at),
    foreign key (brand_id, account_id) references account (brand_id, id) on delete cascade
);
call tenant_table('slot');

-- A post that comes again; next_local is when the copy that isn't made yet would go out.
create table repeat (
    brand_id bigint not null,
    id bigint generated always as identity,
    post_id bigint not null,
    every_days int not null check (every_days between 1 and 366),
    until date not null,
    next_local timestamp not null,
    zone text not null,
    member_id bigint not null references member (id),
    primary key (brand_id, id),
    unique (brand_id, post_id),
    foreign key (brand_id, post_id) references post (brand_id, id) on delete cascade
);
call tenant_table('repeat');

-- Thoughts and links dropped for later.
create table idea (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    text text not null,
    link text,
    tags text[] not null default '{}',
    author_id bigint not null references member (id),
    made_at timestamptz not null,
    primary key (brand_id, id)
);
call tenant_table('idea');

-- A file of lines that was shown and waits for a yes, so that just what was shown is taken in.
create table import_file (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    content text not null,
    member_id bigint not null references member (id),
    made_at timestamptz not null,
    primary key (brand_id, id)
);
call tenant_table('import_file');
