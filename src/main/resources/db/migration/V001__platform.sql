-- Two roles that nobody signs in as; the desk's pools take them on. Neither owns a table, so row-level security binds both.
do $$
begin
    if not exists (select from pg_roles where rolname = 'desk') then create role desk nologin; end if;
    if not exists (select from pg_roles where rolname = 'worker') then create role worker nologin; end if;
end $$;
do $$
begin
    if not (select rolsuper from pg_roles where rolname = current_user) then
        execute format('grant desk, worker to %I with set true, inherit false', current_user);
    end if;
end $$;

grant usage on schema public to desk, worker;
alter default privileges in schema public grant select, insert, update, delete on tables to desk;
alter default privileges in schema public grant usage on sequences to desk, worker;

-- Whose rows this transaction may see; null, and so nothing, where nobody said.
create function current_brand() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('parvi.brand', true), '')::bigint;
create function current_member() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('parvi.member', true), '')::bigint;

-- Every table with a brand_id is handed to this: the desk sees one brand at a time in it.
create procedure tenant_table(name regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', name);
    execute format('create policy one_brand on %s to desk using (brand_id = current_brand()) with check (brand_id = current_brand())', name);
end $$;

-- The queue, the attempts and the seal are the worker's over all brands.
create procedure worker_table(name regclass, rights text) language plpgsql as $$
begin
    execute format('grant %s on %s to worker', rights, name);
    execute format('create policy all_brands on %s to worker using (true) with check (true)', name);
end $$;

-- Spring Modulith's events that are not yet handled.
create table event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index on event_publication (completion_date);

-- db-scheduler's table.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index on scheduled_tasks (execution_time);
create index on scheduled_tasks (last_heartbeat);
create index on scheduled_tasks (priority desc, execution_time asc);

-- A small place for what the desk remembers about itself (last restore, keys' versions).
create table desk_fact (
    name text primary key,
    value text not null,
    noted_at timestamptz not null default now()
);
