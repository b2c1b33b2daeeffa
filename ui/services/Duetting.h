// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duet/Duet.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <memory>

namespace ricercar {

class Changes;
class Generation;
class Jobs;
class Notices;
class Playback;
class Stage;
class WorkspaceStore;

/// A duet of the person at the keys with a model: it sounds through what the transport plays through, its notes grow in the
/// roll, and in the end it is kept as a take. The window's thread.
class Duetting : public QObject {
    Q_OBJECT

public:
    Duetting(Jobs& jobs, WorkspaceStore& store, Changes& changes, Stage& stage, Notices& notices, Generation& generation,
             Playback& playback, QObject* parent = nullptr);
    ~Duetting() override;

    /// Reads the model, then counts in. How it is drawn is the model's own way but for temperature, seed and scale of
    /// `settings`.
    void start(const std::filesystem::path& model, const DuetSettings& settings);
    void stop();
    [[nodiscard]] bool running() const { return duet_ != nullptr || opening_; }
    /// While it runs.
    [[nodiscard]] DuetView view() const { return duet_ ? duet_->view() : DuetView(); }
    [[nodiscard]] const DuetSettings& settings() const { return settings_; }
    /// A key that is no MIDI keyboard's: heard, and played.
    void keyDown(int pitch, int velocity);
    void keyUp(int pitch);
    /// Ports, and the one that is chosen, for people; empty where there is none.
    [[nodiscard]] QString keyboardName() const;

signals:
    void runningChanged();
    /// 30 times a second while it runs.
    void moved();
    void keyboardChanged();

private:
    struct Post;
    void begin(std::shared_ptr<Duet> duet);
    void drain();
    void key(const MidiMessage& message);
    void keep(Take take);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Changes& changes_;
    Stage& stage_;
    Notices& notices_;
    Generation& generation_;
    Playback& playback_;
    QTimer timer_;
    DuetSettings settings_;
    std::shared_ptr<Post> post_;
    std::shared_ptr<Duet> duet_;
    bool opening_ = false;
    bool drawing_ = false;    ///< the roll shows it
    bool listening_ = false;  ///< the transport played drafts along before
};

}  // namespace ricercar
