-- The outside language model that a brand may have drafts and summaries written by; a brand without a row has none.
create table scribe (
    brand_id bigint primary key references brand (id) on delete cascade,
    address text not null,
    model text not null,
    -- Sealed for this brand and this address; null where none is needed there.
    key bytea,
    -- Where a manager agreed that things may be sent to, and to which list of what is sent. Nothing goes anywhere else.
    agreed_address text,
    agreed_terms int,
    agreed_by bigint references member (id) on delete set null,
    agreed_at timestamptz
);
call tenant_table('scribe');
