-- What the invited read before they belong to the brand, and where they land.
alter table invitation add column brand_name text not null default '';
alter table invitation add column brand_handle text not null default '';
