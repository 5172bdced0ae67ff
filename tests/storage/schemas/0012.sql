-- SPDX-License-Identifier: MIT
-- Behind 0011.sql.

-- The lists of all people and all calls.

-- By what a person stands in the list (app/domain/contacts/personsortkey.h). Here without the rarer accents: a new name brings the true one.
ALTER TABLE conversations ADD COLUMN sort_key TEXT NOT NULL DEFAULT '';
UPDATE conversations SET sort_key = CASE trim(contact_name) WHEN '' THEN '1' || address ELSE '0' ||
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    lower(trim(contact_name)), 'á', 'a'), 'é', 'e'), 'í', 'i'), 'ó', 'o'), 'ú', 'u'), 'ü', 'u'), 'ñ', 'n'),
    'Á', 'a'), 'É', 'e'), 'Í', 'i'), 'Ó', 'o'), 'Ú', 'u'), 'Ü', 'u'), 'Ñ', 'n') END;
CREATE INDEX conversations_by_sort_key ON conversations (sort_key, id);

-- Whether an automatic text for the call was taken by the provider.
ALTER TABLE calls ADD COLUMN texted INTEGER NOT NULL DEFAULT 0;
UPDATE calls SET texted = 1 WHERE id IN (SELECT call FROM outbox WHERE state = 'accepted' AND purpose IN ('text-back', 'second-call'));
CREATE TRIGGER call_texted AFTER UPDATE OF state ON outbox
WHEN NEW.state = 'accepted' AND NEW.call IS NOT NULL AND NEW.purpose IN ('text-back', 'second-call')
BEGIN
    UPDATE calls SET texted = 1 WHERE id = NEW.call;
END;

-- Each filter of the list of calls reads the newest rows of its own.
CREATE INDEX calls_missed_by_time ON calls (at) WHERE missed = 1;
CREATE INDEX calls_texted_by_time ON calls (at) WHERE texted = 1;
CREATE INDEX calls_not_texted_by_time ON calls (at) WHERE missed = 1 AND texted = 0;
CREATE INDEX calls_answered_by_time ON calls (at) WHERE inbound = 1 AND answered = 1;
CREATE INDEX calls_outgoing_by_time ON calls (at) WHERE inbound = 0;

-- A person of an address book who never called or wrote is no conversation of the inbox.
UPDATE inbox_counts SET conversations = conversations - (SELECT count(*) FROM conversation_summaries WHERE last_activity = 0);
CREATE TRIGGER summaries_silent AFTER INSERT ON conversation_summaries WHEN NEW.last_activity = 0
BEGIN
    UPDATE inbox_counts SET conversations = conversations - 1;
END;
CREATE TRIGGER summaries_active AFTER UPDATE OF last_activity ON conversation_summaries
WHEN (NEW.last_activity > 0) <> (OLD.last_activity > 0)
BEGIN
    UPDATE inbox_counts SET conversations = conversations + (NEW.last_activity > 0) - (OLD.last_activity > 0);
END;
PRAGMA user_version = 12;
