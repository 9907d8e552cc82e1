-- What an outside language model made of a long thread; the latest only.
create table thread_summary (
    brand_id bigint not null references brand (id) on delete cascade,
    conversation_id bigint not null,
    text text not null,
    model text not null,
    -- How many comments the thread had by then.
    comments int not null,
    made_by bigint not null references member (id),
    made_at timestamptz not null,
    primary key (brand_id, conversation_id),
    foreign key (brand_id, conversation_id) references conversation (brand_id, id) on delete cascade
);
call tenant_table('thread_summary');
