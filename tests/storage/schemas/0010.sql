-- SPDX-License-Identifier: MIT
-- Behind 0009.sql.
-- What people make of their conversations: put away, put off, drafts, notes, tags.

-- needs_reply is what the list shows: nothing that is done or snoozed. reply_due is what calls and messages say by themselves.
ALTER TABLE conversation_summaries ADD COLUMN reply_due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation_summaries ADD COLUMN reminded INTEGER NOT NULL DEFAULT 0; -- its snooze ended, and nothing happened since
ALTER TABLE conversation_summaries ADD COLUMN done INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation_summaries ADD COLUMN snoozed_until INTEGER;
UPDATE conversation_summaries SET reply_due = needs_reply;
CREATE INDEX summaries_done ON conversation_summaries (last_activity, conversation) WHERE done = 1;
CREATE INDEX summaries_snoozed ON conversation_summaries (last_activity, conversation) WHERE snoozed_until IS NOT NULL;
CREATE INDEX summaries_waking ON conversation_summaries (snoozed_until) WHERE snoozed_until IS NOT NULL;

ALTER TABLE inbox_counts ADD COLUMN snoozed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox_counts ADD COLUMN done INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER summaries_recounted;
CREATE TRIGGER summaries_recounted AFTER UPDATE OF needs_reply, unread, done, snoozed_until ON conversation_summaries
WHEN NEW.needs_reply <> OLD.needs_reply OR (NEW.unread > 0) <> (OLD.unread > 0) OR NEW.done <> OLD.done
    OR (NEW.snoozed_until IS NULL) <> (OLD.snoozed_until IS NULL)
BEGIN
    UPDATE inbox_counts SET needs_reply = needs_reply + NEW.needs_reply - OLD.needs_reply,
                            unread = unread + (NEW.unread > 0) - (OLD.unread > 0),
                            done = done + NEW.done - OLD.done,
                            snoozed = snoozed + (NEW.snoozed_until IS NOT NULL) - (OLD.snoozed_until IS NOT NULL);
END;

CREATE TABLE drafts (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id),
    body TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- One text about the other party.
CREATE TABLE contact_notes (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id),
    body TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- Notes among the messages, for the people here alone.
CREATE TABLE thread_notes (
    id INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversations (id),
    at INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX thread_notes_in_conversation ON thread_notes (conversation, at, id);

-- Which words stand on which conversation; the words and their colours are settings.
CREATE TABLE conversation_tags (
    conversation INTEGER NOT NULL REFERENCES conversations (id),
    tag TEXT NOT NULL,
    PRIMARY KEY (conversation, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_tags_by_tag ON conversation_tags (tag);

UPDATE conversation_summaries SET snoozed_until = 1795482000000, needs_reply = 0 WHERE conversation = 1;
INSERT INTO drafts VALUES (1, 'We can be there at', 1795446070000);
INSERT INTO contact_notes VALUES (1, 'Gate 4411', 1795446070000);
INSERT INTO thread_notes VALUES (1, 1, 1795446070000, 'Asked for the blue truck');
INSERT INTO conversation_tags VALUES (1, 'Fleet');
PRAGMA user_version = 10;
