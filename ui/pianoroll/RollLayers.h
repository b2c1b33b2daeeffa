#pragma once

#include "ui/pianoroll/NoteIndex.h"
#include "ui/pianoroll/RollGeometry.h"
#include "ui/theme/Theme.h"

#include <optional>

class QPainter;

namespace ricercar {

/// What is painted: the roll, its notes, and what is marked in it.
struct RollContent {
    PianoRoll roll;
    NoteIndex notes;
    int primerSteps = 0;
    int pressedKey = -1;

    struct Loop {
        int from = 0;
        int to = 0;
        friend bool operator==(const Loop&, const Loop&) = default;
    };
    std::optional<Loop> loop;
    bool loopOn = false;
};

/// What the layers paint with.
struct RollPaint {
    QPainter& painter;
    const RollGeometry& geometry;
    const RollContent& content;
    const Theme& theme;
};

/// The layers, from the ground up. Each paints within its own part of the widget.
void paintGrid(const RollPaint& paint);
void paintNotes(const RollPaint& paint);
void paintRuler(const RollPaint& paint);
void paintKeyboard(const RollPaint& paint);
/// Over everything, from the ruler down; `step` may have a fraction.
void paintPlayhead(const RollPaint& paint, double step);

[[nodiscard]] bool isBlackKey(int pitch);

}  // namespace ricercar
