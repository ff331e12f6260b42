-- What was done longer ago than is kept is found by its day, to be deleted; a day's entries share one place in the index.
create index audit_entry_by_day on audit_entry (day);
create index audit_count_by_day on audit_count (day);
