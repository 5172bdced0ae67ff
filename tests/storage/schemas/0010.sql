-- SPDX-License-Identifier: MIT
-- Behind 0009.sql.

PRAGMA user_version = 10;
