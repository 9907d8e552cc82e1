-- A mail may hold a file and say where one stops it; some want to be told what becomes of it.
alter table mail
    add file bytea,
    add file_name text,
    add file_type text,
    -- where a POST stops this kind of mail for its reader (RFC 8058); empty for none
    add stop text not null default '',
    -- whether its end is told to the room that sent it
    add told boolean not null default false;
