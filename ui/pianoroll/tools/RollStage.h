// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollContent.h"
#include "ui/canvas/RollGeometry.h"

#include <QRectF>

namespace ricercar {

class Editor;
class RollNavigator;

/// What tools act upon: the view, without its being a widget.
class RollStage {
public:
    virtual ~RollStage() = default;

    [[nodiscard]] virtual const RollGeometry& geometryOfRoll() const = 0;
    [[nodiscard]] virtual const RollContent& content() const = 0;
    [[nodiscard]] virtual double playhead() const = 0;
    virtual RollNavigator& navigator() = 0;
    /// nullptr: what is shown cannot be changed.
    virtual Editor* editor() = 0;

    virtual void select(const NoteSet& notes) = 0;
    /// A place without notes; nothing: none.
    virtual void markArea(std::optional<RollContent::Area> area) = 0;
    /// The note that the keyboard is at comes into view.
    virtual void setCurrent(std::optional<NoteId> note) = 0;
    /// The key sounds until another does; -1: none.
    virtual void pressKey(int pitch) = 0;
    /// Steps.
    virtual void chooseLoop(int from, int to) = 0;
    virtual void chooseSeek(double step) = 0;
    virtual void setLaneHeight(int height) = 0;
    /// What a tool paints has changed there.
    virtual void refresh(const QRectF& area) = 0;
};

}  // namespace ricercar
