-- How often what the calendar shows has changed, so that what was read and drawn may be kept until it does.
create table planning_change (
    brand_id bigint not null references brand (id) on delete cascade,
    -- whose connection changed it, so that nobody waits for anybody; 0 stands for connections that are gone
    writer int not null,
    changes bigint not null,
    primary key (brand_id, writer)
) with (fillfactor = 50);
call tenant_table('planning_change');

-- Counted within the transaction that changes: it shows with the change, and not at all without it.
create function planning_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into planning_change as c (brand_id, writer, changes)
    select distinct w.brand_id, pg_backend_pid(), 1 from what_changed w join brand b on b.id = w.brand_id
    on conflict (brand_id, writer) do update set changes = c.changes + 1;
    return null;
end $$;

-- Each table the calendar shows something of is handed to this, by the room that owns it.
create procedure changes_planning(name regclass) language plpgsql as $$
begin
    execute format('create trigger planning_inserted after insert on %s referencing new table as what_changed
                    for each statement execute function planning_changed()', name);
    execute format('create trigger planning_updated after update on %s referencing new table as what_changed
                    for each statement execute function planning_changed()', name);
    execute format('create trigger planning_deleted after delete on %s referencing old table as what_changed
                    for each statement execute function planning_changed()', name);
end $$;

call changes_planning('account');
call changes_planning('post');
call changes_planning('version');
call changes_planning('slot');
call changes_planning('pillar');
