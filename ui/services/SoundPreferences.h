// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/ShapedSink.h"
#include "core/sound/Synthesizer.h"

#include <QHash>
#include <QString>

class QSettings;

namespace ricercar {

/// Where the sound goes.
struct Output {
    enum class Kind { Synth, Port, Silence };
    Kind kind = Kind::Silence;
    QString name;  ///< of a port
    friend bool operator==(const Output&, const Output&) = default;
};

/// What a MIDI output port needs to be told.
struct PortPreferences {
    bool clock = false;  ///< MIDI clock, start, stop, song position
    int latency = 0;     ///< milliseconds from sending to hearing, -500 .. 500
    ChannelMap channels = sameChannels;
    friend bool operator==(const PortPreferences&, const PortPreferences&) = default;
};

/// How a person wants to hear and to play; kept from one start to the next.
struct SoundPreferences {
    QString driver;  ///< empty: the first that works
    QString device;  ///< empty: the driver's default
    int sampleRate = 44100;
    int periodSize = 512;
    int periods = 4;
    double gain = 1.0;     ///< of the synthesizer at full volume, 0.1 .. 5
    int synthLatency = 0;  ///< as PortPreferences::latency
    QString soundFont;     ///< empty: the default one
    double volume = 0.7;   ///< 0 .. 1
    Output output{Output::Kind::Synth, {}};
    QHash<QString, PortPreferences> ports;  ///< by name
    QString input;                          ///< MIDI port to play on; empty: none
    bool metronome = false;
    int countInBars = 0;  ///< before playing, 0 .. 4; before recording one bar at least

    [[nodiscard]] SynthesizerOptions synthesizer() const;
    [[nodiscard]] PortPreferences port(const QString& name) const { return ports.value(name); }
    /// What a settings file holds, each value bounded.
    static SoundPreferences load(QSettings& settings);
    void save(QSettings& settings) const;
    friend bool operator==(const SoundPreferences&, const SoundPreferences&) = default;
};

}  // namespace ricercar
