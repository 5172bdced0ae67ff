# SPDX-License-Identifier: MIT
"""The real program, killed with SIGKILL while calls come in and answers get lost: nobody is forgotten, nobody is texted twice.

TEXTBACK_KILLS says how often (10), TEXTBACK_SEED which ones. In builds with failpoints the program dies at them, in others at random moments;
builds for users have no failpoints."""
import os
import random
import time

import harness
from killlane import RARE, Lane, failpoint_names, run_lanes

FAILPOINTS = os.environ.get("TEXTBACK_FAILPOINTS") == "1"
KILLS = int(os.environ.get("TEXTBACK_KILLS", "10"))
SEED = int(os.environ.get("TEXTBACK_SEED", "0")) or random.SystemRandom().randrange(1, 10 ** 9)
LANES = 5


class ManyKills(harness.ProcessTest):
    def test_killed_again_and_again(self):
        began = time.monotonic()
        usual = sorted(failpoint_names() - RARE)
        self.assertGreater(len(usual), 15)

        def choose(chance):
            # Commits come by often: any of the first twenty.
            name = chance.choice(usual)
            return f"{name}:{chance.randint(1, 20 if name in ('before_commit', 'after_commit') else 2)}"

        count = min(LANES, KILLS)
        lanes = run_lanes(self, [Lane(self.path(f"lane{number}"), KILLS // count + (number < KILLS % count), SEED * 100 + number,
                                      choose=choose if FAILPOINTS else None) for number in range(count)])
        outcomes = [lane.outcome for lane in lanes]
        killed = sum(lane.killed for lane in lanes)
        struck = sum(len(lane.struck) for lane in lanes)

        def total(name):
            return sum(getattr(outcome, name) for outcome in outcomes)
        print(f"kills {killed} ({struck} at failpoints, {len({point for lane in lanes for point in lane.struck})} different), calls {total('calls')}, "
              f"accepted {total('accepted')}, recorded reasons {total('reasons')}, not confirmed {total('unconfirmed')}, "
              f"lost {sum(len(outcome.lost) for outcome in outcomes)}, doubled {sum(len(outcome.doubled) for outcome in outcomes)}, "
              f"seed {SEED}, {time.monotonic() - began:.0f} s", flush=True)
        self.assertEqual(killed, KILLS)
        self.assertGreater(total("accepted"), 0)
        if FAILPOINTS:
            self.assertGreater(struck, KILLS // 4)

    def test_users_get_no_failpoints(self):
        """The names, and with them the means, are in the program of a build with failpoints and in no other."""
        with open(harness.PROGRAM, "rb") as file:
            program = file.read()
        names = failpoint_names()
        self.assertGreater(len(names), 20)
        for name in sorted(names | {"TEXTBACK_FAILPOINT"}):
            self.assertEqual(name.encode() in program, FAILPOINTS, name)


if __name__ == "__main__":
    harness.main()
