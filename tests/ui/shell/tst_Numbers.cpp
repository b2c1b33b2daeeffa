// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/shell/Translation.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QToolButton>

using namespace ricercar;

namespace {

/// All that a widget shows or says.
QStringList textsOf(const QWidget* widget) {
    QStringList texts{widget->toolTip(), widget->accessibleName()};
    if (const auto* label = qobject_cast<const QLabel*>(widget)) texts << label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) texts << button->text();
    if (const auto* field = qobject_cast<const QAbstractSpinBox*>(widget)) texts << field->text();
    if (const auto* box = qobject_cast<const QComboBox*>(widget))
        for (int i = 0; i < box->count(); ++i) texts << box->itemText(i);
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model())
        for (int row = 0; row < std::min(view->model()->rowCount(), 20); ++row)
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                const QVariant value = view->model()->index(row, column).data();
                texts << (value.userType() == QMetaType::Int || value.userType() == QMetaType::LongLong
                              ? QLocale().toString(value.toLongLong())
                              : value.toString());
                texts << view->model()->index(row, column).data(Qt::ToolTipRole).toString();
            }
    return texts;
}

/// A number of four digits and more without separator, which is no year, seed, place in the music or name of a file.
QString ungrouped(const QString& text) {
    static const QRegularExpression other(
        QStringLiteral("<[^>]*>|/\\S*|\\b20\\d\\d\\b|\\d+\\.\\d+\\b(?= in|$)|bars? \\d+(–\\d+)?|Takt \\d+|[sS]eed \\d+"));
    static const QRegularExpression number(QStringLiteral("(?<![\\d.,#])\\d{4,}"));
    return number.match(QString(text).remove(other)).captured();
}

}  // namespace

/// Thousands are written one way in the whole window.
class tst_Numbers : public QObject {
    Q_OBJECT

private slots:
    void thousandsAreGroupedEverywhere_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("bars");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("1,250");
        QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("1.250");
    }
    void thousandsAreGroupedEverywhere() {
        QFETCH(const QString, language);
        QFETCH(const QString, bars);
        translate(*QCoreApplication::instance(), language);
        test::Window w;
        QVERIFY(w.importPieces(1, 1250 * 16));
        w.services->stage.showPiece(w.services->store.pieces().front().id);
        QVERIFY(w.train() != 0);
        TakeRequest request;
        request.checkpoint = w.services->store.checkpoints().front().path;
        request.bars = 2;
        request.settings.seed = 123456;
        w.services->generation.start(request, QStringLiteral("take"));
        QTRY_VERIFY_WITH_TIMEOUT(!w.services->generation.running() && w.services->jobs.idle(), 60'000);
        w.services->stage.showPiece(w.services->store.pieces().front().id);
        w.find<QSpinBox>("epochs")->setValue(12'000);
        w.find<QToolButton>("advanced")->setChecked(true);

        QStringList faults;
        QString all;
        const auto look = [&](const QString& page) {
            QCoreApplication::processEvents();
            for (const QWidget* widget : w.window->findChildren<QWidget*>()) {
                if (!widget->isVisible() || widget->objectName().endsWith(QLatin1String("seed"), Qt::CaseInsensitive)) continue;
                if (qobject_cast<const QLineEdit*>(widget) && qobject_cast<const QAbstractSpinBox*>(widget->parent())) continue;
                for (const QString& text : textsOf(widget)) {
                    all += text + QLatin1Char('\n');
                    if (const QString number = ungrouped(text); !number.isEmpty())
                        faults << QStringLiteral("%1: %2 in “%3” (%4)").arg(page, number, text, widget->objectName());
                }
            }
        };
        auto* stage = w.find<QTabWidget>("stage");
        for (int page = 0; page < stage->count(); ++page) {
            stage->setCurrentIndex(page);
            look(stage->tabText(page));
        }
        for (QDockWidget* dock : w.window->findChildren<QDockWidget*>()) {
            dock->show();
            dock->raise();
            look(dock->windowTitle());
        }
        faults.removeDuplicates();
        for (const QString& fault : faults) qWarning("%s", qPrintable(fault));
        QVERIFY(faults.isEmpty());
        QVERIFY(all.contains(bars));
        const QLocale locale;
        QVERIFY(all.contains(locale.toString(12'000)));
    }
};

QTEST_MAIN(tst_Numbers)
#include "tst_Numbers.moc"
