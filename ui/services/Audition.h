// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <array>
#include <cstdint>
#include <optional>

namespace ricercar {

class Playback;
class Stage;
class WorkspaceStore;

/// Takes as they are listened to: which of them were heard, and the last two beside each other. Window's thread.
class Audition : public QObject {
    Q_OBJECT

public:
    Audition(WorkspaceStore& store, Stage& stage, Playback& playback, QObject* parent = nullptr);

    /// Shows a take and plays it from the start; one that plays already pauses.
    void play(std::int64_t take);
    /// The other one of the last two that sounded, from the same step on, with the same loop; it plays where this one did.
    void swap();
    [[nodiscard]] bool canSwap() const;
    /// How long a take has to sound until it counts as heard; shorter ones: most of them.
    void setHeardAfter(int milliseconds) { heardAfter_ = milliseconds; }

signals:
    /// Other takes are the last two.
    void changed();

private:
    struct Wanted {
        std::int64_t take = 0;
        double step = 0.0;
        bool playing = true;
        std::optional<std::pair<int, int>> loop{};
        bool looping = false;
    };
    void show(const Wanted& wanted);
    void shown();
    void listen();
    [[nodiscard]] std::int64_t other() const;

    WorkspaceStore& store_;
    Stage& stage_;
    Playback& playback_;
    std::optional<Wanted> wanted_;          ///< to be played once it is shown
    std::array<std::int64_t, 2> recent_{};  ///< the last two that sounded, the last first; 0: none
    std::int64_t listened_ = 0;             ///< what `heardFor_` is of
    qint64 heardFor_ = 0;                   ///< ms
    QElapsedTimer sinceLast_;
    int heardAfter_ = 3000;
};

}  // namespace ricercar
