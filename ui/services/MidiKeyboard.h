// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/MidiInput.h"
#include "core/sound/NoteRecorder.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace ricercar {

class Jobs;
class Player;
class Notices;

/// The MIDI port that a person plays on: what comes in is heard at once through the player, kept by the recorder, and told to
/// the window. Found again by name when it was away.
class MidiKeyboard : public QObject {
    Q_OBJECT

public:
    MidiKeyboard(Jobs& jobs, Notices& notices, Player& player, QObject* parent = nullptr);
    ~MidiKeyboard() override;

    /// Empty: none.
    void choose(const QString& port);
    /// Is there, and heard.
    [[nodiscard]] bool open() const { return input_ != nullptr; }
    /// Every 33 ms, with the ports that are there.
    void poll(const QStringList& ports);
    /// Seconds from sending to hearing: what was played to it came that much later.
    void setLatency(double seconds);
    [[nodiscard]] NoteRecorder& recorder();
    /// Is told what comes in, too, on the input's thread, with the moments at which the person meant it (see setLatency).
    /// Empty: nobody.
    void setListener(MidiInput::Listener listener);

signals:
    void pressed(int pitch, int velocity);
    void released(int pitch);
    void changed();

private:
    struct Ear;
    void connectPort();
    void closePort();

    Jobs& jobs_;
    Notices& notices_;
    Player& player_;
    std::shared_ptr<Ear> ear_;  ///< an input that is still being closed may outlive this
    QString wanted_;
    int opening_ = 0;
    bool busy_ = false;
    bool lost_ = false;
    QElapsedTimer sinceTried_;
    std::shared_ptr<MidiInput> input_;
};

}  // namespace ricercar
