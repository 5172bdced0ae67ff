-- SPDX-License-Identifier: MIT
-- Behind 0008.sql.

-- Who needs somebody now, and what went to whoever is on call.

-- Who of us wrote a message, where that is known: a staff member's name.
ALTER TABLE messages ADD COLUMN author TEXT NOT NULL DEFAULT '';

-- At most one open alert in a conversation.
CREATE TABLE alerts (
    id INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversations (id),
    kind TEXT NOT NULL,
    evidence TEXT NOT NULL,  -- which words raised it; of a second call, how many calls
    words TEXT NOT NULL,     -- the customer's text
    since INTEGER NOT NULL,  -- when what it is about happened
    raised_at INTEGER NOT NULL,
    told_at INTEGER NOT NULL,
    level INTEGER NOT NULL,
    climbs_at INTEGER,       -- NULL: at the top, or taken
    taken_at INTEGER,        -- NULL: open
    taken_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX alerts_open ON alerts (conversation) WHERE taken_at IS NULL;
CREATE INDEX alerts_in_conversation ON alerts (conversation, raised_at);
CREATE INDEX alerts_climbing ON alerts (climbs_at) WHERE climbs_at IS NOT NULL;

-- Append-only: each time an alert was raised, climbed, or was taken.
CREATE TABLE alert_log (
    id INTEGER PRIMARY KEY,
    alert INTEGER NOT NULL REFERENCES alerts (id),
    at INTEGER NOT NULL,
    step TEXT NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER NOT NULL,
    note TEXT NOT NULL -- the evidence; of "taken", by whom
) STRICT;
CREATE INDEX alert_log_of_alert ON alert_log (alert, id);

-- Customers whom nobody answered yet. A row goes as soon as somebody does, or when it has become an alert.
CREATE TABLE waiting_customers (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id),
    since INTEGER NOT NULL,
    due INTEGER NOT NULL,
    words TEXT NOT NULL -- of the first text; '' while they only called
) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_customers_due ON waiting_customers (due);

-- The open alert of a conversation and what says so, for the list; '' if there is none.
ALTER TABLE conversation_summaries ADD COLUMN alert TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation_summaries ADD COLUMN alert_evidence TEXT NOT NULL DEFAULT '';

-- A customer's case as the staff on the road know it, by a small number that they text.
CREATE TABLE duty_cases (
    id INTEGER PRIMARY KEY,
    tag INTEGER NOT NULL,
    conversation INTEGER NOT NULL REFERENCES conversations (id),
    opened_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,  -- the newest text about it, in either direction
    closed_at INTEGER,         -- NULL: open
    calls_back TEXT NOT NULL   -- who said that they call the customer
) STRICT;
CREATE UNIQUE INDEX duty_cases_tag ON duty_cases (tag) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX duty_cases_open ON duty_cases (conversation) WHERE closed_at IS NULL;

-- Which message is about which case: to staff, and from staff to the customer.
CREATE TABLE duty_texts (
    message INTEGER PRIMARY KEY REFERENCES messages (id),
    duty_case INTEGER NOT NULL REFERENCES duty_cases (id),
    staff TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX duty_texts_to ON duty_texts (duty_case, staff, at);

-- Staff members who signed off until their next shift.
CREATE TABLE duty_off (
    staff TEXT PRIMARY KEY,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO alerts VALUES (1, 1, 'danger', 'smell gas', 'I smell gas', 1795446060000, 1795446061000, 1795446061000, 1, 1795446361000, NULL, '');
UPDATE conversation_summaries SET alert = 'danger', alert_evidence = 'smell gas' WHERE conversation = 1;
INSERT INTO alert_log VALUES (1, 1, 1795446061000, 'raised', 'danger', 1, 'smell gas');
INSERT INTO waiting_customers VALUES (1, 1795446060000, 1795446660000, 'Flat tire on I-94');
INSERT INTO duty_cases VALUES (1, 11, 1, 1795446061000, 1795446061000, NULL, '');
INSERT INTO duty_off VALUES ('+13135550150', 1795482000000);
-- Texts to staff are no texts that the rules send to customers: they count for the allowance alone.
DROP TRIGGER outbox_used;
CREATE TRIGGER outbox_used AFTER UPDATE OF state ON outbox
WHEN NEW.state = 'accepted' AND OLD.state <> 'accepted' AND NEW.ended_at IS NOT NULL
BEGIN
    INSERT INTO usage_slots VALUES (NEW.account, NEW.ended_at / 1800000,
        NEW.purpose NOT IN ('manual', 'staff-alert', 'staff-answer'), NEW.segments)
        ON CONFLICT DO UPDATE SET automatic = automatic + excluded.automatic, segments = segments + excluded.segments;
END;
PRAGMA user_version = 9;
