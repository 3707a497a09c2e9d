-- log_group: the ARN of the log group that a log belongs to in CloudWatch Logs. Logs of before belong to none.
ALTER TABLE function_logs ADD COLUMN log_group TEXT NOT NULL DEFAULT '';
CREATE INDEX function_logs_group ON function_logs (log_group, id);
