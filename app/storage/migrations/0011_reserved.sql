-- SPDX-License-Identifier: MIT
-- Nothing: the number belongs to another change.
SELECT 1;
