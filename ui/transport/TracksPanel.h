// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/Mix.h"

#include <QWidget>

class QGridLayout;
class QScrollArea;

namespace ricercar {

class Playback;

/// The tracks of what is shown, a line each: name, instrument, volume, mute, solo. For listening and exporting; the piece stays
/// as it is.
class TracksPanel : public QWidget {
    Q_OBJECT

public:
    explicit TracksPanel(Playback& playback, QWidget* parent = nullptr);

private:
    void follow();
    void rebuild();
    void addLine(int row, const Part& part);

    Playback& playback_;
    QScrollArea* area_;
    QWidget* empty_;
    std::vector<Part> shown_;
    bool working_ = false;  ///< the change comes from here
};

}  // namespace ricercar
