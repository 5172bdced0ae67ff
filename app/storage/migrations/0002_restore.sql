-- SPDX-License-Identifier: MIT
-- What a restored backup must know of itself: the ledger has forgotten texts, so nothing is sent before the provider's lists told of them.

ALTER TABLE maintenance ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;        -- how often a backup was put in the database's place
ALTER TABLE maintenance ADD COLUMN import_since INTEGER;                    -- what is known ends here: the provider's messages since then are missing
ALTER TABLE maintenance ADD COLUMN restored_from INTEGER;                   -- a damaged database was replaced by itself: the backup's time, until a person has seen it
ALTER TABLE maintenance ADD COLUMN set_aside TEXT NOT NULL DEFAULT '';      -- the file name of the damaged one
ALTER TABLE maintenance ADD COLUMN consents_doubtful INTEGER NOT NULL DEFAULT 0; -- not all consents could be read from it

-- An account whose messages were not imported since the last restore (imported_epoch < epoch) sends nothing.
ALTER TABLE accounts ADD COLUMN imported_epoch INTEGER NOT NULL DEFAULT 0;

-- Outgoing texts that only the provider's list told of after a restore: some of them are our own.
ALTER TABLE messages ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
CREATE INDEX messages_imported ON messages (conversation, at) WHERE imported = 1;
