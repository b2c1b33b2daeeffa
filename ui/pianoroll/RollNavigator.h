// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/RollContent.h"
#include "ui/canvas/RollGeometry.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ricercar {

enum class Follow { Off, Page, Smooth };

/// Zoom and scroll of a roll: keeps them in the window, glides, follows the playhead.
class RollNavigator : public QObject {
    Q_OBJECT

public:
    RollNavigator(const RollContent& content, QObject* parent = nullptr);

    [[nodiscard]] const RollGeometry& geometry() const { return geometry_; }
    /// Length and range are the content's; everything is shown, where it was before or `fitted`.
    void contentChanged(bool fitted);
    void resize(QSize size);
    /// 0: no lane.
    void setLaneHeight(int height);
    void setMapShown(bool shown);

    void scrollTo(double x, double y);
    void scrollBy(double x, double y) { scrollTo(geometry_.scrollX + x, geometry_.scrollY + y); }
    void zoomTime(double factor, double x);
    void zoomPitch(double factor, double y);
    void fit();
    /// With a margin.
    void fitSteps(double from, double to);
    /// Exactly these, from edge to edge.
    void showSteps(double from, double to);
    void fitSelection();
    void fitLoop();
    /// The smallest scroll that shows it.
    void reveal(double from, double to, int pitch);
    /// Scrolls on at so many pixels a second, ever slower.
    void glide(QPointF speed);
    void rest() { gliding_.stop(); }
    [[nodiscard]] bool isGliding() const { return gliding_.isActive(); }
    /// Motion that explains nothing is left out.
    void setCalm(bool calm) { calm_ = calm; }
    void setFollow(Follow follow) { follow_ = follow; }
    [[nodiscard]] Follow follow() const { return follow_; }
    /// Scrolls so that the playhead is seen.
    void followTo(double step);
    /// The end of the music comes into view.
    void followEnd();

signals:
    void changed();

private:
    void glideOn();
    void moved();

    const RollContent& content_;
    RollGeometry geometry_;
    QTimer gliding_;
    QElapsedTimer since_;
    QPointF speed_;
    Follow follow_ = Follow::Page;
    bool fitted_ = true;  ///< everything is shown, and nobody has zoomed or scrolled since: stays so when the size changes
    bool calm_ = false;
};

}  // namespace ricercar
