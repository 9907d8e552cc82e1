-- In the order the calendar lists posts in, and with all it counts them by.
create index version_planned on version (brand_id, planned_at, post_id, id);
drop index version_brand_id_planned_at_idx;
