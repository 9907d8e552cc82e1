-- A post's figures as its network last showed them; null where it doesn't tell.
create table post_figure (
    brand_id bigint not null references brand (id) on delete cascade,
    delivery_id bigint not null,
    account_id bigint not null,
    posted_at timestamptz not null,
    likes bigint,
    reposts bigint,
    replies bigint,
    quotes bigint,
    views bigint,
    read_at timestamptz not null,
    primary key (brand_id, delivery_id)
);
create index post_figure_time on post_figure (brand_id, posted_at);
call tenant_table('post_figure');

-- Each value a network showed, from when to when it showed it: a reading that brings nothing new only moves the end. Nothing of what was read
-- is lost by that, and what nobody looks at any more costs one row.
create table snapshot (
    brand_id bigint not null,
    delivery_id bigint not null,
    -- LIKES, REPOSTS, REPLIES, QUOTES, VIEWS
    figure text not null,
    read_at timestamptz not null,
    last_at timestamptz not null,
    -- who told: the key of the network
    source text not null,
    value bigint not null,
    primary key (brand_id, delivery_id, figure, read_at)
) partition by range (read_at);
call tenant_table('snapshot');
-- What no month is there for: nobody's clock must keep a figure from being kept.
create table snapshot_else partition of snapshot default;
call tenant_table('snapshot_else');

-- Makes the partitions of a month and the two after it. The rows of a month that came before its partition lie in the default one; such a month
-- stays there.
create function snapshot_months(today date) returns int language plpgsql security definer set search_path = public as $$
declare
    starts timestamptz;
    ends timestamptz;
    name text;
    made int := 0;
begin
    for ahead in 0..2 loop
        starts := (date_trunc('month', today::timestamp) + make_interval(months => ahead)) at time zone 'UTC';
        ends := (date_trunc('month', today::timestamp) + make_interval(months => ahead + 1)) at time zone 'UTC';
        name := 'snapshot_' || to_char(starts at time zone 'UTC', 'YYYY_MM');
        if to_regclass(name) is null and not exists (select from snapshot_else where read_at >= starts and read_at < ends) then
            execute format('create table %I partition of snapshot for values from (%L) to (%L)', name, starts, ends);
            execute format('call tenant_table(%L)', name);
            made := made + 1;
        end if;
    end loop;
    return made;
end $$;
revoke all on function snapshot_months(date) from public;
grant execute on function snapshot_months(date) to worker;
