-- What the brand itself says under its posts comes by a delivery; a visitor's comment has no key.
alter table page_comment add column key text;
create unique index on page_comment (brand_id, key);
