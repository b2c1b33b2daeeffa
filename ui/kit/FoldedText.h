// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QLabel;

namespace ricercar {

/// Selectable plain text, wrapped, as high as it needs to be up to some lines; what is longer scrolls.
class FoldedText : public QScrollArea {
    Q_OBJECT

public:
    explicit FoldedText(int mostLines, QWidget* parent = nullptr);

    /// Empty: hidden.
    void setText(const QString& text);
    [[nodiscard]] QLabel* label() const { return label_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QLabel* label_;
    int mostLines_;
};

}  // namespace ricercar
