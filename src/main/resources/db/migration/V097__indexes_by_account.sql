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

-- What is open, which is what the inbox lists and what somebody speaks in, stands in indexes of its own: without the state's text an
-- entry is shorter and compared in fewer steps, and each comment taken in writes one to each.
drop index conversation_queue;
create index conversation_queue on conversation (brand_id, priority, last_at, id) where state = 'OPEN';
create index conversation_resting on conversation (brand_id, state, priority, last_at, id) where state <> 'OPEN';
drop index conversation_account;
create index conversation_account on conversation (brand_id, account_id, priority, last_at, id) where state = 'OPEN';
create index conversation_account_resting on conversation (brand_id, account_id, state, priority, last_at, id) where state <> 'OPEN';
drop index conversation_assignee;
create index conversation_assignee on conversation (brand_id, assignee, priority, last_at, id) where state = 'OPEN';
create index conversation_assignee_resting on conversation (brand_id, assignee, state, priority, last_at, id) where state <> 'OPEN';
