# SPDX-License-Identifier: MIT
"""A program with a phone line of its own that is killed again and again while calls come in: faults.md F01-F03, and the count at the end.

Several lanes run side by side, so that the waits of one (30 s of absence count before a text is sent once more) are the work of the others."""
import collections
import contextlib
import json
import os
import random
import re
import signal
import sqlite3
import threading
import time

import harness

WAITING = ("queued", "held", "inflight", "unknown")
SETTLED_WITHIN = 180  # seconds: two waits of 30 s with what lies between, on a busy machine
ORDER = re.compile(r'TEXTBACK_FAILPOINT\("(\w+)"\)')
# Places that a healthy program on a database of today comes by only in its first moments, or not at all.
WITHHELD = "+266696687"  # the line's stand-in; nobody can be texted there
RARE = {"at_start", "inside_migration", "before_migration_commit", "after_migration_commit", "before_copy", "after_copy"}


def failpoint_names():
    """The places that the program's sources name."""
    names = set()
    for folder, _, files in (entry for room in ("app", "ui") for entry in os.walk(os.path.join(harness.SOURCE, room))):
        for name in files:
            if name.endswith(".cpp"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    names |= set(ORDER.findall(file.read()))
    return names


class Lane(threading.Thread):
    """Runs in a thread of its own; what it found is in the attributes when it has ended. `choose` gives the failpoint of the next run
    ("before_post:2"), or None for a kill at a random moment."""

    def __init__(self, folder, kills, seed, choose=None, lost_answers=0.3, between_calls=0.25, again=0.1):
        super().__init__(daemon=True)
        self.folder = folder
        self.kills = kills
        self.chance = random.Random(seed)
        self.choose = choose or (lambda chance: None)
        self.lost_answers = lost_answers
        self.between_calls = between_calls
        self.again = again   # how often somebody who rang before rings
        self.struck = []     # failpoints at which the program died by itself
        self.killed = 0      # kills in all
        self.calls = {}      # sid of each missed call -> caller
        self.outcome = None  # Outcome, once settled
        self.error = None
        self._stop_calls = threading.Event()
        self._call_error = None

    def run(self):
        try:
            with contextlib.ExitStack() as stack:
                self.line = harness.Line()
                stack.callback(self.line.kill)
                self._work()
        except BaseException as error:  # told by the test's own thread
            self.error = error

    def _work(self):
        os.mkdir(self.folder)
        self.setup = os.path.join(self.folder, "setup.json")
        with open(self.setup, "w", encoding="utf-8") as file:
            json.dump(self.line.setup(), file)
        self.line.order("setting", customersReply=False, timeScale=20)
        first = self._start()
        try:
            first.wait_event("ready")  # from now on a missed call is texted
            time.sleep(1.5)            # the line tells the end of a call in whole seconds
        finally:
            first.kill()
        # An answer is lost with and without the text being taken. The same requests are struck whenever this seed runs.
        if self.lost_answers:
            taken = self.lost_answers * 0.6
            self.line.order("fault", kind="closed-after", method="POST", path="Messages", probability=taken, seed=self.chance.randrange(2 ** 31))
            self.line.order("fault", kind="reset", method="POST", path="Messages", probability=(self.lost_answers - taken) / (1 - taken),
                            seed=self.chance.randrange(2 ** 31))
        calling = threading.Thread(target=self._call, args=(random.Random(self.chance.random()),), daemon=True)
        calling.start()
        try:
            while self.killed < self.kills:
                self._run_once()
        finally:
            self._stop_calls.set()
            calling.join()
        if self._call_error:
            raise self._call_error
        self._settle()

    def _call(self, chance):
        try:
            fresh = iter(chance.sample(range(1000, 10000), 4000))
            callers = []
            while not self._stop_calls.is_set():
                known = callers and chance.random() < self.again
                caller = chance.choice(callers) if known else WITHHELD if chance.random() < self.again / 2 else f"+1313223{next(fresh)}"
                if caller != WITHHELD:
                    callers.append(caller)
                call = self.line.order("call", scenario="A5", **{"from": caller}, ringSeconds=12, outcome="no-answer")
                self.calls[call["sid"]] = caller
                self._stop_calls.wait(chance.uniform(0.2, 1.8) * self.between_calls)
        except BaseException as error:
            self._call_error = error

    def _start(self, failpoint=None, *more):
        environment = self.line.environment()
        if failpoint:
            environment["TEXTBACK_FAILPOINT"] = f"{failpoint}=kill"
        # Killed this often it would begin in safe mode: the flag says to go on, as its owner would.
        return harness.Process(["--headless", "--data-dir", os.path.join(self.folder, "data"), "--setup", self.setup, "--leave-safe-mode", *more],
                               environment)

    def _run_once(self):
        failpoint = self.choose(self.chance)
        program = self._start(failpoint)
        try:
            try:
                program.popen.wait(self.chance.uniform(4, 8) if failpoint else self.chance.uniform(0.05, 1.8))
                if program.popen.returncode != -signal.SIGKILL:
                    raise AssertionError(f"ended by itself with {program.popen.returncode}: " + "\n".join(program.errors[-20:]))
                self.struck.append(failpoint)
            except harness.subprocess.TimeoutExpired:
                pass
        finally:
            program.kill()
        self.killed += 1
        self.check_ledger()

    def ask(self, sql):
        database = os.path.join(self.folder, "data", "textback.db")
        with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=20)) as connection:
            return connection.execute(sql).fetchall()

    def check_ledger(self):
        """After each kill: a call with a verdict has its decision, a decision to text has its text. All of it, or none of it (F03)."""
        torn = self.ask("SELECT count(*) FROM calls c LEFT JOIN decisions d ON d.call = c.id WHERE c.missed = 1 AND d.call IS NULL")
        torn += self.ask("SELECT count(*) FROM decisions d LEFT JOIN outbox o ON o.call = d.call WHERE d.verdict <> 'skip' AND o.id IS NULL")
        torn += self.ask("SELECT count(*) FROM outbox o LEFT JOIN decisions d ON d.call = o.call WHERE o.call IS NOT NULL AND d.call IS NULL")
        if torn != [(0,), (0,), (0,)]:
            raise AssertionError(f"half of a transaction is there: {torn}")

    def _settle(self):
        self.line.order("fault", kind="none")
        program = self._start()
        try:
            until = time.monotonic() + SETTLED_WITHIN
            while True:
                time.sleep(0.5)
                decided = {sid for sid, in self.ask("SELECT c.provider_call_id FROM calls c JOIN decisions d ON d.call = c.id")}
                states = [state for state, in self.ask("SELECT state FROM outbox")]
                if decided >= set(self.calls) and not any(state in WAITING for state in states):
                    break
                if time.monotonic() > until:
                    raise AssertionError(f"not settled: {len(set(self.calls) - decided)} calls undecided, " +
                                         str({state: states.count(state) for state in set(states)}) + "\n" + "\n".join(program.errors[-10:]))
            time.sleep(2)  # what should not come any more
            code = program.end()
            if code != 0:
                raise AssertionError(f"the settled program ended with {code}: " + "\n".join(program.errors[-20:]))
        finally:
            program.kill()
        self.outcome = Outcome(self)


