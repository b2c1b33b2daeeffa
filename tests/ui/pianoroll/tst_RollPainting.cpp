// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestData.h"
#include "tests/ui/pianoroll/RollHands.h"
#include "ui/canvas/Density.h"
#include "ui/kit/Theme.h"

#include <QPainter>

using namespace ricercar;
using test::note;
using test::played;
using test::viewOf;

/// Runs at the scale of QT_SCALE_FACTOR, too.
class tst_RollPainting : public QObject {
    Q_OBJECT

    /// The picture of a view and colours at logical places of it.
    struct Picture {
        explicit Picture(RollView& view) : image(view.grab().toImage()), scale(image.devicePixelRatio()) {}
        [[nodiscard]] QColor at(double x, double y) const {
            return image.pixelColor(static_cast<int>(std::floor(x * scale)), static_cast<int>(std::floor(y * scale)));
        }
        [[nodiscard]] bool has(const QColor& color, QRectF area) const {
            for (double y = area.top(); y < area.bottom(); y += 1.0 / scale)
                for (double x = area.left(); x < area.right(); x += 1.0 / scale)
                    if (at(x, y).rgb() == color.rgb()) return true;
            return false;
        }
        QImage image;
        double scale;
    };

    static QRectF boxOf(const RollView& view, const ShownNote& n) {
        const RollGeometry& g = view.geometryOfRoll();
        return {g.xOf(n.start), g.yOf(n.pitch), (n.end - n.start) * g.stepWidth, g.rowHeight};
    }

private slots:
    void aNoteStandsInItsPlace() {
        const auto view = viewOf(played({note(8, 24, 60, 80), note(40, 44, 72, 127)}, 64));
        const Picture picture(*view);
        const Theme theme = Theme::current();
        for (const ShownNote& n : view->content().notes.notes()) {
            const QRectF box = boxOf(*view, n);
            const QColor color = theme.noteOf(n.velocity);
            // Its middle, away from the name at the left, and nothing of it beyond its edges.
            QCOMPARE(picture.at(box.left() + box.width() * 0.8, box.center().y()).rgb(), color.rgb());
            QCOMPARE(picture.at(box.right() - 4, box.top() + 3).rgb(), color.rgb());
            QCOMPARE(picture.at(box.right() - 4, box.bottom() - 3).rgb(), color.rgb());
            QVERIFY(!picture.has(color, {box.right() + 1, box.top(), 20, box.height()}));
            QVERIFY(!picture.has(color, {box.left() - 20, box.top(), 18, box.height()}));
            QVERIFY(!picture.has(color, {box.left(), box.bottom() + 1, box.width(), box.height() - 2}));
        }
    }

    void selectedNotesAreFramed() {
        const auto view = viewOf(played({note(8, 24, 60), note(30, 46, 60)}, 64));
        NoteSet one;
        one.insert(1);
        view->select(one);
        const Picture picture(*view);
        const Theme theme = Theme::current();
        const QRectF box = boxOf(*view, view->content().notes.notes()[1]);
        QCOMPARE(picture.at(box.left() + box.width() * 0.8, box.center().y()).rgb(), theme.accent.rgb());
        QVERIFY(picture.has(theme.text, {box.center().x(), box.top(), 4, 3}));
        const QRectF other = boxOf(*view, view->content().notes.notes()[0]);
        QCOMPARE(picture.at(other.left() + other.width() * 0.8, other.center().y()).rgb(), theme.noteOf(80).rgb());
    }

    void notesThatTheGridLeavesOutAreHollow() {
        std::vector<ShownNote> notes{note(8, 24, 60)};
        notes[0].kept = false;
        const auto view = viewOf(played(notes, 64));
        const Picture picture(*view);
        const QRectF box = boxOf(*view, view->content().notes.notes()[0]);
        QCOMPARE(picture.at(box.center().x(), box.center().y()).rgb(), Theme::current().surface.rgb());
    }

