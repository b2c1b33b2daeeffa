// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/MidiPorts.h"
#include "core/sound/Player.h"
#include "core/sound/Synthesizer.h"
#include "ui/services/SoundPreferences.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace ricercar {

class Jobs;
class Notices;

/// What a player's sound comes out of: opened on worker threads, watched, and opened again when it comes back. Until then there
/// is silence and the playhead moves.
class SoundOutput : public QObject {
    Q_OBJECT

public:
    /// `openSynth` false: no synthesizer is opened by itself.
    SoundOutput(Jobs& jobs, Notices& notices, Player& player, const SoundPreferences& preferences, bool openSynth,
                QObject* parent = nullptr);
    ~SoundOutput() override;

    [[nodiscard]] const SoundPreferences& preferences() const { return preferences_; }
    /// In force at once; a device or font that does not open is told in words, and the font before it stays.
    void setPreferences(const SoundPreferences& preferences);
    /// A person chose it: what does not work is told.
    void choose(const Output& output);
    /// 0 .. 1
    void setVolume(double volume);
    /// Every 33 ms.
    void poll();
    /// Notes off on every port there is, on the player's as well.
    void panic();

    /// What is heard now; silence while the chosen one is not there.
    [[nodiscard]] const Output& output() const { return output_; }
    /// Milliseconds from sending to hearing, as people set it.
    [[nodiscard]] int latency() const;
    /// MIDI clock is wanted by what is heard now.
    [[nodiscard]] bool clockRequested() const;
    /// Why there is no synthesizer, in words; empty where there is one.
    [[nodiscard]] const QString& synthProblem() const { return synthProblem_; }
    [[nodiscard]] QString synthDriver() const;
    /// Why there are no ports.
    [[nodiscard]] QString portProblem() const;
    [[nodiscard]] QStringList ports() const;
    [[nodiscard]] QStringList inputs() const;
    /// The loudest sample since the last call, 0 .. 1 and above.
    [[nodiscard]] double takeLevel() { return synth_ ? synth_->takeLevel() : 0.0; }

signals:
    /// What is heard, what could be chosen, why not.
    void changed();
    void preferencesChanged();
    void volumeChanged(double volume);

private:
    enum class Why { Asked, Start, Back };
    void apply(Why why);
    void openSynth(Why why);
    void openPort(Why why);
    void closeSynth();
    void loadSoundFont(const QString& before);
    void become(const Output& output, std::shared_ptr<Sink> sink);
    void watch();
    void lookAtPorts();
    void say(const QString& sentence);

    Jobs& jobs_;
    Notices& notices_;
    Player& player_;
    SoundPreferences preferences_;
    std::unique_ptr<MidiPorts> midi_;
    std::shared_ptr<Synthesizer> synth_;
    std::weak_ptr<Synthesizer> closing_;  ///< may still hold the device
    std::shared_ptr<ShapedSink> port_;
    MidiPortList found_;
    Output output_;
    QString synthProblem_;
    bool automatic_;
    bool lost_ = false;  ///< what was chosen was there, and went
    int opening_ = 0;    ///< counts openings: only the last one's answer counts
    bool busy_ = false;
    std::uint64_t openedAt_ = 0;  ///< the round of looking when the port was opened
    QElapsedTimer sinceTried_;
    int rounds_ = 0;
};

}  // namespace ricercar
