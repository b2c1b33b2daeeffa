#pragma once

#include "ui/session/Session.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace ricercar {

class IconLabel;

/// A sentence above the stage: never in the way, gone with a click; information goes by itself.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void say(Severity severity, const QString& sentence);
    /// Adds what can be done to what was said last.
    void offer(const Offer& offer);
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    IconLabel* sign_;
    QLabel* text_;
    QTimer* timer_;
    QPushButton* act_;
    std::function<void()> take_;
    Severity severity_ = Severity::Info;
};

}  // namespace ricercar