class Outcome:
    """What became of the calls, by the line's own count: its list of texts against the program's books."""

    def __init__(self, lane):
        self.posts = {entry["to"]: entry for entry in lane.line.ask("/control/posts")["posts"]}
        taken = collections.Counter(lane.line.texts())
        states = collections.defaultdict(collections.Counter)
        for state, to, body in lane.ask("SELECT state, to_number, body FROM outbox"):
            states[state][to, body] += 1
        ledger = {sid: row for sid, *row in lane.ask(
            "SELECT c.provider_call_id, d.verdict, d.reason, o.state, o.why, o.attempt FROM calls c "
            "JOIN decisions d ON d.call = c.id LEFT JOIN outbox o ON o.call = c.id")}
        self.calls = len(lane.calls)
        self.accepted = sum(taken.values())
        self.unconfirmed = sum(states["unconfirmed"].values())
        # The same words twice to one caller, or more than the books account for.
        self.doubled = [(text, count) for text, count in taken.items()
                        if count > max(1, states["accepted"][text] + states["unconfirmed"][text])]
        # Accepted by the books, but the line has it not (or has one that no row knows of: that is in doubled).
        self.untrue = list((states["accepted"] - taken).elements()) + list((taken - states["accepted"] - states["unconfirmed"]).elements())
        self.attempts = {}
        self.reasons = 0
        self.lost = []
        for sid, caller in lane.calls.items():
            verdict, reason, state, why, attempt = ledger.get(sid, (None,) * 5)
            self.attempts[caller] = attempt
            if (verdict == "skip" and reason) or state == "failed" or (state == "skipped" and why):
                self.reasons += 1
            elif state not in ("accepted", "unconfirmed"):
                self.lost.append((sid, verdict, reason, state, why))


def run_lanes(test, lanes):
    """Runs them side by side; fails the test with whatever went wrong in one."""
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    for lane in lanes:
        if lane.error:
            raise lane.error
    for lane in lanes:
        test.assertEqual(lane.outcome.lost, [])
        test.assertEqual(lane.outcome.untrue, [])
        test.assertEqual(lane.outcome.doubled, [])
    return lanes
