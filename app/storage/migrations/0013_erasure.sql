-- SPDX-License-Identifier: MIT
-- What is left of somebody whose data were deleted: enough to keep the provider's lists, which are read again and again, from bringing it back.

-- Rows of the provider's that were known and are to be known no more. Its own ids alone: no number, no words.
CREATE TABLE erased_rows (
    account INTEGER NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL, -- 'call' (any leg) or 'message'
    provider_id TEXT NOT NULL,
    PRIMARY KEY (account, kind, provider_id)
) STRICT, WITHOUT ROWID;

-- When a number that was deleted got its last texts, as long as a limit asks for it.
CREATE TABLE kept_texts (
    number TEXT PRIMARY KEY,
    text_back INTEGER,      -- the newest automatic text for a missed call
    second_call INTEGER,
    review INTEGER,
    uncertain_from INTEGER, -- texts were tried in this time whose end nobody knows: they may show in the provider's list yet
    uncertain_to INTEGER,
    keep_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_texts_ending ON kept_texts (keep_until);

-- How far the words of deleted people are wiped from the file (app/storage/erasedtraces.h); 0: nothing to do.
ALTER TABLE maintenance ADD COLUMN wipe_stage INTEGER NOT NULL DEFAULT 0;

-- An id that was given once is never given again: whoever still holds it must not reach somebody else by it.
CREATE TABLE used_ids (
    name TEXT PRIMARY KEY,
    newest INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER conversations_used AFTER DELETE ON conversations
BEGIN
    INSERT INTO used_ids VALUES ('conversations', OLD.id) ON CONFLICT DO UPDATE SET newest = max(newest, excluded.newest);
END;
CREATE TRIGGER calls_used AFTER DELETE ON calls
BEGIN
    INSERT INTO used_ids VALUES ('calls', OLD.id) ON CONFLICT DO UPDATE SET newest = max(newest, excluded.newest);
END;
CREATE TRIGGER messages_used AFTER DELETE ON messages
BEGIN
    INSERT INTO used_ids VALUES ('messages', OLD.id) ON CONFLICT DO UPDATE SET newest = max(newest, excluded.newest);
END;
CREATE TRIGGER outbox_used_id AFTER DELETE ON outbox
BEGIN
    INSERT INTO used_ids VALUES ('outbox', OLD.id) ON CONFLICT DO UPDATE SET newest = max(newest, excluded.newest);
END;

-- A conversation that goes is counted no more.
CREATE TRIGGER summaries_gone AFTER DELETE ON conversation_summaries
BEGIN
    UPDATE inbox_counts SET needs_reply = needs_reply - OLD.needs_reply, unread = unread - (OLD.unread > 0), done = done - OLD.done,
                            snoozed = snoozed - (OLD.snoozed_until IS NOT NULL), conversations = conversations - (OLD.last_activity > 0);
END;

-- Without them each deleted call would be looked for in all messages, and each conversation in all texts.
CREATE INDEX messages_of_call ON messages (call) WHERE call IS NOT NULL;
CREATE INDEX outbox_in_conversation ON outbox (conversation, queued_at);
