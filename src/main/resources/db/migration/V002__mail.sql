-- Mail on its way out. A row goes when the server took the mail, or when it had not for a day.
create table mail (
    id bigint generated always as identity primary key,
    recipient text not null,
    subject text not null,
    body text not null,
    queued_at timestamptz not null,
    next_try timestamptz not null,
    tries int not null default 0
);
create index on mail (next_try);
