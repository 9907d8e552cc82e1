-- What we said to one person is looked up by what it answered; ours are few beside theirs.
create index comment_ours on comment (brand_id, account_id, parent_key) where us;
