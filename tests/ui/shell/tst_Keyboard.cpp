// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/kit/LastFolder.h"
#include "ui/pianoroll/RollView.h"
#include "ui/training/TrainForm.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QListView>
#include <QSpinBox>
#include <QTabWidget>
#include <QTreeView>

using namespace ricercar;

namespace {

bool isControl(QAccessible::Role role) {
    switch (role) {
        case QAccessible::Button:
        case QAccessible::CheckBox:
        case QAccessible::RadioButton:
        case QAccessible::ComboBox:
        case QAccessible::SpinBox:
        case QAccessible::EditableText:
        case QAccessible::Slider:
        case QAccessible::Table:
        case QAccessible::Tree:
        case QAccessible::List: return true;
        default: return false;
    }
}

QString placeOf(const QAccessibleInterface* face) {
    QStringList path;
    for (const QObject* object = face->object(); object && path.size() < 4; object = object->parent())
        path.prepend(object->objectName().isEmpty() ? QLatin1String(object->metaObject()->className()) : object->objectName());
    return path.join(QLatin1Char('/'));
}

/// Controls that say nothing to somebody who cannot see them.
void collectNameless(QAccessibleInterface* face, QStringList& nameless) {
    if (!face || !face->isValid()) return;
    const bool inside = qobject_cast<QAbstractSpinBox*>(face->object()) || qobject_cast<QComboBox*>(face->object());
    const bool ofQt = face->object() && (face->object()->objectName().startsWith(QLatin1String("qt_")) ||
                                         face->object()->inherits("QLineEditIconButton"));
    if (face->object() && !ofQt && isControl(face->role()) && face->text(QAccessible::Name).trimmed().isEmpty())
        nameless << placeOf(face);
    if (inside || face->role() == QAccessible::Table || face->role() == QAccessible::Tree || face->role() == QAccessible::List)
        return;
    for (int i = 0; i < face->childCount(); ++i) collectNameless(face->child(i), nameless);
}

}  // namespace

class tst_Keyboard : public QObject {
    Q_OBJECT

private slots:
    void aNumberFieldGivesItsFocusBack() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(1));
        QTRY_COMPARE(w.services->stage.shown().kind, StageContent::Kind::Piece);
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        auto* bars = w.find<QSpinBox>("bars");
        QTest::mouseClick(bars, Qt::LeftButton);
        bars->setFocus();
        bars->selectAll();
        QTest::keyClicks(bars, QStringLiteral("7"));
        QVERIFY(bars->hasFocus());
        QTest::keyClick(bars, Qt::Key_Return);
        QVERIFY(!bars->hasFocus());
        QCOMPARE(bars->value(), 7);
        QTest::keyClick(w.window.get(), Qt::Key_Space);
        QTRY_VERIFY(w.services->playback.playing());
        QTest::keyClick(w.window.get(), Qt::Key_Space);
        QTRY_VERIFY(!w.services->playback.playing());

        // so does a click elsewhere, on what takes no focus itself
        bars->setFocus();
        QTest::mouseClick(w.find<QTabWidget>("stage"), Qt::LeftButton);
        QVERIFY(!bars->hasFocus());
    }

    void tabIntoAListChoosesNothing() {
        test::Window w;
        QVERIFY(w.trained());
        QVERIFY(w.train(2) != 0);
        auto* stage = w.find<QTabWidget>("stage");
        stage->setCurrentIndex(0);
        const auto shown = w.services->stage.shown().id;
        for (QAbstractItemView* view : {static_cast<QAbstractItemView*>(w.find<QListView>("runs")),
                                        static_cast<QAbstractItemView*>(w.find<QTreeView>("pieces"))}) {
            QVERIFY(view);
            view->selectionModel()->clear();
            QFocusEvent tab(QEvent::FocusIn, Qt::TabFocusReason);
            QApplication::sendEvent(view, &tab);
            QVERIFY(view->selectionModel()->selectedIndexes().isEmpty());
            QCOMPARE(stage->currentIndex(), 0);
        }
        QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
        QCOMPARE(w.services->stage.shown().id, shown);
    }

    void everyControlHasAName() {
        test::Window w;
        QVERIFY(w.trained());
        for (QDockWidget* dock : w.window->findChildren<QDockWidget*>()) dock->show();
        auto* stage = w.find<QTabWidget>("stage");
        QStringList nameless;
        for (int i = 0; i < stage->count(); ++i) {
            stage->setCurrentIndex(i);
            QVERIFY(QTest::qWaitFor([&] { return w.services->jobs.idle(); }));
            collectNameless(QAccessible::queryAccessibleInterface(w.window.get()), nameless);
        }
        nameless.removeDuplicates();
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    void formsKeepTheirValues() {
        test::Window w;
        QVERIFY(w.ready());
        w.find<QSpinBox>("bars")->setValue(23);
        w.find<QDoubleSpinBox>("temperature")->setValue(1.45);
        w.find<QCheckBox>("newSeed")->setChecked(false);
        w.find<TrainForm>("trainForm")->setPreset(QStringLiteral("small"));
        w.find<QSpinBox>("epochs")->setValue(33);
        w.find<QSpinBox>("window")->setValue(96);
        setLastFolder(w.path(QString()));
        w.window->close();
        setLastFolder({});
        AppServices services(Playback::Options{false});
        const MainWindow again(services, *w.settings);
        QCOMPARE(again.findChild<QSpinBox*>(QStringLiteral("bars"))->value(), 23);
        QCOMPARE(again.findChild<QDoubleSpinBox*>(QStringLiteral("temperature"))->value(), 1.45);
        QVERIFY(!again.findChild<QCheckBox*>(QStringLiteral("newSeed"))->isChecked());
        const TrainConfig config = again.findChild<TrainForm*>(QStringLiteral("trainForm"))->config();
        QCOMPARE(config.preset, std::string("small"));
        QCOMPARE(config.epochs, 33.0);
        QCOMPARE(config.window, 96);
        QCOMPARE(lastFolder(), w.path(QString()));
        setLastFolder({});
    }
};

QTEST_MAIN(tst_Keyboard)
#include "tst_Keyboard.moc"