    void aNoteThatTheGridMovedIsSeenBeneath() {
        RollContent content = played({note(8, 16, 60)}, 64);
        content.representation = Representation::Grid;
        content.ghosts = NoteIndex({note(8.4, 17.5, 60)});
        const auto view = viewOf(std::move(content));
        view->zoomTime(2);
        const Picture picture(*view);
        const Theme theme = Theme::current();
        const QRectF box = boxOf(*view, note(16, 17.5, 60));
        QVERIFY(picture.has(theme.ghost, box));
        QVERIFY(!picture.has(theme.ghost, box.translated(box.width() + 2, 0)));
        // Its start is hidden by the note but for its frame above and below.
        const QRectF start = boxOf(*view, note(8.3, 8.6, 60));
        QVERIFY(picture.has(theme.ghost, {start.left(), start.top(), start.width(), 3}));
    }

    void manyNotesBecomeDensity() {
        std::vector<ShownNote> notes;
        for (int i = 0; i < 20'000; ++i) notes.push_back(note(i, i + 0.5, i < 10'000 ? 60 : 72));
        const auto view = viewOf(played(std::move(notes), 20'000));
        const Picture picture(*view);
        const RollGeometry& g = view->geometryOfRoll();
        const auto painted = [&](int pitch, double step) {
            const QColor color = picture.at(g.xOf(step), g.yOf(pitch) + g.rowHeight / 2);
            return contrast(color, Theme::current().surface) > 1.5;
        };
        QVERIFY(painted(60, 5000) && !painted(72, 5000) && !painted(60, 15'000) && painted(72, 15'000));
        QVERIFY(!painted(61, 5000) && !painted(59, 5000));
    }

    void densityIsHowMuchIsCovered() {
        const NoteIndex index({note(0, 5, 60), note(10, 30, 61), note(32.5, 32.5, 62)});
        const DensityView all{4, 0.0, 10.0, {60, 62}};
        const QImage image = densityPicture(index, all, [](int) { return qRgb(255, 0, 0); });
        QCOMPARE(image.size(), QSize(4, 3));
        const auto alpha = [&](int column, int pitch) { return qAlpha(image.pixel(column, 62 - pitch)); };
        QCOMPARE(alpha(1, 61), 255);
        QCOMPARE(alpha(2, 61), 255);
        QVERIFY(alpha(0, 60) > 150 && alpha(0, 60) < 200);
        QVERIFY(alpha(3, 62) > 80);  // a note without length is seen
        for (const auto& [column, pitch] : {std::pair(1, 60), {0, 61}, {3, 60}, {0, 62}}) QCOMPARE(alpha(column, pitch), 0);
        NoteSet only;
        only.insert(1);
        QCOMPARE(qAlpha(densityPicture(
                            index, all, [](int) { return qRgb(0, 0, 0); }, &only)
                            .pixel(1, 1)),
                 0);
    }

    void thePlayheadAndTheLoopArePainted() {
        const auto view = viewOf(played({note(8, 24, 60)}, 64));
        view->setLoop(RollContent::Loop{16, 32}, true);
        view->setPlayhead(40);
        const Picture picture(*view);
        const RollGeometry& g = view->geometryOfRoll();
        const Theme theme = Theme::current();
        QCOMPARE(picture.at(std::round(g.xOf(40)) + 0.5, g.notes().center().y()).rgb(), theme.accent.rgb());
        QCOMPARE(picture.at(std::round(g.mapX(40)) + 0.5, g.map().center().y()).rgb(), theme.accent.rgb());
        QCOMPARE(picture.at(std::round(g.xOf(16)) + 0.5, 12).rgb(), theme.accent.rgb());
        QVERIFY(picture.at(g.xOf(24), 4) != picture.at(g.xOf(50), 4));
    }

    void aMovingPlayheadRepaintsFewPixels() {
        class Counted : public RollView {
        public:
            int pixels = 0;

        protected:
            void paintEvent(QPaintEvent* event) override {
                for (const QRect& part : event->region()) pixels += part.width() * part.height();
                RollView::paintEvent(event);
            }
        };
        Counted view;
        view.resize(900, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setContent(played({note(8, 24, 60)}, 64), true);
        view.setPlayhead(30);
        QCoreApplication::processEvents();
        view.pixels = 0;
        view.setPlayhead(30.5);
        QCoreApplication::processEvents();
        QVERIFY(view.pixels > 0);
        QVERIFY2(view.pixels < 900 * 500 / 10, qPrintable(QString::number(view.pixels)));
        // What the moving left is what painting all anew makes.
        const QImage moved = view.grab().toImage();
        view.setHint({});
        view.repaint();
        QCOMPARE(view.grab().toImage(), moved);
    }

    void velocitiesStandInTheLane() {
        const auto view = viewOf(played({note(8, 24, 60, 40), note(40, 44, 72, 120)}, 64));
        const Picture picture(*view);
        const RollGeometry& g = view->geometryOfRoll();
        for (const ShownNote& n : view->content().notes.notes()) {
            const double x = std::round(g.xOf(n.start)) + 0.5;
            QCOMPARE(picture.at(x, g.lane().bottom() - 2).rgb(), Theme::current().noteOf(n.velocity).rgb());
            QVERIFY(picture.at(x, g.yOfVelocity(n.velocity) - 8) != Theme::current().noteOf(n.velocity));
            QCOMPARE(g.velocityAt(g.yOfVelocity(n.velocity)), static_cast<int>(n.velocity));
        }
    }

    void aScaleLightsItsRows() {
        const auto view = viewOf(played({note(8, 9, 60)}, 64));
        view->setScale(Scale{2, Mode::Major});
        const Picture picture(*view);
        const RollGeometry& g = view->geometryOfRoll();
        const Theme theme = Theme::current();
        const auto row = [&](int pitch) { return picture.at(g.xOf(32.5), g.yOf(pitch) + g.rowHeight / 2); };
        QCOMPARE(row(62).rgb(), theme.rowTonic.rgb());
        QCOMPARE(row(64).rgb(), theme.surface.rgb());
        QCOMPARE(row(66).rgb(), theme.surface.rgb());
        QCOMPARE(row(65).rgb(), theme.rowOut.rgb());
    }

    void barLinesStandWhereTheBarsBegin() {
        Score score;
        score.division.ticksPerQuarter = 4;
        score.meters = {{0, {4, 4}}, {32, {3, 4}}};
        RollContent content = played({note(0, 1, 60)}, 68);
        content.bars = BarMap(score);
        const auto view = viewOf(std::move(content));
        const Picture picture(*view);
        const RollGeometry& g = view->geometryOfRoll();
        const double y = g.yOf(62) + g.rowHeight / 2;
        for (const int bar : {16, 32, 44, 56})
            QCOMPARE(picture.at(std::round(g.xOf(bar)) + 0.2, y).rgb(), Theme::current().barLine.rgb());
        QVERIFY(picture.at(std::round(g.xOf(48)) + 0.2, y) != Theme::current().barLine);
    }

    void theSameIsPaintedIntoAnyPicture() {
        const auto view = viewOf(played({note(8, 24, 60), note(30, 46, 64)}, 64));
        QImage image(view->size() * 2, QImage::Format_RGB32);
        image.setDevicePixelRatio(2.0);
        QPainter painter(&image);
        painter.setFont(view->font());
        view->paintAll(painter, 2.0);
        painter.end();
        const QRectF box = boxOf(*view, view->content().notes.notes()[0]);
        QCOMPARE(image.pixelColor((QPointF(box.right() - 4, box.center().y()) * 2).toPoint()).rgb(),
                 Theme::current().noteOf(80).rgb());
    }

    void aThemeOfTheMomentIsUsed() {
        const QPalette before = QApplication::palette();
        const auto view = viewOf(played({note(8, 24, 60)}, 64));
        QApplication::setPalette(Theme::darkPalette());
        QCoreApplication::processEvents();
        const QRectF box = boxOf(*view, view->content().notes.notes()[0]);
        QCOMPARE(Picture(*view).at(box.right() - 4, box.center().y()).rgb(), Theme(Theme::darkPalette()).noteOf(80).rgb());
        QApplication::setPalette(before);
    }
};

QTEST_MAIN(tst_RollPainting)
#include "tst_RollPainting.moc"
