#pragma once

#include "core/sound/MidiPorts.h"
#include "core/sound/Player.h"
#include "core/sound/Synthesizer.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace ricercar {

class Jobs;
class Session;

/// Where the sound goes.
struct Output {
    enum class Kind { Synth, Port, Silence };
    Kind kind = Kind::Silence;
    QString name;  ///< of a port
    friend bool operator==(const Output&, const Output&) = default;
};

/// Plays what the session shows. Steps and bars here, seconds in the player; outputs are opened on worker threads.
class Playback : public QObject {
    Q_OBJECT

public:
    struct Options {
        bool openSynth = true;
    };
    Playback(Jobs& jobs, Session& session, const Options& options, QObject* parent = nullptr);
    ~Playback() override;

    void play();
    void pause();
    void toggle();
    /// Back to the start, or to the loop's.
    void stop();
    void toStart();
    void toEnd();
    void seek(double step);
    void setLoop(int from, int to);
    void setLooping(bool on);
    /// Quarter notes a minute.
    void setTempo(double tempo);
    /// 0 .. 1
    void setVolume(double volume);
    void setOutput(const Output& output);
    void keyDown(int pitch);
    void keyUp(int pitch);
    /// Play along while a take is being generated.
    void setListening(bool on) { listening_ = on; }

    [[nodiscard]] bool playing() const;
    [[nodiscard]] bool hasMusic() const;
    /// In steps.
    [[nodiscard]] double position() const;
    [[nodiscard]] double tempo() const { return tempo_; }
    [[nodiscard]] double volume() const { return volume_; }
    [[nodiscard]] bool looping() const { return looping_; }
    [[nodiscard]] std::optional<std::pair<int, int>> loop() const { return loop_; }
    [[nodiscard]] const Output& output() const { return output_; }
    /// Why there is no synthesizer, in words; empty where there is one.
    [[nodiscard]] const QString& synthProblem() const { return synthProblem_; }
    /// Why there are no ports.
    [[nodiscard]] QString portProblem() const;
    [[nodiscard]] QStringList ports() const;

signals:
    /// Playing, paused, stopped; another piece.
    void stateChanged();
    void positionChanged(double step);
    void loopChanged();
    void tempoChanged(double tempo);
    void outputsChanged();
    void volumeChanged(double volume);

private:
    void load();
    void grow();
    void poll();
    /// `asked`: by a person, who is told when it does not work.
    void openSynth(bool asked);
    void applyLoop();
    [[nodiscard]] SoundEvents events() const;
    [[nodiscard]] double secondsPerStep() const;

    Jobs& jobs_;
    Session& session_;
    Player player_;
    std::unique_ptr<MidiPorts> midi_;
    std::shared_ptr<Synthesizer> synth_;
    MidiPortList found_;
    QTimer timer_;
    Output output_;
    QString synthProblem_;
    double pieceTempo_ = 120;
    double tempo_ = 120;
    double volume_ = 0.7;
    std::optional<std::pair<int, int>> loop_;
    bool looping_ = false;
    bool listening_ = true;
    bool wasDraft_ = false;
    bool startedWithDraft_ = false;
    Player::State state_ = Player::State::Stopped;
    double reported_ = -1;
    QElapsedTimer sinceGrown_;
    int portRounds_ = 0;
};

}  // namespace ricercar
