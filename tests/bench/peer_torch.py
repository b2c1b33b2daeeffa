# SPDX-License-Identifier: GPL-3.0-or-later
"""The biaxial LSTM in plain PyTorch, as a user writes it, with every default left alone: a worker of ricercar-bench.

Says "ready", answers each line "go" with the milliseconds of one training step (or of one generated step, averaged), and
anything else with its peak memory.
"""
import random
import resource
import sys
import time

import torch
from torch import nn
from torch.nn import functional

BATCH, STEPS, NOTES, FEATURES = 4, 128, 78, 79
LOWEST = 24


class Biaxial(nn.Module):
    def __init__(self):
        super().__init__()
        self.time = nn.LSTM(FEATURES, 300, num_layers=2, batch_first=True, dropout=0.5)
        self.note1 = nn.LSTM(302, 100, batch_first=True)
        self.note2 = nn.LSTM(100, 50, batch_first=True)
        self.drop = nn.Dropout(0.5)
        self.head = nn.Linear(50, 2)

    def forward(self, features, chosen):
        batch, steps, notes, width = features.shape
        x = features.transpose(1, 2).reshape(batch * notes, steps, width)
        x = self.drop(self.time(x)[0])
        x = x.view(batch, notes, steps, -1).transpose(1, 2).reshape(batch * steps, notes, -1)
        below = functional.pad(chosen, (0, 0, 1, 0))[:, :, :-1].reshape(batch * steps, notes, 2)
        x = torch.cat([x, below], dim=2)
        x = self.drop(self.note1(x)[0])
        x = self.drop(self.note2(x)[0])
        return self.head(x).view(batch, steps, notes, 2)


def train():
    model = Biaxial()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    features = (torch.rand(BATCH, STEPS, NOTES, FEATURES) < 0.1).float()
    chosen = (torch.rand(BATCH, STEPS, NOTES, 2) < 0.05).float()

    def step():
        optimizer.zero_grad()
        loss = functional.binary_cross_entropy_with_logits(model(features, chosen), chosen)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        return loss.item()

    def timed():
        begun, processor = time.perf_counter(), time.process_time()
        step()
        return time.perf_counter() - begun, time.process_time() - processor

    return timed


class Song:
    """One song, a step at a time: the time axis for all notes at once, then note by note."""

    def __init__(self):
        self.model = Biaxial().eval()
        with torch.no_grad():
            self.model.head.bias[0] = -2.9  # about four notes a step
        self.row = torch.zeros(NOTES, 2)
        self.state = None
        self.index = 0
        pitches = torch.arange(LOWEST, LOWEST + NOTES)
        self.constant = torch.cat([(pitches / 127).unsqueeze(1), functional.one_hot(pitches % 12, 12).float()], dim=1)
        self.rolled = (pitches.unsqueeze(1) + torch.arange(12)) % 12
        self.folded = functional.one_hot(pitches % 12, 12).float()

    def features(self):
        vicinity = functional.pad(self.row, (0, 0, 12, 12)).unfold(0, 25, 1).transpose(1, 2).reshape(NOTES, 50)
        counts = (self.row[:, 0] @ self.folded)[self.rolled]
        beat = torch.tensor([float(self.index >> bit & 1) for bit in range(4)]).expand(NOTES, 4)
        return torch.cat([vicinity, self.constant, counts, beat], dim=1)

    @torch.no_grad()
    def step(self):
        x, self.state = self.model.time(self.features().unsqueeze(1), self.state)
        row = torch.zeros(NOTES, 2)
        below = torch.zeros(1, 1, 2)
        state1 = state2 = None
        for note in range(NOTES):
            y, state1 = self.model.note1(torch.cat([x[note].view(1, 1, -1), below], dim=2), state1)
            y, state2 = self.model.note2(y, state2)
            play, articulate = torch.sigmoid(self.model.head(y[0, 0])).tolist()
            below = torch.zeros(1, 1, 2)
            if random.random() < play:
                row[note, 0] = 1
                row[note, 1] = float(self.row[note, 0] == 0 or random.random() < articulate)
                below[0, 0] = row[note]
        self.row = row
        self.index = (self.index + 1) % 16


def sample(steps):
    song = Song()

    def timed():
        for _ in range(8):
            song.step()
        begun, processor = time.perf_counter(), time.process_time()
        for _ in range(steps):
            song.step()
        return (time.perf_counter() - begun) / steps, (time.process_time() - processor) / steps

    return timed


def peak_megabytes():
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def main():
    timed = train() if sys.argv[1] == "train" else sample(int(sys.argv[2]))
    print("ready 1", flush=True)
    for order in sys.stdin:
        if order.strip() != "go":
            break
        wall, processor = timed()
        print(f"ms {wall * 1e3} cpu_ms {processor * 1e3}", flush=True)
    print(f"peak_mb {peak_megabytes()}", flush=True)


if __name__ == "__main__":
    main()
