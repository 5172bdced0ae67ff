-- SPDX-License-Identifier: MIT
-- Behind 0010.sql.

PRAGMA user_version = 11;
