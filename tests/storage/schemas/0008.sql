-- SPDX-License-Identifier: MIT
-- Behind 0007.sql.

-- What proves each send (rules.md C18). Rows of before have none of it.

-- What the rules knew when they decided, and when the text left: JSON, without anybody's words.
ALTER TABLE decisions ADD COLUMN inputs TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN inputs TEXT NOT NULL DEFAULT '';

-- Append-only: every status that an outgoing message took, and when this PC learned of it, by its own clock (attempts are by the provider's).
CREATE TABLE delivery_log (
    id INTEGER PRIMARY KEY,
    message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    status TEXT NOT NULL,
    error_code TEXT NOT NULL
) STRICT;
CREATE INDEX delivery_log_of_message ON delivery_log (message, id);

-- Append-only: the settings, without secrets, that made the rules of a version.
CREATE TABLE rule_versions (
    version TEXT PRIMARY KEY, -- TextBackRules::version()
    document TEXT NOT NULL,
    since INTEGER NOT NULL    -- first in force
) STRICT, WITHOUT ROWID;

-- Proofs are looked up by number alone, answered doubts too.
CREATE INDEX optout_doubts_of_number ON optout_doubts (number, id);

INSERT INTO rule_versions VALUES ('r1', '{"rules":{}}', 1795446000000);
INSERT INTO delivery_log SELECT id, id, at, status, error_code FROM messages WHERE incoming = 0;

PRAGMA user_version = 8;
