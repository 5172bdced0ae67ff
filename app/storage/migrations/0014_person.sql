-- SPDX-License-Identifier: MIT
-- Several numbers of one person: what people said about it, never what we think.

-- Conversations with the same number in `person` are one person's; a number that is linked with no other stands here not at all.
CREATE TABLE person_links (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (id),
    person INTEGER NOT NULL
) STRICT;
CREATE INDEX person_links_of_person ON person_links (person);

-- Two people of one name: never asked about again. The smaller id is `one`.
CREATE TABLE person_refusals (
    one INTEGER NOT NULL REFERENCES conversations (id),
    other INTEGER NOT NULL REFERENCES conversations (id),
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_refusals_of_other ON person_refusals (other);
