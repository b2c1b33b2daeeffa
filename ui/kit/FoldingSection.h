// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QToolButton;

namespace ricercar {

class ElidedLabel;

/// Part of a form that folds behind its title; beside the title stands what is set in it, so that nothing holds unseen.
class FoldingSection : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString remembered READ remembered WRITE remember)

public:
    /// `name`: of the title's button, for tests and screen readers.
    FoldingSection(const char* name, const QString& title, QWidget* body, QWidget* parent = nullptr);

    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;
    /// Empty: nothing is set.
    void setSummary(const QString& words);
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QToolButton* button() const { return title_; }

    [[nodiscard]] QString remembered() const { return isOpen() ? QStringLiteral("open") : QString(); }
    void remember(const QString& state) { setOpen(!state.isEmpty()); }

private:
    QToolButton* title_;
    ElidedLabel* summary_;
    QWidget* body_;
};

}  // namespace ricercar
