-- Words are looked for within a brand: both stand in one index.
create extension if not exists btree_gin;

-- Everything said under one thing. What can be derived from its comments is kept here, so that the inbox reads one table.
create table conversation (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    account_id bigint not null,
    network text not null,
    -- COMMENT, MENTION, QUOTE, REVIEW, MESSAGE: of what opened it
    kind text not null,
    -- the network's name of the thing; empty once the person who said it was erased
    root text not null,
    root_key uuid not null,
    -- the post of ours that it stands under, where the desk sent it
    delivery_id bigint,
    head_text text not null default '',
    head_address text not null default '',
    head_at timestamptz,
    head_gone_at timestamptz,
    -- the thing's own figures as the network last showed them
    figures jsonb not null default '{}',
    figures_at timestamptz,
    -- OPEN, SNOOZED, DONE
    state text not null,
    snoozed_until timestamptz,
    -- 0 is nobody
    assignee bigint not null default 0,
    -- 4 conflict, 3 complaint, 2 question past its promise, 1 wants to buy, 0 the rest: see conversation_priority
    priority smallint not null default 0,
    conflict boolean not null default false,
    -- somebody spoke after us, since when, and by when an answer is promised
    waiting boolean not null default false,
    waiting_since timestamptz,
    promised_by timestamptz,
    opened_at timestamptz not null,
    last_at timestamptz not null,
    first_in_at timestamptz,
    last_in_at timestamptz,
    last_out_at timestamptz,
    first_answer_at timestamptz,
    comments int not null default 0,
    inbound int not null default 0,
    ours int not null default 0,
    -- what came in since a member last opened it
    unread int not null default 0,
    -- bits, see Marks: of everything said to us, and of what was said since our last word
    marks smallint not null default 0,
    open_marks smallint not null default 0,
    -- -1, 0, 1 of the last said to us; null where unsure
    mood smallint,
    language text not null default '',
    preview text not null default '',
    last_speaker text not null default '',
    primary key (brand_id, id),
    unique (brand_id, account_id, root_key),
    foreign key (brand_id, account_id) references account (brand_id, id) on delete cascade
) with (fillfactor = 85);
create index conversation_queue on conversation (brand_id, state, priority, last_at, id);
create index conversation_account on conversation (brand_id, account_id, state, priority, last_at, id);
create index conversation_assignee on conversation (brand_id, assignee, state, priority, last_at, id);
create index conversation_waiting on conversation (brand_id, priority, last_at, id) where state = 'OPEN' and waiting;
create index conversation_snoozed on conversation (brand_id, snoozed_until) where state = 'SNOOZED';
create index conversation_promised on conversation (brand_id, promised_by) where state = 'OPEN' and waiting and promised_by is not null;
call tenant_table('conversation');

-- One utterance. Not bound to brand and conversation by references: they would cost a look-up for each row taken in.
create table comment (
    brand_id bigint not null,
    id bigint generated always as identity,
    conversation_id bigint not null,
    account_id bigint not null,
    -- made of the network's name (Key); stays when a person is erased, so that what they said doesn't come back
    key uuid not null,
    parent_key uuid,
    -- the network's name; empty once erased
    external_id text not null,
    profile_id bigint,
    -- of those the network has no lasting name for
    speaker text not null default '',
    kind text not null,
    -- SHOWN, HELD, HIDDEN, SPAM, DELETED: what the network says
    standing text not null,
    -- since when the network doesn't show it any more without saying why
    gone_at timestamptz,
    us boolean not null,
    delivery_id bigint,
    at timestamptz not null,
    heard_at timestamptz not null,
    edited_at timestamptz,
    -- when we answered it directly
    answered_at timestamptz,
    erased_at timestamptz,
    stars smallint,
    -- longer than what is kept: the end is missing
    cut boolean not null default false,
    text text not null,
    address text not null default '',
    -- tags as the writer gave them, parted by commas
    languages text not null default '',
    sent_marks jsonb not null default '{}',
    primary key (brand_id, id),
    unique (brand_id, account_id, key)
);
create index comment_conversation on comment (brand_id, conversation_id, at);
create index comment_profile on comment (brand_id, profile_id, at) where profile_id is not null;
call tenant_table('comment');

