-- What filters ask that no column told: whether the task repeats.
alter table task add column recurring boolean;
update task set recurring = state -> 'recurrence' is not null;
alter table task alter column recurring set not null;
