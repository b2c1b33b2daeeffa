# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs ricercar-cli undisturbed, kills it at moments of chance, or takes its disk away."""

import random
import resource
import signal
import subprocess
import time

PATIENCE = 120  # seconds; nothing here takes more than a few


class Failure(Exception):
    """Something did not survive."""


def check(kept, what):
    if not kept:
        raise Failure(what)


class Program:
    """ricercar-cli, and how long its commands take where nothing disturbs them."""

    def __init__(self, path, seed):
        self.path = str(path)
        self.dice = random.Random(seed)
        self.started = self.timed("--version")
        self.lasts = {}  # seconds of a kind of command, by its name
        self.kills = 0

    def begin(self, *arguments, files=None, env=None):
        """A process; `files`: bytes that a file may grow to."""

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (files, files))

        # SIGXFSZ stays ignored, as Python has it: a write past the limit fails as on a full disk
        return subprocess.Popen([self.path, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env=env, restore_signals=False, preexec_fn=limit if files is not None else None)

    def end(self, process, codes=(0,)):
        try:
            out, said = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Failure(f"{process.args[1]} hangs") from None
        check(process.returncode in codes, f"{' '.join(process.args[1:])}: exit code {process.returncode}: {said.strip()}")
        check(process.returncode == 0 or said.strip(), f"{process.args[1]} failed without a word")
        return out

    def run(self, *arguments, codes=(0,), **how):
        return self.end(self.begin(*arguments, **how), codes)

    def timed(self, *arguments):
        begin = time.monotonic()
        self.run(*arguments)
        return time.monotonic() - begin

    def killed(self, kind, *arguments):
        """Kills the command at a moment of its work; what it had written to its standard output, or None where it was done
        before. The moments are spread over the time that an undisturbed one takes, which the tries that end by themselves
        correct."""
        process = self.begin(*arguments)
        begin = time.monotonic()
        window = self.lasts.setdefault(kind, 2 * self.started)
        delay = self.dice.uniform(0.8 * self.started, max(window, self.started))
        try:
            out, said = process.communicate(timeout=delay)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            out, _ = process.communicate()
            self.kills += 1
            self.lasts[kind] = window * 1.02
            return out
        check(process.returncode == 0, f"{kind}, undisturbed: {said.strip()}")
        self.lasts[kind] = (window + time.monotonic() - begin) / 2
        return None
