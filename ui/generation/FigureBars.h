// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Figures.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace ricercar {

struct TakeReport;
struct Theme;

/// Figures of a take, each as a mark on a line where the dataset's 5th to 95th percentile is a bar: inside it or out, by place,
/// sign and words.
class FigureBars : public QWidget {
    Q_OBJECT

public:
    enum class State { Unknown, Inside, Below, Above };
    struct Line {
        QString name;
        std::optional<double> value{};
        std::optional<FigureRange> range{};  ///< of the dataset
        int decimals = 2;
        double factor = 1.0;  ///< of what is written: 100 for a share
        QString unit{};
        [[nodiscard]] State state() const;
    };

    explicit FigureBars(QWidget* parent = nullptr);

    void setReport(const TakeReport& report);
    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
    /// "Notes a bar: 7.2; the dataset has 5.1 to 9.8: inside"
    [[nodiscard]] static QString words(const Line& line);
    [[nodiscard]] int heightForWidth(int width) const override;
    /// That shows all lines in that height.
    [[nodiscard]] int widthForHeight(int height) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {leastWidth, lineHeight()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    static constexpr int columnWidth = 208;
    static constexpr int leastWidth = 164;  ///< of a column
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] QRect rectOf(std::size_t line) const;
    void paintLine(class QPainter& painter, const QRect& area, const Line& line, const Theme& theme) const;

    std::vector<Line> lines_;
};

}  // namespace ricercar
