-- Which story a post was made of. Goes with the post; the story may be merged into another meanwhile.
create table post_story (
    brand_id bigint not null,
    post_id bigint not null,
    story_id bigint not null,
    at timestamptz not null,
    primary key (brand_id, post_id),
    foreign key (brand_id, post_id) references post (brand_id, id) on delete cascade
);
create index post_story_story on post_story (brand_id, story_id);
call tenant_table('post_story');
