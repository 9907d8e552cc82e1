-- What went out lately is asked for again, by whoever may have missed it.
create index delivery_published on delivery (brand_id, published_at, id) where state = 'PUBLISHED';
-- An answer whose reader was erased is forgotten once nothing of it is under way any more.
alter table delivery add column forget_at timestamptz;
create index delivery_forget on delivery (brand_id) where forget_at is not null;
