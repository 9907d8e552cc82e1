-- How long figures of posts are kept how finely, and until when that is done already.
create table figure_rule (
    brand_id bigint primary key references brand (id) on delete cascade,
    -- so many days each value that a network showed stays; then of each day the last one
    fine_days int not null default 90,
    -- after so many days of each month the last one
    day_days int not null default 730,
    fine_until timestamptz not null default '2000-01-01',
    day_until timestamptz not null default '2000-01-01'
);
call tenant_table('figure_rule');
