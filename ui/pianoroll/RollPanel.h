#pragma once

#include "ui/pianoroll/RollContent.h"

#include <QWidget>

class QLabel;
class QScrollBar;
class QToolButton;

namespace ricercar {

class RollView;
class Session;

/// The roll with its title, scroll bars and buttons; shows what the session shows.
class RollPanel : public QWidget {
    Q_OBJECT

public:
    explicit RollPanel(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] RollView& view() { return *view_; }
    /// The form that is shown; what has only one stays in that.
    [[nodiscard]] Representation representation() const;
    void setRepresentation(Representation wanted);
    /// The other form beneath.
    void setDifferences(bool shown);

private:
    void showAll();
    void showForm();
    void syncBars();

    Session& session_;
    RollView* view_;
    QLabel* title_;
    QLabel* facts_;
    QLabel* hover_;
    QToolButton *grid_, *free_, *differences_;
    QScrollBar* across_;
    QScrollBar* down_;
    Representation wanted_ = Representation::Grid;
};

}  // namespace ricercar
