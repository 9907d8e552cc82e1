-- Which part of the thread a picture goes with; 0 is the first.
alter table post_media add part smallint not null default 0 check (part >= 0);
