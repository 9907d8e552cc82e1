create index fetching_hub_due on fetching (hub_until) where hub <> '';
