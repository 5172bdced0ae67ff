-- SPDX-License-Identifier: MIT
-- Behind 0003.sql.

-- One sender: which role this PC has on its accounts, and under which token each text was queued.
CREATE TABLE device_role (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    role TEXT NOT NULL,
    token INTEGER NOT NULL,
    since INTEGER NOT NULL,
    takeover_until INTEGER -- a sender that still waits; 0: the count has not begun
) STRICT;
INSERT INTO device_role VALUES (1, 'sender', 1, 0, NULL);

ALTER TABLE outbox ADD COLUMN role_token INTEGER NOT NULL DEFAULT 1;

-- Texts that somebody else sent, to tell an automatic one by its words.
CREATE INDEX messages_elsewhere ON messages (body, at) WHERE incoming = 0 AND origin = 'elsewhere';
CREATE INDEX messages_elsewhere_to ON messages (conversation, at) WHERE incoming = 0 AND origin = 'elsewhere';

-- What came too late for a text, for "while you were away".
CREATE INDEX decisions_too_late ON decisions (decided_at) WHERE reason IN ('too-old', 'pc-asleep');

UPDATE device_role SET role = 'viewer', token = 2;
PRAGMA user_version = 4;
