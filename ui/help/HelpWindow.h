// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/Handbook.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QStackedWidget;
class QTreeWidget;

namespace ricercar {

class HelpBrowser;

/// The handbook in a window of its own: contents, search, back and forward.
class HelpWindow : public QWidget {
    Q_OBJECT

public:
    explicit HelpWindow(Handbook handbook, QWidget* parent = nullptr);

    /// A page, or a heading of it by its English anchor.
    void open(const QString& page, const QString& anchor = {});
    [[nodiscard]] const Handbook& handbook() const { return handbook_; }
    /// The page that is read.
    [[nodiscard]] QString page() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* tools();
    void fillContents();
    void search(const QString& words);
    void openHit(int row);
    /// `anchor`: of the language that is read.
    void openPlace(const QString& page, const QString& anchor);
    void follow();

    Handbook handbook_;
    HelpBrowser* text_;
    QTreeWidget* contents_;
    QListWidget* found_;
    QStackedWidget* side_;
    QLineEdit* search_;
    QList<HelpHit> hits_;
};

}  // namespace ricercar
