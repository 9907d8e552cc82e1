-- A conversation as a case: proposed or made by hand, worked on, ended, looked back on. Names stand elsewhere: whoever is in it is
-- known by what they said.
create table conflict_case (
    brand_id bigint not null,
    id bigint generated always as identity,
    conversation_id bigint not null,
    -- PROPOSED, OPEN, CLOSED, DECLINED
    state text not null,
    -- MILD, SERIOUS, GRAVE
    severity text not null,
    about text not null default '',
    made_at timestamptz not null,
    -- what a proposal was made of, see Heat; null where it was made by hand
    negative int,
    offensive int,
    accusing int,
    threatening int,
    people int,
    points int,
    hot_from timestamptz,
    hot_to timestamptz,
    opened_at timestamptz,
    -- cooling off: each answer needs a second person, or does until then
    second boolean not null default false,
    cool_until timestamptz,
    -- what we promised; empty where nothing is
    pledge text not null default '',
    pledge_by timestamptz,
    pledge_kept_at timestamptz,
    -- SETTLED, SOFTENED, UNANSWERED, ESCALATED, LOST; null where it's under way or none
    outcome text,
    words text not null default '',
    ended_at timestamptz,
    ended_by bigint,
    -- when it's looked back on, when the desk did, when a member saw what it found
    look_at timestamptz,
    looked_at timestamptz,
    seen_at timestamptz,
    -- when its words were taken away because somebody in it asked to be forgotten
    erased_at timestamptz,
    primary key (brand_id, id),
    foreign key (brand_id, conversation_id) references conversation (brand_id, id) on delete cascade
);
-- One at a time.
create unique index conflict_case_live on conflict_case (brand_id, conversation_id) where state in ('PROPOSED', 'OPEN');
create index conflict_case_conversation on conflict_case (brand_id, conversation_id, id);
create index conflict_case_state on conflict_case (brand_id, state, id);
create index conflict_case_ended on conflict_case (brand_id, ended_at) where state = 'CLOSED';
create index conflict_case_look on conflict_case (brand_id, look_at) where state = 'CLOSED' and looked_at is null;
create index conflict_case_unseen on conflict_case (brand_id, looked_at) where state = 'CLOSED' and looked_at is not null and seen_at is null;
call tenant_table('conflict_case');

-- Who is in it, by one of their comments; the profile is 0 where the network has no lasting name for them.
create table conflict_person (
    brand_id bigint not null,
    case_id bigint not null,
    comment_id bigint not null,
    profile_id bigint not null,
    -- what the look back found: how often they spoke since, -1, 0, 1 of the last time; nulls where nobody has looked
    returned int,
    mood smallint,
    primary key (brand_id, case_id, comment_id),
    foreign key (brand_id, case_id) references conflict_case (brand_id, id) on delete cascade
);
create index conflict_person_profile on conflict_person (brand_id, profile_id) where profile_id <> 0;
call tenant_table('conflict_person');

create table conflict_fact (
    brand_id bigint not null,
    id bigint generated always as identity,
    case_id bigint not null,
    -- whom it is about; 0 for nobody in particular
    profile_id bigint not null,
    text text not null,
    member_id bigint not null,
    at timestamptz not null,
    primary key (brand_id, id),
    foreign key (brand_id, case_id) references conflict_case (brand_id, id) on delete cascade
);
create index conflict_fact_case on conflict_fact (brand_id, case_id, id);
call tenant_table('conflict_fact');
