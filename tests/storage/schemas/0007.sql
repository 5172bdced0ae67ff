-- SPDX-License-Identifier: MIT
-- Behind 0006.sql.

-- What the figures of a span of time are read by (rules.md 4): no question walks through the whole history.
CREATE INDEX calls_by_time ON calls (at);
CREATE INDEX messages_from_customers ON messages (at, conversation, incoming) WHERE incoming = 1;
CREATE INDEX messages_from_staff ON messages (at, conversation, origin, status) WHERE incoming = 0 AND origin IN ('person', 'elsewhere');
CREATE INDEX outbox_ended ON outbox (ended_at) WHERE state IN ('accepted', 'failed');
CREATE INDEX consent_log_by_time ON consent_log (at);
CREATE INDEX consent_log_of_number_by_time ON consent_log (number, at, id, opted_out);

-- When the provider's word came that the phone has it, by the provider's clock.
ALTER TABLE messages ADD COLUMN delivered_at INTEGER;

UPDATE messages SET delivered_at = 1795446030000 WHERE id = 1;
PRAGMA user_version = 7;
