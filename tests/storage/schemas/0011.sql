-- SPDX-License-Identifier: MIT
-- Behind 0010.sql.

-- Notes can be searched as messages can. One index for both kinds: row 2 * conversation is the note about a contact, row 2 * id + 1 one in a
-- thread. Triggers keep it, so that nothing that writes a note can forget it.

CREATE VIRTUAL TABLE note_search USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO note_search (rowid, body) SELECT 2 * conversation, body FROM contact_notes;
INSERT INTO note_search (rowid, body) SELECT 2 * id + 1, body FROM thread_notes;

CREATE TRIGGER contact_notes_found AFTER INSERT ON contact_notes
BEGIN
    INSERT INTO note_search (rowid, body) VALUES (2 * NEW.conversation, NEW.body);
END;
CREATE TRIGGER contact_notes_changed AFTER UPDATE OF body ON contact_notes
BEGIN
    UPDATE note_search SET body = NEW.body WHERE rowid = 2 * NEW.conversation;
END;
CREATE TRIGGER contact_notes_gone AFTER DELETE ON contact_notes
BEGIN
    DELETE FROM note_search WHERE rowid = 2 * OLD.conversation;
END;

CREATE TRIGGER thread_notes_found AFTER INSERT ON thread_notes
BEGIN
    INSERT INTO note_search (rowid, body) VALUES (2 * NEW.id + 1, NEW.body);
END;
CREATE TRIGGER thread_notes_changed AFTER UPDATE OF body ON thread_notes
BEGIN
    UPDATE note_search SET body = NEW.body WHERE rowid = 2 * NEW.id + 1;
END;
CREATE TRIGGER thread_notes_gone AFTER DELETE ON thread_notes
BEGIN
    DELETE FROM note_search WHERE rowid = 2 * OLD.id + 1;
END;
PRAGMA user_version = 11;
