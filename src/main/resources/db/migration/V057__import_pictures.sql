-- What was fetched for the preview, by address, so that a yes takes in just what was shown.
alter table import_file add pictures jsonb not null default '{}';
