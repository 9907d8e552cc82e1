-- For networks that list posts by an excerpt and order them by category; a version's own beside its own words.
alter table post
    add excerpt text not null default '',
    add category text not null default '';
alter table version
    add excerpt text not null default '',
    add category text not null default '';
