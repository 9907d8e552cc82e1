-- Discussions are found through the queue's index, state by state: an index of their own was written with each comment taken in.
drop index conversation_discussed;