-- What an utterance said before it was changed.
create table comment_version (
    brand_id bigint not null,
    comment_id bigint not null,
    number int not null,
    text text not null,
    -- until when it stood so, as far as we know
    until timestamptz not null,
    primary key (brand_id, comment_id, number)
);
call tenant_table('comment_version');

-- Somebody in the audience on one network; profiles are joined into a person by hand.
create table person (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    name text not null,
    made_at timestamptz not null,
    primary key (brand_id, id)
);
call tenant_table('person');

create table profile (
    brand_id bigint not null,
    id bigint generated always as identity,
    network text not null,
    key uuid not null,
    -- the network's lasting name of them; empty once erased
    external_id text not null,
    name text not null,
    handle text not null,
    address text not null,
    person_id bigint,
    first_at timestamptz not null,
    erased_at timestamptz,
    primary key (brand_id, id),
    unique (brand_id, network, key)
);
create index profile_person on profile (brand_id, person_id) where person_id is not null;
call tenant_table('profile');

-- What was understood of an utterance, and its words as they are searched.
create table verdict (
    brand_id bigint not null,
    comment_id bigint not null,
    conversation_id bigint not null,
    at timestamptz not null,
    language text not null,
    -- -1, 0, 1; null where unsure
    mood smallint,
    mood_confidence real not null,
    -- MODEL, RULE, LEARNED, NONE
    mood_basis text not null,
    -- bits, see Marks: what is there; where nobody can tell; what a rule says; what moderators' corrections say
    marks smallint not null,
    unsure smallint not null,
    ruled smallint not null,
    learned smallint not null,
    words tsvector not null,
    primary key (brand_id, comment_id)
);
create index verdict_time on verdict (brand_id, at, comment_id);
create index verdict_words on verdict using gin (brand_id, words);
call tenant_table('verdict');

-- Utterances that wait to be understood, a batch in a row: taken with its lock, dropped with the verdicts.
create table to_understand (
    brand_id bigint not null,
    id bigint generated always as identity,
    comments bigint[] not null,
    heard_at timestamptz not null,
    primary key (brand_id, id)
);
call tenant_table('to_understand');

-- When an account is read next, and where it was read to. The queue runs over all brands, so the worker has it; nobody's
-- words stand here.
create table reading (
    brand_id bigint not null,
    account_id bigint not null,
    network text not null,
    cursor text not null default '',
    -- null: not before a person signs in again
    next_at timestamptz,
    lease_until timestamptz,
    leased_by uuid,
    -- when something last said that there is news
    stirred_at timestamptz,
    -- when there was last something new: a post of ours, or an utterance
    alive_at timestamptz not null,
    read_at timestamptz,
    failures int not null default 0,
    fault_code text,
    fault_detail text,
    -- calls made since the window of the network's rate began
    window_at timestamptz,
    calls int not null default 0,
    primary key (brand_id, account_id),
    foreign key (brand_id, account_id) references account (brand_id, id) on delete cascade
);
create index reading_due on reading (next_at) where next_at is not null;
call tenant_table('reading');
call worker_table('reading', 'select, update');

-- One thing under which people talk, as it is read.
create table talk (
    brand_id bigint not null,
    account_id bigint not null,
    root_key uuid not null,
    root text not null,
    delivery_id bigint,
    began_at timestamptz not null,
    heard_at timestamptz not null,
    -- null: asleep until somebody speaks
    next_at timestamptz,
    read_at timestamptz,
    primary key (brand_id, account_id, root_key),
    foreign key (brand_id, account_id) references account (brand_id, id) on delete cascade
);
create index talk_due on talk (brand_id, account_id, next_at) where next_at is not null;
call tenant_table('talk');

