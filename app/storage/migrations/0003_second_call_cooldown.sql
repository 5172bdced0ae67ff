-- SPDX-License-Identifier: MIT
-- The second lock behind the policy's cool-down for texts to a second call, as outbox_cooldown is for text-backs (faults.md I3). Rows of
-- before have no slot: the code's own look at the last text covers them.
CREATE UNIQUE INDEX outbox_second_cooldown ON outbox (to_number, cooldown_slot)
    WHERE purpose = 'second-call' AND state NOT IN ('failed', 'skipped');
