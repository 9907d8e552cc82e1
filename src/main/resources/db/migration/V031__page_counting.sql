-- Comments of a post are counted by their state.
drop index page_comment_brand_id_post_id_id_idx;
create index on page_comment (brand_id, post_id, state);
