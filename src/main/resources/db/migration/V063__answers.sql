-- What a delivery answers, as the network named it: {"id", "address", "marks"}. Answers are handed in by community with their
-- content, and have no version.
alter table delivery add column answered jsonb;
