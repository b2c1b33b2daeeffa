#pragma once

#include <QWidget>

class QLabel;
class QScrollBar;
class QToolButton;

namespace ricercar {

class RollView;
class Session;

/// The roll with its title, scroll bars and zoom buttons; shows what the session shows.
class RollPanel : public QWidget {
    Q_OBJECT

public:
    explicit RollPanel(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] RollView& view() { return *view_; }

private:
    void showAll();
    void syncBars();

    Session& session_;
    RollView* view_;
    QLabel* title_;
    QLabel* facts_;
    QLabel* hover_;
    QScrollBar* across_;
    QScrollBar* down_;
};

}  // namespace ricercar
