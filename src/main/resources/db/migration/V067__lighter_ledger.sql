-- Each change of a delivery's state writes a new row into every index, and a delivery goes through three. So there are as few as
-- the ledger's questions need: by its id alone nobody asks but together with its brand.
drop index delivery_id_idx;
-- Open attempts are those of the deliveries that are claimed. Without an index that tells when an attempt ended, its end is written
-- beside its beginning, in room that's kept for it, and no index is touched.
drop index attempt_open;
alter table attempt set (fillfactor = 45);
-- An attempt is written by the statement that claims its delivery, so that it exists need not be asked for each; with it it goes.
alter table attempt drop constraint attempt_brand_id_delivery_id_fkey;
create function attempts_gone() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    execute format('delete from %I.attempt a using gone g where a.brand_id = g.brand_id and a.delivery_id = g.id', tg_table_schema);
    return null;
end $$;
create trigger attempts_gone after delete on delivery referencing old table as gone
    for each statement execute function attempts_gone();