-- What the desk itself has sent, by the network's name, so that it's known when it is heard.
create table our_word (
    brand_id bigint not null,
    account_id bigint not null,
    key uuid not null,
    delivery_id bigint not null,
    primary key (brand_id, account_id, key),
    foreign key (brand_id, account_id) references account (brand_id, id) on delete cascade
);
call tenant_table('our_word');

-- By when an answer is promised; the most exact row holds. A null stands for all.
create table promise (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    account_id bigint,
    -- a bit, see Marks
    mark smallint,
    minutes int not null,
    primary key (brand_id, id),
    unique nulls not distinct (brand_id, account_id, mark)
);
call tenant_table('promise');

create table saved_view (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    -- null: everybody's
    member_id bigint,
    name text not null,
    query jsonb not null,
    made_at timestamptz not null,
    primary key (brand_id, id)
);
call tenant_table('saved_view');

-- How many conversations a built-in view holds: the sum of its rows. Whoever changes conversations adds a row, so that
-- nobody waits for anybody; they are folded together in the background.
create table inbox_tally (
    brand_id bigint not null,
    id bigint generated always as identity,
    -- 0 state (0 open, 1 snoozed, 2 done); of the open ones: 1 waiting, 2 priority, 3 assignee, 4 account
    facet smallint not null,
    value bigint not null,
    n bigint not null,
    primary key (brand_id, id)
);
call tenant_table('inbox_tally');

-- Counting is left out where no brand is entered: rows that are put back from a backup bring their sums along.
create function count_added() returns trigger language plpgsql as $$
begin
    if current_brand() is null then return null; end if;
    insert into inbox_tally (brand_id, facet, value, n)
    select c.brand_id, f.facet, f.value, count(*)
    from added c cross join lateral (values
        (0, case c.state when 'OPEN' then 0 when 'SNOOZED' then 1 else 2 end::bigint),
        (1, case when c.state = 'OPEN' and c.waiting then 1 end),
        (2, case when c.state = 'OPEN' then c.priority end),
        (3, case when c.state = 'OPEN' then c.assignee end),
        (4, case when c.state = 'OPEN' then c.account_id end)) f (facet, value)
    where f.value is not null
    group by 1, 2, 3;
    return null;
end $$;
create function count_changed() returns trigger language plpgsql as $$
begin
    if current_brand() is null then return null; end if;
    with moved as (
        select o.brand_id, o.state old_state, o.waiting old_waiting, o.priority old_priority, o.assignee old_assignee,
               n.state, n.waiting, n.priority, n.assignee, n.account_id
        from before o join after n on n.brand_id = o.brand_id and n.id = o.id
        where (o.state, o.waiting, o.priority, o.assignee) is distinct from (n.state, n.waiting, n.priority, n.assignee))
    insert into inbox_tally (brand_id, facet, value, n)
    select c.brand_id, f.facet, f.value, sum(f.n)
    from moved c cross join lateral (values
        (0, case c.old_state when 'OPEN' then 0 when 'SNOOZED' then 1 else 2 end::bigint, -1),
        (1, case when c.old_state = 'OPEN' and c.old_waiting then 1 end, -1),
        (2, case when c.old_state = 'OPEN' then c.old_priority end, -1),
        (3, case when c.old_state = 'OPEN' then c.old_assignee end, -1),
        (4, case when c.old_state = 'OPEN' then c.account_id end, -1),
        (0, case c.state when 'OPEN' then 0 when 'SNOOZED' then 1 else 2 end, 1),
        (1, case when c.state = 'OPEN' and c.waiting then 1 end, 1),
        (2, case when c.state = 'OPEN' then c.priority end, 1),
        (3, case when c.state = 'OPEN' then c.assignee end, 1),
        (4, case when c.state = 'OPEN' then c.account_id end, 1)) f (facet, value, n)
    where f.value is not null
    group by 1, 2, 3 having sum(f.n) <> 0;
    return null;
end $$;
create trigger counted_when_added after insert on conversation referencing new table as added
    for each statement execute function count_added();
