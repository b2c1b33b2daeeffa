// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/Mix.h"
#include "core/sound/Player.h"
#include "ui/services/MidiKeyboard.h"
#include "ui/services/PlaybackTimeline.h"
#include "ui/services/SoundOutput.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace ricercar {

class Jobs;
class Changes;
class Notices;
class Stage;
class WorkspaceStore;

/// Plays what the stage shows, and records. Steps and bars here, seconds in the player.
class Playback : public QObject {
    Q_OBJECT

public:
    struct Options {
        bool openSynth = true;
        SoundPreferences preferences{};
    };
    Playback(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, Changes& changes, const Options& options,
             QObject* parent = nullptr);
    ~Playback() override;

    void play();
    void pause();
    void toggle();
    /// Back to the start, or to the loop's. Ends a recording.
    void stop();
    void toStart();
    void toEnd();
    void seek(double step);
    /// From there on, at once: no beats before.
    void playFrom(double step);
    void setLoop(int from, int to);
    void setLooping(bool on);
    /// Quarter notes a minute.
    void setTempo(double tempo);
    /// 0 .. 1
    void setVolume(double volume) { output_.setVolume(volume); }
    void setOutput(const Output& output) { output_.choose(output); }
    void setMetronome(bool on);
    /// Bars that are heard before playing begins, 0 .. 4.
    void setCountIn(int bars);
    void setPreferences(const SoundPreferences& preferences);
    /// How a track of what is shown is heard.
    void setPartMix(const Part& part, const PartMix& mix);
    /// The notes as they were played, where there are such, instead of the grid's.
    void setFreeNotes(bool on);
    /// The notes that are shown were edited: heard at once, also while they play.
    void edited();
    /// At once, playing or not. Any thread.
    void send(const MidiMessage& message) { player_.send(message); }
    void keyDown(int pitch);
    void keyUp(int pitch);
    /// A chord for a second, through what is chosen.
    void testTone();
    /// Ends all sound, on every port there is.
    void panic();
    /// Play along while a take is being generated.
    void setListening(bool on) { listening_ = on; }
    [[nodiscard]] bool listening() const { return listening_; }
    /// From the bar of the playhead on, with what is shown heard along; then `recorded`.
    void startRecording();
    void stopRecording();

    [[nodiscard]] bool playing() const;
    /// Beats are heard before the first note.
    [[nodiscard]] bool counting() const { return player_.counting(); }
    [[nodiscard]] bool recording() const { return recording_; }
    [[nodiscard]] bool hasMusic() const;
    /// In steps; behind the player by what the output takes to be heard.
    [[nodiscard]] double position() const;
    [[nodiscard]] double tempo() const { return tempo_; }
    [[nodiscard]] double volume() const { return output_.preferences().volume; }
    [[nodiscard]] bool metronome() const { return output_.preferences().metronome; }
    [[nodiscard]] bool looping() const { return looping_; }
    [[nodiscard]] std::optional<std::pair<int, int>> loop() const { return loop_; }
    [[nodiscard]] const Output& output() const { return output_.output(); }
    [[nodiscard]] const QString& synthProblem() const { return output_.synthProblem(); }
    [[nodiscard]] QString portProblem() const { return output_.portProblem(); }
    [[nodiscard]] QStringList ports() const { return output_.ports(); }
    [[nodiscard]] const QString& soundFont() const { return output_.preferences().soundFont; }
    [[nodiscard]] SoundOutput& soundOutput() { return output_; }
    [[nodiscard]] MidiKeyboard& midiKeyboard() { return keyboard_; }
    [[nodiscard]] std::vector<Part> parts() const { return partsOf(heard_->score()); }
    [[nodiscard]] const Mix& mix() const { return mix_; }
    /// As it is heard: with programs, volumes and what is muted.
    [[nodiscard]] Score heardScore() const { return mixed(heard_->score(), mix_); }

signals:
    /// Playing, paused, stopped, recording; another piece.
    void stateChanged();
    void positionChanged(double step);
    void loopChanged();
    void tempoChanged(double tempo);
    void outputsChanged();
    void volumeChanged(double volume);
    void preferencesChanged();
    /// Other tracks, or how they are heard.
    void partsChanged();
    /// The loudest sample since the last time, 30 times a second while it is not 0.
    void levelChanged(double level);
    /// A key of the MIDI keyboard.
    void midiKeyPressed(int pitch, int velocity);
    void midiKeyReleased(int pitch);

private:
    void load();
    void grow();
    void refresh();
    void poll();
    void applyLoop();
    [[nodiscard]] SoundEvents events() const;
    [[nodiscard]] SoundEvents recordingEvents() const;
    void keep(const Score& played, double from);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Stage& stage_;
    Notices& notices_;
    Changes& changes_;
    Player player_;
    SoundOutput output_;
    MidiKeyboard keyboard_;
    QTimer timer_;
    std::unique_ptr<PlaybackTimeline> heard_;
    Mix mix_;
    std::vector<Part> parts_;
    double pieceTempo_ = 120;
    double tempo_ = 120;
    std::optional<std::pair<int, int>> loop_;
    bool looping_ = false;
    bool freeNotes_ = false;
    bool clock_ = false;
    bool recording_ = false;
    double recordedFrom_ = 0;  ///< seconds
    bool listening_ = true;
    bool wasDraft_ = false;
    bool startedWithDraft_ = false;
    Player::State state_ = Player::State::Stopped;
    double reported_ = -1;
    double level_ = 0;
    QElapsedTimer sinceGrown_;
};

}  // namespace ricercar
