#pragma once

#include "ui/session/Session.h"

#include <QFrame>

class QLabel;
class QTimer;

namespace ricercar {

/// A sentence above the stage: never in the way, gone with a click; information goes by itself.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void say(Severity severity, const QString& sentence);
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* sign_;
    QLabel* text_;
    QTimer* timer_;
    Severity severity_ = Severity::Info;
};

}  // namespace ricercar