create trigger counted_when_changed after update on conversation referencing old table as before new table as after
    for each statement execute function count_changed();

-- What can't wait stands first. Higher is more urgent, so that one index, read backwards, gives class and time.
create function conversation_priority(conflict boolean, waiting boolean, marks int, promised_by timestamptz, now timestamptz)
    returns smallint language sql immutable parallel safe
    return case
        when conflict then 4
        when waiting and marks & 2 <> 0 then 3
        when waiting and marks & 1 <> 0 and promised_by < now then 2
        when waiting and marks & 4 <> 0 then 1
        else 0 end;

-- A language's own stemming; simple where PostgreSQL brings none.
create function stemming(language text) returns regconfig language sql immutable parallel safe
    return case language
        when 'en' then 'english'::regconfig when 'fi' then 'finnish' when 'ru' then 'russian' when 'sv' then 'swedish'
        when 'de' then 'german' when 'es' then 'spanish' when 'fr' then 'french' when 'it' then 'italian'
        when 'pt' then 'portuguese' when 'nl' then 'dutch' when 'da' then 'danish' when 'no' then 'norwegian'
        when 'hu' then 'hungarian' when 'ro' then 'romanian' when 'tr' then 'turkish' when 'ar' then 'arabic'
        when 'el' then 'greek' when 'hi' then 'hindi' when 'id' then 'indonesian' when 'ga' then 'irish'
        when 'lt' then 'lithuanian' when 'ca' then 'catalan' when 'eu' then 'basque' when 'sr' then 'serbian'
        else 'simple' end;

-- The words somebody looks for, stemmed as each of the given languages would; nothing where they only exclude.
create function words_sought(words text, languages text[]) returns tsquery language sql stable parallel safe
    return (
        select string_agg(distinct '(' || q::text || ')', ' | ')::tsquery
        from (select websearch_to_tsquery(stemming(l), words) q from unnest(array_append(languages, '')) l) each
        where numnode(q) > 0 and querytree(q) not in ('', 'T'));

-- As their owner, because under row-level security PostgreSQL uses no index for a match of words. Keeps to the brand itself.
create function comments_saying(words text, languages text[], before_at timestamptz, before_id bigint, most int)
    returns table (comment_id bigint, conversation_id bigint, at timestamptz)
    language plpgsql stable security definer set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
    sought tsquery := words_sought(words, languages);
begin
    return query
        select v.comment_id, v.conversation_id, v.at from verdict v
        where v.brand_id = current_brand() and v.words @@ sought and (v.at, v.comment_id) < (before_at, before_id)
        order by v.at desc, v.comment_id desc limit most;
end $$;

-- What refers to no brand goes with it all the same.
create function forget_talk() returns trigger language plpgsql as $$
begin
    delete from comment where brand_id = old.id;
    delete from comment_version where brand_id = old.id;
    delete from profile where brand_id = old.id;
    delete from verdict where brand_id = old.id;
    delete from to_understand where brand_id = old.id;
    delete from inbox_tally where brand_id = old.id;
    return old;
end $$;
create trigger talk_forgotten after delete on brand for each row execute function forget_talk();

-- Posts of the last weeks that went out before the desk could read are read, too.
insert into talk (brand_id, account_id, root_key, root, delivery_id, began_at, heard_at, next_at)
select brand_id, account_id, encode(substring(sha256(convert_to(sent_id, 'UTF8')) for 16), 'hex')::uuid, sent_id, id,
       published_at, published_at, now()
from delivery
where state = 'PUBLISHED' and part = 0 and not comment and sent_id <> '' and removed_at is null and published_at > now() - interval '30 days'
on conflict do nothing;
insert into our_word (brand_id, account_id, key, delivery_id)
select brand_id, account_id, encode(substring(sha256(convert_to(sent_id, 'UTF8')) for 16), 'hex')::uuid, id
from delivery where state = 'PUBLISHED' and sent_id <> ''
on conflict do nothing;
