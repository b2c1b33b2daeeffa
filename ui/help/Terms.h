// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

class QLabel;
class QWidget;

namespace ricercar {

class Handbook;

/// "What is this?" behind the labels of forms: a tip with the glossary's explanation, a click on the label opens the entry.
/// Which field belongs to which term stands in Terms.cpp, by the names of the fields.
class Terms : public QObject {
    Q_OBJECT

public:
    /// Labels below `window` at this moment; they find their fields as buddies.
    Terms(const Handbook& handbook, QWidget& window, QObject* parent = nullptr);

    /// The term of a field, or of its label; empty: none.
    [[nodiscard]] QString termOf(const QWidget* widget) const { return terms_.value(widget); }
    /// Shows the explanation beside the field that has the focus. False: it has none.
    bool explainFocus() const;
    /// Every term that a field may have.
    static QStringList all();

signals:
    void asked(const QString& term);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void explain(QWidget& field, QLabel* label, const QString& term, const QString& words);
    void dress(QLabel& label, const QString& term, const QString& words);

    QHash<const QWidget*, QString> terms_;
};

}  // namespace ricercar
