-- A list of feeds that was taken in at once. How far its reading is stands with the sources themselves.
create table source_import (
    brand_id bigint not null references brand (id) on delete cascade,
    id bigint generated always as identity,
    at timestamptz not null,
    primary key (brand_id, id)
);
call tenant_table('source_import');

create table source_import_line (
    brand_id bigint not null,
    import_id bigint not null,
    number int not null,
    title text not null,
    address text not null,
    -- null: it can't be followed
    source_id bigint,
    -- whether it was followed already
    known boolean not null,
    -- why it can't: a word of the bundle
    reason text not null default '',
    primary key (brand_id, import_id, number),
    foreign key (brand_id, import_id) references source_import (brand_id, id) on delete cascade
);
call tenant_table('source_import_line');
