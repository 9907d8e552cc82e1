-- Whether the links of what is written are made tracked ones.
alter table post add tracked boolean not null default false;
alter table version add tracked boolean not null default false;
