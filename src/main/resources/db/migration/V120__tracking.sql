-- How a brand tracks: where its short addresses live, what is written on links, what is kept and for how long.
create table tracking (
    brand_id bigint primary key references brand (id) on delete cascade,
    -- the brand's own address for short links, https://go.example.org; empty: the desk's
    domain text not null default '',
    utm_source text not null default '{network}',
    utm_medium text not null default 'social',
    utm_campaign text not null default '{campaign}',
    utm_content text not null default '',
    -- stands in the snippet on the brand's site: says whose visit it is, and is no secret
    site text not null unique,
    -- hosts that the script may report from
    hosts text[] not null default '{}',
    -- whether the script may remember people in their browser
    memory boolean not null default false,
    keep_days smallint not null default 90
);
call tenant_table('tracking');
call worker_table('tracking', 'select');

-- A link we can recognise again, or a telephone number that stands for a campaign. What it was in stands as plain numbers:
-- the rooms that own those stand to the right.
create table tracked_link (
    brand_id bigint not null references brand (id) on delete cascade,
    id int generated always as identity,
    -- empty for a number
    code text,
    -- of a number: as it is shown
    number text,
    -- made of where it is and where it leads: one link for one place
    key uuid not null,
    -- as typed, and with the marks of the brand's rules
    address text not null,
    target text not null,
    made_at timestamptz not null,
    post_id bigint,
    account_id bigint,
    -- which part of the thread
    part smallint,
    pillar_id bigint,
    campaign text not null default '',
    conversation_id bigint,
    comment_id bigint,
    version_id bigint,
    delivery_id bigint,
    stopped_at timestamptz,
    primary key (brand_id, id),
    unique (brand_id, key),
    unique (id)
);
create unique index on tracked_link (code) where code is not null;
create unique index on tracked_link (brand_id, number) where number is not null;
create index on tracked_link (brand_id, post_id, account_id) where post_id is not null;
create index on tracked_link (brand_id, delivery_id) where delivery_id is not null;
call tenant_table('tracked_link');
call worker_table('tracked_link', 'select');

-- One coming by a link. Narrow, for there are many: 60 bytes and its place in the index. No reference, for each would cost a look-up.
create table visit (
    at timestamptz not null,
    -- of address and browser under that day's salt, or of what the browser remembers
    visitor bigint not null,
    brand_id int not null,
    link_id int not null,
    -- 1 a person, 2 a robot, 3 a preview or prefetch, 4 too many from one address; by the site's script: 5 landed, 6 landed and remembered
    kind smallint not null
) partition by range (at);
call tenant_table('visit');
call worker_table('visit', 'select, insert');
create index visit_visitor on visit (visitor) where kind in (1, 5, 6);
create index visit_at on visit using brin (at) with (pages_per_range = 32);
-- What comes before its day was made ready, or out of a back-up.
create table visit_other partition of visit default;
call tenant_table('visit_other');
call worker_table('visit_other', 'select, insert');

-- Makes the days ready, and gives those that stand in the wrong place theirs.
create function ready_visits(until date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    d date;
    name text;
begin
    perform pg_advisory_xact_lock(120);
    for d in
        select generate_series((now() at time zone 'UTC')::date, until, interval '1 day')::date
        union select distinct (at at time zone 'UTC')::date from visit_other
        order by 1
    loop
        name := 'visit_' || to_char(d, 'YYYYMMDD');
        continue when to_regclass(name) is not null;
        execute format('create table %I (like visit including defaults)', name);
        execute format('with moved as (delete from visit_other where at >= %L and at < %L returning *) insert into %I select * from moved',
            d::text || ' 00:00+00', (d + 1)::text || ' 00:00+00', name);
        execute format('alter table visit attach partition %I for values from (%L) to (%L)', name, d::text || ' 00:00+00', (d + 1)::text || ' 00:00+00');
        execute format('call tenant_table(%L)', name);
        execute format('call worker_table(%L, %L)', name, 'select, insert');
    end loop;
end $$;
revoke execute on function ready_visits(date) from public;
grant execute on function ready_visits(date) to worker;

-- Under which salt a day's visitors are known. When it's gone nobody can tell any more who came.
create table visit_salt (
    day date primary key,
    -- sealed
    salt bytea not null
);
grant select, insert, delete on visit_salt to worker;
revoke all on visit_salt from desk;

create function forget_tracking() returns trigger language plpgsql as $$
begin
    delete from visit where brand_id = old.id;
    return old;
end $$;
create trigger tracking_forgotten after delete on brand for each row execute function forget_tracking();
