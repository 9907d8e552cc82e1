-- Whether visitors may review the brand on its page. A review is a comment that stands under no post; so does what answers it.
alter table site add column reviews boolean not null default false;
alter table page_comment alter column post_id drop not null;
alter table page_comment
    add column stars int check (stars between 1 and 5),
    add column edited_at timestamptz,
    add constraint page_comment_place check (post_id is not null or stars is not null or parent_id is not null);
-- A visitor has one review; another one changes it.
create unique index page_review on page_comment (brand_id, visitor) where stars is not null and state <> 'DELETED';
create index on page_comment (brand_id, id) where post_id is null;
