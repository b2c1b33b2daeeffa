// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Icons.h"
#include "ui/kit/Theme.h"
#include "ui/kit/WorkbenchStyle.h"

#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QStyleOption>
#include <QtTest>

using namespace ricercar;

class tst_Theme : public QObject {
    Q_OBJECT

    static void palettes() {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << Theme::lightPalette();
        QTest::newRow("dark") << Theme::darkPalette();
        QTest::newRow("system") << QGuiApplication::palette();
        QPalette grey(QColor(0xb0, 0xb0, 0xb0));
        QTest::newRow("grey") << grey;
    }

private slots:
    void contrastIsTheOneOfWcag() {
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
        // #767676 on white is the well-known grey that just passes AA.
        QVERIFY(contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
        QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
    }

    void words_data() { palettes(); }
    void words() {
        QFETCH(const QPalette, palette);
        const Theme theme(palette);
        for (const QColor& ground : {theme.surface, theme.window})
            for (const QColor& color : {theme.text, theme.mutedText, theme.goodText, theme.warningText, theme.errorText})
                QVERIFY2(contrast(color, ground) >= 4.5,
                         qPrintable(QStringLiteral("%1 on %2").arg(color.name(), ground.name())));
        for (const QColor& ground : {theme.warningBack, theme.errorBack, theme.infoBack})
            QVERIFY2(contrast(theme.text, ground) >= 4.5, qPrintable(ground.name()));
        QVERIFY(contrast(theme.keyText, theme.whiteKey) >= 4.5);
        QVERIFY(contrast(theme.onAccent, theme.accent) >= 3.0);
    }

    void emptyBoxesAreSeen_data() { palettes(); }
    void emptyBoxesAreSeen() {
        QFETCH(const QPalette, palette);
        WorkbenchStyle style;
        QStyleOptionButton option;
        option.palette = palette;
        option.rect = {4, 4, 14, 14};
        option.state = QStyle::State_Enabled | QStyle::State_Off;
        const QColor window = palette.color(QPalette::Window);
        for (const auto box :
             {QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorItemViewItemCheck, QStyle::PE_IndicatorRadioButton}) {
            QImage image(22, 22, QImage::Format_RGB32);
            image.fill(window);
            QPainter painter(&image);
            style.drawPrimitive(box, &option, &painter);
            painter.end();
            for (const QPoint edge : {QPoint(11, 4), QPoint(4, 11), QPoint(11, 17), QPoint(17, 11)})
                QVERIFY2(contrast(image.pixelColor(edge), window) >= 2.9, qPrintable(image.pixelColor(edge).name()));
        }
    }

    void marks_data() { palettes(); }
    void marks() {
        QFETCH(const QPalette, palette);
        const Theme theme(palette);
        const auto visible = [](const QColor& mark, const QColor& ground) { return contrast(mark, ground) >= 3.0; };
        for (const QColor& ground : {theme.surface, theme.rowDark, theme.rowOut, theme.rowTonic}) {
            for (int velocity = 0; velocity <= 127; ++velocity)
                QVERIFY2(visible(theme.noteOf(velocity), ground), qPrintable(QString::number(velocity)));
            QVERIFY(visible(theme.ghost, ground));
            QVERIFY(visible(theme.primerNote, ground));
            QVERIFY(visible(theme.accent, theme.surface));
        }
        for (const QColor& series : {theme.train, theme.validation, theme.best}) QVERIFY(visible(series, theme.surface));
        for (const QColor& sign : {theme.good, theme.warning, theme.error}) QVERIFY(visible(sign, theme.surface));
        QVERIFY(theme.train != theme.validation);
        QVERIFY(contrast(theme.noteOf(127), theme.noteOf(20)) >= 1.4);
    }

    void ownPalettesAreReadable() {
        for (const QPalette& p : {Theme::lightPalette(), Theme::darkPalette()}) {
            QVERIFY(contrast(p.color(QPalette::ButtonText), p.color(QPalette::Button)) >= 4.5);
            QVERIFY(contrast(p.color(QPalette::HighlightedText), p.color(QPalette::Highlight)) >= 4.5);
            QVERIFY(contrast(p.color(QPalette::Link), p.color(QPalette::Window)) >= 4.5);
            QVERIFY(contrast(p.color(QPalette::ToolTipText), p.color(QPalette::ToolTipBase)) >= 4.5);
        }
    }

    void iconsAreDrawnInThePalettesColours() {
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 20);
        for (const QString& file : files) {
            const QString name = file.chopped(4);
            const QImage image = icon(name, Qt::red).pixmap(32, 32).toImage();
            bool drawn = false, red = true;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() < 250) continue;
                    drawn = true;
                    red = red && pixel.red() > 200 && pixel.green() < 40;
                }
            QVERIFY2(drawn, qPrintable(name));
            if (name != QLatin1String("ricercar")) QVERIFY2(red, qPrintable(name));
        }
    }
};

QTEST_MAIN(tst_Theme)
#include "tst_Theme.moc"
