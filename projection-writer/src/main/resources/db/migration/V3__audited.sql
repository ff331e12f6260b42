-- Of a workspace's events in the rows, the seq of the last of which the audit log has to tell, since a user did it. What
-- was done is as far as `seq` once `audit_progress` has come to this: what timers do later is in nobody's activity.
alter table progress add column audited_seq bigint not null default 0;
