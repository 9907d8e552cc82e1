-- Who enters a brand is asked for on every page: the brand of this handle with what the member is there, in one statement and
-- before any scope is set. It tells nothing of a brand the member has no seat in.
create function entered_brand(wanted text, who bigint)
    returns table (member_name text, roles text[], id bigint, handle text, name text, zone text, language text, does text,
                   aims text[], accent text, approval boolean, late_seconds int, sample boolean)
    language sql stable security definer
    begin atomic
    select m.name, s.roles, b.id, b.handle, b.name, b.zone, b.language, b.does, b.aims, b.accent, b.approval, b.late_seconds, b.sample
    from brand b
    join membership s on s.brand_id = b.id and s.member_id = who
    join member m on m.id = s.member_id
    where b.handle = wanted;
    end;
revoke execute on function entered_brand(text, bigint) from public;
grant execute on function entered_brand(text, bigint) to desk;
