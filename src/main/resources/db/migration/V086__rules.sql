-- What a brand wants out of sight, said once: what is said from then on is looked at.
create table moderation_rule (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    name text not null,
    -- null: all accounts
    account_id bigint,
    -- one word or turn of phrase a line; empty: not looked at. All conditions that are given must hold.
    words text not null,
    -- at least so many links; 0: not looked at
    links int not null,
    -- a bit, see Marks; null: not looked at
    mark smallint,
    -- an account younger than so many days; 0: not looked at
    days int not null,
    -- OUT_OF_SIGHT, SPAM
    what text not null,
    made_by bigint not null,
    made_at timestamptz not null,
    -- it looks at nothing any more; what it did still tells its name
    dropped_at timestamptz,
    primary key (brand_id, id)
);
call tenant_table('moderation_rule');

-- What a rule has found. At most one for each utterance, so that what a person took back isn't done again.
create table rule_hit (
    brand_id bigint not null,
    id bigint generated always as identity,
    rule_id bigint not null,
    comment_id bigint not null,
    conversation_id bigint not null,
    -- see connector.Moderates.Act
    act text not null,
    -- DUE: the desk does it; PROPOSED: a person decides; DONE; DECLINED
    state text not null,
    at timestamptz not null,
    tries int not null default 0,
    next_at timestamptz,
    -- why the desk couldn't do it itself; empty where it didn't try
    fault text not null default '',
    decided_by bigint,
    decided_at timestamptz,
    primary key (brand_id, id),
    unique (brand_id, comment_id),
    foreign key (brand_id, rule_id) references moderation_rule (brand_id, id) on delete cascade,
    foreign key (brand_id, conversation_id) references conversation (brand_id, id) on delete cascade
);
create index rule_hit_due on rule_hit (brand_id, next_at) where state = 'DUE';
create index rule_hit_proposed on rule_hit (brand_id, id) where state = 'PROPOSED';
create index rule_hit_done on rule_hit (brand_id, decided_at) where state = 'DONE';
create index rule_hit_conversation on rule_hit (brand_id, conversation_id);
call tenant_table('rule_hit');

-- The rule that did it; null where a member did.
alter table moderation add column rule_id bigint;
