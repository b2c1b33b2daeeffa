// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/Memory.h"

#include <QWidget>

#include <optional>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace ricercar {

/// The places that a model has in mind, each in a sentence with a button that shows it.
class MemoryList : public QWidget {
    Q_OBJECT

public:
    explicit MemoryList(QWidget* parent = nullptr);

    void setPlaces(const std::vector<RememberedPlace>& places, const PianoRoll& roll);
    /// The place whose button is down; nothing: none.
    void choose(const std::optional<RememberedPlace>& place);

signals:
    /// Nothing: it is no longer wanted.
    void placeRequested(const std::optional<ricercar::RememberedPlace>& place);

private:
    void addRow(const QString& sentence, std::size_t at);

    QVBoxLayout* column_;
    QWidget* rows_ = nullptr;
    QStringList sentences_;
    std::vector<RememberedPlace> places_;
    std::vector<QToolButton*> buttons_;
};

}  // namespace ricercar
