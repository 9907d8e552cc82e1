-- Only questions whose turn may come: those that stand there already are not looked through again.
drop index conversation_promised;
create index conversation_promised on conversation (brand_id, promised_by)
    where state = 'OPEN' and waiting and promised_by is not null and priority < 2;
