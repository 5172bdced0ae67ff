-- SPDX-License-Identifier: MIT
-- On which computer this database was last in use: copied to another one, it must not send beside the first.
ALTER TABLE device_role ADD COLUMN computer TEXT NOT NULL DEFAULT ''; -- platform/computerid.h; '': not known yet
