-- A campaign's report goes out each week while it runs, too.
alter table circular add running boolean not null default false;
-- The Sunday of the week in which a running campaign's was mailed; 1970 for whatever has one letter of its first day.
alter table circular_letter add week date not null default '1970-01-01';
alter table circular_letter drop constraint circular_letter_brand_id_circular_id_first_day_address_key;
alter table circular_letter add unique (brand_id, circular_id, first_day, week, address);

-- Drops the months of snapshots that are over and hold none, since all were thinned out or went with their brands. Who can't have the table at once
-- leaves it for the next time.
create function drop_empty_months(today date) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
    name text;
    empty boolean;
    dropped int := 0;
begin
    perform set_config('lock_timeout', '2s', true);
    for name in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'snapshot'::regclass and c.relname ~ '^snapshot_\d{4}_\d{2}$'
          and to_date(right(c.relname, 7), 'YYYY_MM') < date_trunc('month', today::timestamp)::date order by 1 loop
        execute format('select not exists (select from %I)', name) into empty;
        if empty then
            execute format('lock table %I in access exclusive mode', name);
            execute format('select not exists (select from %I)', name) into empty;
            if empty then
                execute format('drop table %I', name);
                dropped := dropped + 1;
            end if;
        end if;
    end loop;
    return dropped;
exception when lock_not_available then
    return 0;
end $$;
revoke all on function drop_empty_months(date) from public;
grant execute on function drop_empty_months(date) to worker;
