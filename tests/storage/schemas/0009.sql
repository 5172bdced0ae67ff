-- SPDX-License-Identifier: MIT
-- Times are UTC milliseconds, spans milliseconds, spellings those of app/domain. '' is an empty text, NULL is "not known".

CREATE TABLE settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    document TEXT NOT NULL,
    country TEXT NOT NULL -- home region, for national spellings in the call log
) STRICT;

CREATE TABLE maintenance (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    checked_at INTEGER -- last time that the whole file was found sound
) STRICT;
INSERT INTO maintenance VALUES (1, NULL);

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    provider TEXT NOT NULL,
    account_key TEXT NOT NULL,
    watching_since INTEGER,
    UNIQUE (provider, account_key)
) STRICT;

CREATE TABLE account_numbers (
    account INTEGER NOT NULL REFERENCES accounts (id),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    label TEXT NOT NULL,
    city TEXT NOT NULL,
    overflow INTEGER NOT NULL,
    min_rings INTEGER NOT NULL,
    text_from TEXT NOT NULL,
    PRIMARY KEY (account, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_numbers_by_number ON account_numbers (number, account);

CREATE TABLE cursors (
    account INTEGER NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    token TEXT NOT NULL,
    PRIMARY KEY (account, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE conversations (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL, -- E.164, '' where the address is no number
    contact_name TEXT NOT NULL DEFAULT ''
) STRICT;

-- One row per root of the call log: what is derived from its legs, and what was found out about it.
CREATE TABLE calls (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts (id),
    provider_call_id TEXT NOT NULL,
    inbound INTEGER NOT NULL DEFAULT 1,
    party TEXT NOT NULL DEFAULT '',      -- address of the other party (CallerIdentity::address)
    our_number TEXT NOT NULL DEFAULT '', -- E.164
    at INTEGER NOT NULL DEFAULT 0,       -- start
    ended_at INTEGER,
    final INTEGER NOT NULL DEFAULT 0,    -- root and legs
    conversation INTEGER REFERENCES conversations (id),
    decided INTEGER NOT NULL DEFAULT 0,
    recordings INTEGER,                  -- NULL until the details were asked for
    recording_id TEXT,
    recording_length INTEGER,
    details_flow_failed INTEGER,
    settled INTEGER NOT NULL DEFAULT 0,  -- the detector has spoken
    missed INTEGER NOT NULL DEFAULT 0,
    answered INTEGER NOT NULL DEFAULT 0, -- a person talked; read from the legs until settled
    disposition TEXT,
    not_missed_because TEXT,
    flow_failed INTEGER NOT NULL DEFAULT 0,
    rang INTEGER NOT NULL DEFAULT 0,
    talked INTEGER NOT NULL DEFAULT 0,
    seen INTEGER NOT NULL DEFAULT 0,     -- a missed one: somebody has looked at it
    preview_kind TEXT,                   -- how the list names it; NULL if it does not
    word INTEGER NOT NULL DEFAULT 0,     -- counts when the list asks who had the last word
    UNIQUE (account, provider_call_id)
) STRICT;
CREATE INDEX calls_in_conversation ON calls (conversation, at, id);
CREATE INDEX calls_with_word ON calls (conversation, at, id) WHERE word = 1;
CREATE INDEX calls_with_preview ON calls (conversation, at, id) WHERE preview_kind IS NOT NULL;
CREATE INDEX calls_missed ON calls (conversation, at, id) WHERE missed = 1;
CREATE INDEX calls_unseen ON calls (conversation) WHERE missed = 1 AND seen = 0;
CREATE INDEX calls_undecided ON calls (account, at, id) WHERE inbound = 1 AND decided = 0;
CREATE INDEX calls_open ON calls (account, at, id) WHERE final = 0;
CREATE INDEX calls_answered ON calls (party, ended_at) WHERE inbound = 1 AND answered = 1;

-- Every row of the provider's call log, roots too.
CREATE TABLE call_legs (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts (id),
    provider_call_id TEXT NOT NULL,
    parent_call_id TEXT NOT NULL,      -- '' on a root
    call INTEGER REFERENCES calls (id), -- NULL while it waits for its root
    direction TEXT NOT NULL,
    from_text TEXT NOT NULL,
    to_text TEXT NOT NULL,
    status TEXT NOT NULL,
    created INTEGER,
    started INTEGER,
    ended INTEGER,
    updated INTEGER,
    duration INTEGER,
    answered_by TEXT NOT NULL,
    forwarded_from TEXT NOT NULL,
    answered_number TEXT,              -- an outgoing leg that a person answered: who, and its end
    answered_end INTEGER,
    ring_line TEXT,                    -- our line whose phone rang unanswered, else NULL
    ring_end INTEGER,
    ring INTEGER,
    UNIQUE (account, provider_call_id)
) STRICT;
CREATE INDEX call_legs_of_call ON call_legs (call);
CREATE INDEX call_legs_waiting ON call_legs (account, parent_call_id) WHERE call IS NULL;
CREATE INDEX call_legs_answered ON call_legs (answered_number, answered_end) WHERE answered_number IS NOT NULL;
CREATE INDEX call_legs_rung ON call_legs (ring_line, ring_end, ring) WHERE ring_line IS NOT NULL;

-- Unanswered ringing per line and day (UTC), so that a month of it is 30 rows.
CREATE TABLE ring_days (
    line TEXT NOT NULL,
    day INTEGER NOT NULL,
    legs INTEGER NOT NULL,
    longest INTEGER NOT NULL,
    PRIMARY KEY (line, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
    call INTEGER PRIMARY KEY REFERENCES calls (id),
    verdict TEXT NOT NULL,
    rule TEXT,
    reason TEXT,
    decided_at INTEGER NOT NULL,
    not_before INTEGER,
    rule_version TEXT NOT NULL
) STRICT;

CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversations (id),
    account INTEGER NOT NULL REFERENCES accounts (id),
    line TEXT NOT NULL,
    incoming INTEGER NOT NULL,
    origin TEXT NOT NULL,
    body TEXT NOT NULL,
    status TEXT NOT NULL,
    at INTEGER NOT NULL,
    provider_message_id TEXT,
    error_code TEXT NOT NULL,
    error_text TEXT NOT NULL,
    rule TEXT,
    call INTEGER REFERENCES calls (id),
    media INTEGER NOT NULL,
    read INTEGER NOT NULL,
    word INTEGER NOT NULL, -- counts when the list asks who had the last word
    UNIQUE (account, provider_message_id)
) STRICT;
CREATE INDEX messages_in_conversation ON messages (conversation, at, id);
CREATE INDEX messages_with_word ON messages (conversation, at, id) WHERE word = 1;
CREATE INDEX messages_shown ON messages (conversation, at, id) WHERE status <> 'cancelled';
CREATE INDEX messages_of_staff ON messages (conversation, at) WHERE incoming = 0 AND origin IN ('person', 'elsewhere');
CREATE INDEX messages_unread ON messages (conversation) WHERE read = 0;
CREATE INDEX messages_undelivered ON messages (account, at)
    WHERE incoming = 0 AND provider_message_id IS NOT NULL AND status IN ('queued', 'sending', 'unknown', 'sent');

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    message INTEGER NOT NULL REFERENCES messages (id),
    conversation INTEGER NOT NULL REFERENCES conversations (id),
    account INTEGER NOT NULL REFERENCES accounts (id),
    call INTEGER REFERENCES calls (id),
    purpose TEXT NOT NULL,
    from_number TEXT NOT NULL,
    to_number TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    why TEXT,
    detail TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    resent INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    deadline INTEGER,
    inflight_at INTEGER,
    ended_at INTEGER,
    unknown_cause TEXT NOT NULL,
    looks INTEGER NOT NULL,
    provider_message_id TEXT,
    rule_version TEXT NOT NULL,
    after_call_end INTEGER,
    cooldown_slot INTEGER, -- floor(queued_at / cool-down) of a text-back
    UNIQUE (call, purpose),
    UNIQUE (account, provider_message_id)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (account, not_before, id) WHERE state IN ('queued', 'held');
CREATE INDEX outbox_waiting_to ON outbox (to_number) WHERE state IN ('queued', 'held');
CREATE INDEX outbox_by_state ON outbox (account, state, id);
CREATE INDEX outbox_of_message ON outbox (message, id);
CREATE INDEX outbox_unconfirmed ON outbox (conversation, id) WHERE state = 'unconfirmed';
CREATE INDEX outbox_texts ON outbox (to_number, purpose, queued_at) WHERE state NOT IN ('failed', 'skipped');
-- The second lock behind the policy's cool-down (faults.md 5.1).
CREATE UNIQUE INDEX outbox_cooldown ON outbox (to_number, cooldown_slot)
    WHERE purpose = 'text-back' AND state NOT IN ('failed', 'skipped');

-- Append-only: what was tried, and how it ended.
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    outbox INTEGER NOT NULL REFERENCES outbox (id),
    attempt INTEGER NOT NULL,
    at INTEGER NOT NULL,
    event TEXT NOT NULL, -- the state that the item took
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX attempts_of_item ON attempts (outbox, id);

-- Append-only: every change of consent with its proof. consents holds where it stands.
CREATE TABLE consent_log (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    opted_out INTEGER NOT NULL,
    at INTEGER NOT NULL,
    source TEXT NOT NULL,
    evidence TEXT NOT NULL
) STRICT;
CREATE INDEX consent_log_of_number ON consent_log (number, id);

CREATE TABLE consents (
    number TEXT PRIMARY KEY,
    opted_out INTEGER NOT NULL,
    since INTEGER NOT NULL,
    source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE number_capabilities (
    number TEXT PRIMARY KEY,
    capability TEXT NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the conversation list shows, kept in the transaction of every change.
CREATE TABLE conversation_summaries (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id),
    preview_kind TEXT NOT NULL DEFAULT 'none',
    preview TEXT NOT NULL DEFAULT '',
    last_activity INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    needs_reply INTEGER NOT NULL DEFAULT 0,
    opted_out INTEGER NOT NULL DEFAULT 0,
    missed_call INTEGER,
    missed_ended_at INTEGER,
    missed_not_texted TEXT,
    missed_outbox TEXT,
    missed_delivery TEXT, -- of an accepted text
    missed_not_before INTEGER,
    missed_texted_after INTEGER
) STRICT;
CREATE INDEX summaries_by_activity ON conversation_summaries (last_activity, conversation);
CREATE INDEX summaries_needing_reply ON conversation_summaries (last_activity, conversation) WHERE needs_reply = 1;
CREATE INDEX summaries_unread ON conversation_summaries (last_activity, conversation) WHERE unread > 0;

CREATE TABLE inbox_counts (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    needs_reply INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    conversations INTEGER NOT NULL
) STRICT;
INSERT INTO inbox_counts VALUES (1, 0, 0, 0);

CREATE TRIGGER summaries_counted AFTER INSERT ON conversation_summaries
BEGIN
    UPDATE inbox_counts SET conversations = conversations + 1, needs_reply = needs_reply + NEW.needs_reply, unread = unread + (NEW.unread > 0);
END;

CREATE TRIGGER summaries_recounted AFTER UPDATE OF needs_reply, unread ON conversation_summaries
WHEN NEW.needs_reply <> OLD.needs_reply OR (NEW.unread > 0) <> (OLD.unread > 0)
BEGIN
    UPDATE inbox_counts SET needs_reply = needs_reply + NEW.needs_reply - OLD.needs_reply,
                            unread = unread + (NEW.unread > 0) - (OLD.unread > 0);
END;

-- Search: words of messages and contacts with accents folded; any run of digits inside a number.
CREATE VIRTUAL TABLE message_search USING fts5 (body, content = 'messages', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
-- Without this FTS5 goes on merging its index at every few messages, which costs the more the longer the history is. What is left is a merge
-- of 16 equal parts at a time, so that a message is moved once per sixteenfold growth.
INSERT INTO message_search (message_search, rank) VALUES ('automerge', 0);
CREATE VIRTUAL TABLE contact_search USING fts5 (contact_name, address, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE number_search USING fts5 (digits, tokenize = 'trigram');

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

-- The second lock behind the policy's cool-down for texts to a second call, as outbox_cooldown is for text-backs (faults.md I3). Rows of
-- before have no slot: the code's own look at the last text covers them.
CREATE UNIQUE INDEX outbox_second_cooldown ON outbox (to_number, cooldown_slot)
    WHERE purpose = 'second-call' AND state NOT IN ('failed', 'skipped');

-- A database of this version in use.
UPDATE maintenance SET epoch = 1, import_since = 1795440000000;
INSERT INTO settings VALUES (1, '{}', 'US');
INSERT INTO accounts VALUES (1, 'twilio', 'AC1', 1795440000000, 1);
INSERT INTO account_numbers VALUES (1, 0, '+13132230100', 'Main', 'Detroit', 0, 2, '');
INSERT INTO cursors VALUES (1, 'calls', 1795446000000, '');
INSERT INTO conversations VALUES (1, '+13135550142', '+13135550142', 'Maria');
INSERT INTO calls (id, account, provider_call_id, inbound, party, our_number, at, ended_at, final, conversation, decided, settled, missed, disposition, rang, preview_kind, word)
  VALUES (1, 1, 'CA1', 1, '+13135550142', '+13132230100', 1795446000000, 1795446025000, 1, 1, 1, 1, 1, 'no-answer', 20000, 'missed-call', 1);
INSERT INTO call_legs (id, account, provider_call_id, parent_call_id, call, direction, from_text, to_text, status, created, started, ended, answered_by, forwarded_from)
  VALUES (1, 1, 'CA1', '', 1, 'inbound', '+13135550142', '+13132230100', 'completed', 1795446000000, 1795446000000, 1795446025000, 'unknown', '');
INSERT INTO call_legs (id, account, provider_call_id, parent_call_id, call, direction, from_text, to_text, status, created, started, ended, answered_by, forwarded_from, ring_line, ring_end, ring)
  VALUES (2, 1, 'CA1a', 'CA1', 1, 'outbound', '+13132230100', '+13132230199', 'no-answer', 1795446002000, 1795446002000, 1795446022000, 'unknown', '', '+13132230100', 1795446022000, 20000);
INSERT INTO ring_days VALUES ('+13132230100', 20780, 1, 20000);
INSERT INTO decisions VALUES (1, 'send', 'open', NULL, 1795446026000, 1795446028000, 'r1');
INSERT INTO messages VALUES (1, 1, 1, '+13132230100', 0, 'automatic', 'Sorry we missed your call', 'delivered', 1795446026000, 'SM1', '', '', 'open', 1, 0, 1, 1, 0);
INSERT INTO messages VALUES (2, 1, 1, '+13132230100', 1, 'customer', 'Flat tire on I-94', 'received', 1795446060000, 'SM2', '', '', NULL, NULL, 0, 0, 1, 0);
INSERT INTO messages VALUES (3, 1, 1, '+13132230100', 0, 'elsewhere', 'On our way', 'delivered', 1795445000000, 'SM3', '', '', NULL, NULL, 0, 1, 1, 1);
INSERT INTO message_search (rowid, body) SELECT id, body FROM messages;
INSERT INTO contact_search (rowid, contact_name, address) VALUES (1, 'Maria', '+13135550142');
INSERT INTO number_search (rowid, digits) VALUES (1, '13135550142');
INSERT INTO outbox VALUES (1, 1, 1, 1, 1, 'text-back', '+13132230100', '+13135550142', 'Sorry we missed your call', 'accepted', NULL, '', 1, 0, 1795446026000, 1795446028000, 1795446625000, 1795446028000, 1795446029000, 'none', 0, 'SM1', 'r1', 4000, 20780);
INSERT INTO attempts VALUES (1, 1, 1, 1795446028000, 'inflight', '');
INSERT INTO attempts VALUES (2, 1, 1, 1795446029000, 'accepted', '');
INSERT INTO consent_log VALUES (1, '+13135550143', 1, 1795446000000, 'text', 'STOP');
INSERT INTO consents VALUES ('+13135550143', 1, 1795446000000, 'text');
INSERT INTO number_capabilities VALUES ('+13135550144', 'landline', 1803222000000);
INSERT INTO conversation_summaries VALUES (1, 'customer', 'Flat tire on I-94', 1795446060000, 1, 1, 0, 1, 1795446025000, NULL, 'accepted', 'delivered', NULL, 4000);
-- One sender: which role this PC has on its accounts, and under which token each text was queued.
CREATE TABLE device_role (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    role TEXT NOT NULL,
    token INTEGER NOT NULL,
    since INTEGER NOT NULL,
    takeover_until INTEGER -- a sender that still waits; 0: the count has not begun
) STRICT;
INSERT INTO device_role VALUES (1, 'sender', 1, 0, NULL);

-- On which computer this database was last in use: copied to another one, it must not send beside the first.
ALTER TABLE device_role ADD COLUMN computer TEXT NOT NULL DEFAULT ''; -- platform/computerid.h; '': not known yet

ALTER TABLE outbox ADD COLUMN role_token INTEGER NOT NULL DEFAULT 1;

-- Texts that somebody else sent, to tell an automatic one by its words.
CREATE INDEX messages_elsewhere ON messages (body, at) WHERE incoming = 0 AND origin = 'elsewhere';
CREATE INDEX messages_elsewhere_to ON messages (conversation, at) WHERE incoming = 0 AND origin = 'elsewhere';

-- What came too late for a text, for "while you were away".
CREATE INDEX decisions_too_late ON decisions (decided_at) WHERE reason IN ('too-old', 'pc-asleep');

UPDATE device_role SET role = 'viewer', token = 2, computer = '0f';

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
