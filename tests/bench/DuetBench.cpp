// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/JackDummy.h"

#include "core/base/Folders.h"
#include "core/duet/Duet.h"
#include "core/sound/MidiInput.h"
#include "core/sound/MidiOutput.h"
#include "core/sound/Synthesizer.h"
#include "core/workbench/Resources.h"

#include <rtmidi/RtMidi.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace ricercar::bench {
namespace {

constexpr double quarter = 0.5;  // seconds, at 120 a minute

/// Plays along with a melody in quarters for `seconds`, through ports of another program's.
DuetView accompanied(const Checkpoint& checkpoint, double seconds, RtMidiOut& keys) {
    DuetSettings settings;
    settings.kind = DuetKind::Accompany;
    settings.tempo = 120;
    settings.countInBars = 0;
    settings.metronome = false;
    settings.meter = checkpoint.facts.meter;
    useDefaults(settings.draw, checkpoint);
    const std::shared_ptr<Sink> port = openMidiOutput("ricercar-peer:in", "JACK");
    Duet duet(checkpoint, settings, {[&](const MidiMessage& message) { port->send(message); }, {}, {}});
    const MidiInput input("ricercar-peer:out", "JACK", [&](const MidiArrival& arrival) { duet.hear(arrival); });
    for (int i = 0; i * quarter < seconds; ++i) {
        const auto pitch = static_cast<unsigned char>(72 + (i * 2) % 7);
        const std::vector<unsigned char> on{0x90, pitch, 80}, off{0x80, pitch, 0};
        keys.sendMessage(&on);
        std::this_thread::sleep_for(std::chrono::duration<double>(quarter * 0.9));
        keys.sendMessage(&off);
        std::this_thread::sleep_for(std::chrono::duration<double>(quarter * 0.1));
    }
    (void)duet.stop();
    return duet.view();
}

}  // namespace

Report duetBench(const Options& options) {
    const TemporaryFolder folder;
    const JackDummy server(folder.path());
    prepareSoundLibraries();
    RtMidiIn hears(RtMidi::UNIX_JACK, "ricercar-peer");
    RtMidiOut plays(RtMidi::UNIX_JACK, "ricercar-peer");
    hears.setCallback([](double, std::vector<unsigned char>*, void*) {});
    hears.openVirtualPort("in");
    plays.openVirtualPort("out");
    Report report;
    addMachine(report, options);
    for (const ShippedModel& model : shippedModels()) {
        const DuetView view = accompanied(loadCheckpoint(model.file), std::max(options.rounds, 1) * 2.0, plays);
        report.add(model.name + "_steps", view.answers, "", model.name + ": steps that it played");
        report.add(model.name + "_late", view.late, "", model.name + ": sent more than 30 ms after their time");
        report.add(model.name + "_worst_ms", view.worst * 1e3, "ms", model.name + ": sent after its time, at most");
        report.add(model.name + "_thinking_ms", view.thinking * 1e3, "ms", model.name + ": thinking about a step, at most");
    }
    return report;
}

}  // namespace ricercar::bench
