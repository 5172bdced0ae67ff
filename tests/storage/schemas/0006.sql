-- SPDX-License-Identifier: MIT
-- Behind 0005.sql.

-- What the rules must know beyond calls and texts.

-- Held texts may be sent by hand.
ALTER TABLE outbox ADD COLUMN send_now INTEGER NOT NULL DEFAULT 0; -- a person said so, in spite of quiet hours

-- Who was told lately how to opt out is not told again with each text.
ALTER TABLE outbox ADD COLUMN hinted INTEGER NOT NULL DEFAULT 0;
UPDATE outbox SET hinted = 1 WHERE purpose <> 'manual' AND body LIKE '%STOP%';
CREATE INDEX outbox_hinted ON outbox (to_number, ended_at) WHERE hinted = 1 AND state = 'accepted';

-- Texts that follow others are planned: they lie in the future of their conversation and are no news of it yet.
ALTER TABLE messages ADD COLUMN planned INTEGER NOT NULL DEFAULT 0;
DROP INDEX messages_shown;
CREATE INDEX messages_shown ON messages (conversation, at, id) WHERE status <> 'cancelled' AND planned = 0;

-- What failed lately, and why: it is rare.
CREATE INDEX messages_failed ON messages (account, at) WHERE incoming = 0 AND error_code <> '';

-- How many texts a message costs, and how many were taken by the provider in each half hour (since the epoch): a month is at most 1,488 rows.
-- Texts of before are counted by their length alone.
ALTER TABLE outbox ADD COLUMN segments INTEGER NOT NULL DEFAULT 1;
UPDATE outbox SET segments = 1 + (length(body) - 1) / 153 WHERE length(body) > 160;
CREATE TABLE usage_slots (
    account INTEGER NOT NULL REFERENCES accounts (id),
    slot INTEGER NOT NULL,
    automatic INTEGER NOT NULL, -- texts that the rules sent
    segments INTEGER NOT NULL,  -- of all texts, a person's too
    PRIMARY KEY (account, slot)
) STRICT, WITHOUT ROWID;
INSERT INTO usage_slots
    SELECT account, ended_at / 1800000, sum(purpose <> 'manual'), sum(segments) FROM outbox
    WHERE state = 'accepted' AND ended_at IS NOT NULL GROUP BY 1, 2;
CREATE TRIGGER outbox_used AFTER UPDATE OF state ON outbox
WHEN NEW.state = 'accepted' AND OLD.state <> 'accepted' AND NEW.ended_at IS NOT NULL
BEGIN
    INSERT INTO usage_slots VALUES (NEW.account, NEW.ended_at / 1800000, NEW.purpose <> 'manual', NEW.segments)
        ON CONFLICT DO UPDATE SET automatic = automatic + excluded.automatic, segments = segments + excluded.segments;
END;

-- Messages that may mean "no more texts": while one of a number is open, nothing is sent to it by itself, and the owner is asked.
CREATE TABLE optout_doubts (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    at INTEGER NOT NULL,     -- of the message
    words TEXT NOT NULL,     -- which of its words raised the doubt
    evidence TEXT NOT NULL,  -- the message
    answered_at INTEGER,     -- NULL: open
    answer TEXT NOT NULL     -- '', 'opted-out', 'opted-in' (a clear word, theirs or the owner's) or 'go-on' (the owner's)
) STRICT;
CREATE INDEX optout_doubts_open ON optout_doubts (number, at) WHERE answered_at IS NULL;
ALTER TABLE conversation_summaries ADD COLUMN doubt TEXT NOT NULL DEFAULT ''; -- words of the newest open one

-- Work that was agreed with a customer, as the owner notes it.
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversations (id),
    noted_at INTEGER NOT NULL,
    booked_for INTEGER,
    amount_cents INTEGER,
    done_at INTEGER
) STRICT;
CREATE INDEX jobs_in_conversation ON jobs (conversation, noted_at);
CREATE INDEX jobs_noted ON jobs (noted_at);

-- The second lock behind the 60 days between two review requests, as outbox_cooldown is for text-backs.
CREATE UNIQUE INDEX outbox_review_cooldown ON outbox (to_number, cooldown_slot)
    WHERE purpose = 'review' AND state NOT IN ('failed', 'skipped');

INSERT INTO optout_doubts VALUES (1, '+13135550145', 1795446000000, 'stop', 'can you stop by', NULL, '');
INSERT INTO jobs VALUES (1, 1, 1795446100000, NULL, 12500, NULL);

PRAGMA user_version = 6;
