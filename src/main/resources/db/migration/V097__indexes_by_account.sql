-- What is taken in together was said to one account, so the account stands first: a batch then writes to that account's stretch of an
-- index, some hundred pages, where it wrote to a page anywhere in it for each comment. Who asks for what somebody said without knowing
-- the account pays a descent for each of the brand's accounts.
drop index comment_conversation;
create index comment_conversation on comment (brand_id, account_id, conversation_id, at);
drop index comment_profile;
create index comment_profile on comment (brand_id, account_id, profile_id) where profile_id is not null;

-- What waits past its promise is found in the index of what waits: all of it but the newest hours' is past it, so hardly an entry is
-- read in vain. An index of its own was written with each comment taken in.
drop index conversation_promised;
drop index conversation_waiting;
create index conversation_waiting on conversation (brand_id, priority, last_at, id, promised_by) where state = 'OPEN' and waiting;
