# SPDX-License-Identifier: MIT
"""The real program, killed at the named steps of a send and inside an ingest (faults.md F01-F03). Needs a build with failpoints; TEXTBACK_SEED
repeats a run. The long run with everything at once is test_manykills.py."""
import os
import random

import harness
from killlane import Lane, failpoint_names, run_lanes

FAILPOINTS = os.environ.get("TEXTBACK_FAILPOINTS") == "1"
SEED = int(os.environ.get("TEXTBACK_SEED", "0")) or random.SystemRandom().randrange(1, 10 ** 9)


class Kills(harness.ProcessTest):
    def lanes(self, count, kills, **more):
        """`kills` in all, spread over the lanes."""
        return [Lane(self.path(f"lane{number}"), kills // count + (number < kills % count), SEED * 100 + number, **more) for number in range(count)]

    def needs_failpoints(self):
        if not FAILPOINTS:
            self.skipTest("this build has no failpoints")

    def test_f01_killed_between_accepted_and_recorded(self):
        """The line took the text, the program died before it knew: it is found in the list, and no second request is made."""
        self.needs_failpoints()
        lanes = run_lanes(self, self.lanes(4, 8, choose=lambda chance: f"after_post_before_commit:{chance.randint(1, 2)}", lost_answers=0, again=0))
        self.assertGreater(sum(len(lane.struck) for lane in lanes), 4)
        for lane in lanes:
            for caller, entry in lane.outcome.posts.items():
                self.assertEqual((entry["received"], entry["accepted"]), (1, 1), (caller, SEED))
            self.assertEqual(lane.outcome.unconfirmed, 0)

    def test_f02_killed_before_the_first_byte(self):
        """In flight by the books, but nothing left: absent from the list for 30 s after the start, it is sent once."""
        self.needs_failpoints()
        lanes = run_lanes(self, self.lanes(3, 3, choose=lambda chance: chance.choice(["before_post", "after_inflight_commit"]), lost_answers=0, again=0))
        again = 0
        for lane in lanes:
            self.assertEqual(len(lane.struck), 1)
            for caller, entry in lane.outcome.posts.items():
                self.assertEqual((entry["received"], entry["accepted"]), (1, 1), (caller, SEED))
            again += sum(attempt == 2 for attempt in lane.outcome.attempts.values())
        self.assertGreaterEqual(again, 3)

    def test_f03_killed_inside_ingest(self):
        """Call, decision and text are one transaction: the lane looks after each kill that all or none of them are there."""
        self.needs_failpoints()
        inside = sorted(name for name in failpoint_names() if name.startswith("inside_ingest"))
        self.assertGreaterEqual(len(inside), 4)
        lanes = run_lanes(self, self.lanes(4, 8, choose=lambda chance: f"{chance.choice(inside)}:{chance.randint(1, 2)}", lost_answers=0, again=0))
        self.assertGreater(sum(len(lane.struck) for lane in lanes), 4)


if __name__ == "__main__":
    harness.main()
