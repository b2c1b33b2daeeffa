// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Parallel.h"
#include "tests/ui/Window.h"
#include "ui/kit/Theme.h"
#include "ui/kit/WorkbenchStyle.h"
#include "ui/pianoroll/RollView.h"
#include "ui/shell/Translation.h"
#include "ui/training/LossPlot.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>

using namespace ricercar;

namespace {

constexpr int patience = 60'000;

/// The window as a person works it: with pointer and keys, on what can be seen.
class Person : public test::Window {
public:
    explicit Person(QSize size) {
        window->resize(size);
        window->resetLayout();
        QCoreApplication::processEvents();
        window->resize(size);
        QCoreApplication::processEvents();
    }

    /// Why a widget cannot be clicked; empty: it can. What lies in a form is scrolled to.
    QString hidden(QWidget* widget) const {
        if (!widget) return QStringLiteral("it is not there");
        if (!widget->isVisible()) return widget->objectName() + QStringLiteral(" is not shown");
        for (QWidget* at = widget->parentWidget(); at; at = at->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(at)) area->ensureWidgetVisible(widget);
        QCoreApplication::processEvents();
        if (!widget->isEnabled()) return widget->objectName() + QStringLiteral(" is disabled: ") + widget->toolTip();
        if (widget->visibleRegion().boundingRect() != widget->rect())
            return widget->objectName() + QStringLiteral(" is cut off");
        const QWidget* top = widget->window();
        if (!top->rect().contains({widget->mapTo(top, QPoint()), widget->size()}))
            return widget->objectName() + QStringLiteral(" is outside the window");
        const QWidget* there = top->childAt(widget->mapTo(top, widget->rect().center()));
        if (there != widget && !widget->isAncestorOf(there))
            return widget->objectName() + QStringLiteral(" is covered by ") + (there ? there->objectName() : QString());
        return {};
    }
    /// False, and said: it cannot be clicked.
    [[nodiscard]] bool click(QWidget* widget, QPoint at = {}) const {
        if (const QString why = hidden(widget); !why.isEmpty()) {
            qWarning("%s", qPrintable(why));
            return false;
        }
        QTest::mouseClick(widget, Qt::LeftButton, {}, at.isNull() ? widget->rect().center() : at);
        QCoreApplication::processEvents();
        return true;
    }
    [[nodiscard]] bool click(const char* name) const { return click(find<QWidget>(name)); }
    [[nodiscard]] bool clickTab(QTabBar* bar, int tab) const {
        if (!bar->rect().contains(bar->tabRect(tab).center())) {
            qWarning("the tab %s is not in sight", qPrintable(bar->tabText(tab)));
            return false;
        }
        return click(bar, bar->tabRect(tab).center());
    }
    [[nodiscard]] bool openPage(const char* page) const {
        auto* stage = find<QTabWidget>("stage");
        QWidget* wanted = find<QWidget>(page);
        const int tab = wanted ? stage->indexOf(wanted) : -1;
        return tab >= 0 && clickTab(stage->tabBar(), tab) && stage->currentWidget() == wanted;
    }
    /// By its tab, where it shares its place.
    [[nodiscard]] bool openDock(const char* name) const {
        auto* dock = find<QDockWidget>(name);
        if (!dock->widget()->visibleRegion().isEmpty()) return true;
        for (QTabBar* bar : window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
            for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab)
                if (bar->tabText(tab) == dock->windowTitle()) return clickTab(bar, tab);
        qWarning("%s has no tab", name);
        return false;
    }
    /// Writes over what stands in a field.
    [[nodiscard]] bool type(const char* name, const QString& words) const {
        auto* field = find<QWidget>(name);
        if (!click(field)) return false;
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, words);
        QTest::keyClick(field, Qt::Key_Return);
        return true;
    }
    /// Two bars, from the model that is chosen.
    [[nodiscard]] bool generate() const {
        const std::size_t before = services->store.takes().size();
        return openDock("generateDock") && type("bars", QStringLiteral("2")) && click("generate") &&
               QTest::qWaitFor([&] { return services->store.takes().size() > before && !services->generation.running(); },
                               patience) &&
               settled();
    }
    [[nodiscard]] bool settled() const {
        return QTest::qWaitFor([this] { return services->changes.idle() && services->jobs.idle(); }, patience);
    }
    RollView& roll() const { return *window->findChild<RollView*>(); }
};

}  // namespace

/// The three ways through the window that it is made for.
class tst_Journeys : public QObject {
    Q_OBJECT

private:
    /// Every size with both languages and both themes; where `all` is false, the narrowest without the pseudo-locale.
    static void addRows(bool all) {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        bool dark = false;
        for (const QSize size : {QSize(1024, 600), QSize(1366, 768), QSize(2560, 1440)}) {
            for (const char* language : {"de", "pseudo"}) {
                const bool wanted = all || size.width() > 1024 || (size.width() == 1024 && language == std::string_view("de"));
                if (wanted)
                    QTest::addRow("%dx%d %s %s", size.width(), size.height(), language, dark ? "dark" : "light")
                        << size << QString::fromLatin1(language) << dark;
                dark = !dark;
            }
            dark = !dark;
        }
    }

private slots:
    void init() {
        QFETCH(const QString, language);
        QFETCH(const bool, dark);
        standardThreads = 1;  // tiny work on busy machines
        translate(*QCoreApplication::instance(), language);
        QApplication::setStyle(new WorkbenchStyle);
        QApplication::setPalette(dark ? Theme::darkPalette() : Theme::lightPalette());
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void hearIt_data() { addRows(true); }
    /// First start, the demo's door, Generate, and it sounds.
    void hearIt() {
        QFETCH(const QSize, size);
        Person p(size);
        QVERIFY(p.ready());
        QCOMPARE(p.window->size(), size);
        QTRY_VERIFY(p.find<QWidget>("startPage")->isVisible());
        QVERIFY(p.click("openDemo"));
        QTRY_VERIFY_WITH_TIMEOUT(!p.services->importing.running() && p.services->store.pieces().size() > 10, patience);
        QVERIFY(p.generate());
        QCOMPARE(p.services->stage.shown().kind, StageContent::Kind::Take);
        QVERIFY(p.roll().isVisible());
        QVERIFY(p.click(&p.roll(), p.roll().geometryOfRoll().bars().topLeft() + QPoint(2, 4)));
        if (!p.services->playback.playing())  // as a take grows it is heard
            QTest::keyClick(&p.roll(), Qt::Key_Space);
        QTRY_VERIFY(p.services->playback.playing());
        QTest::keyClick(&p.roll(), Qt::Key_Space);
        QTRY_VERIFY(!p.services->playback.playing());
        QCOMPARE(p.window->size(), size);
    }

    void makeItMine_data() { addRows(false); }
    /// A folder, what was taken and why not, a training, a take of its model, a file.
    void makeItMine() {
        QFETCH(const QSize, size);
        Person p(size);
        QVERIFY(p.ready());
        const QString folder = p.writePieces(3);
        writeFile(toPath(folder + QStringLiteral("/broken.mid")), Bytes(40, 7));
        test::Window::drop(p.find<QWidget>("startPage"), {folder});
        QTRY_VERIFY_WITH_TIMEOUT(!p.services->importing.running() && p.services->store.pieces().size() == 4, patience);
        QVERIFY(p.settled());
        QVERIFY(p.openDock("datasetDock"));
        auto* table = p.find<QTreeView>("pieces");
        const auto rejected = std::ranges::find(p.services->store.pieces(), PieceState::Rejected, &Piece::state);
        QVERIFY(rejected != p.services->store.pieces().end());
        for (int row = 0; row < table->model()->rowCount(); ++row)
            for (int column = 0; column < table->model()->columnCount(); ++column)
                if (table->model()->index(row, column).data().toString() == fromUtf8(rejected->title)) {
                    const QRect cell = table->visualRect(table->model()->index(row, column));
                    QVERIFY(table->viewport()->rect().contains(cell.center()));
                    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
                }
        QTRY_COMPARE(p.services->stage.shown().id, rejected->id);
        QVERIFY(!p.find<QLabel>("reason")->text().isEmpty());

        QVERIFY(p.openPage("trainingPanel"));
        auto* preset = p.find<QComboBox>("preset");
        QVERIFY(p.hidden(preset).isEmpty());
        preset->setFocus();
        for (int i = 0; i < 9 && preset->currentData().toString() != QLatin1String("small"); ++i)
            QTest::keyClick(preset, i < 4 ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY(p.type("epochs", QStringLiteral("1")));
        QTRY_VERIFY_WITH_TIMEOUT(p.find<QPushButton>("train")->isEnabled(), patience);
        QVERIFY(p.click("train"));
        QTRY_VERIFY_WITH_TIMEOUT(!p.services->training.running() && !p.services->store.runs().empty(), patience);
        QVERIFY(p.settled());
        QVERIFY(p.find<LossPlot>("lossPlot")->trainPoints() > 0);
        QVERIFY(p.find<QWidget>("lossPlot")->isVisible());

        QVERIFY(p.generate());
        QTest::keyClick(p.window.get(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(p.window->findChild<QFileDialog*>());
        auto* dialog = p.window->findChild<QFileDialog*>();
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        QTRY_VERIFY(dialog->isVisible() && name);
        const QString file = p.path(QStringLiteral("mine.mid"));
        name->setText(file);
        static_cast<QDialog*>(dialog)->accept();  // its own proposals would take a typed Return
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file), 20'000);
        QCOMPARE(p.window->size(), size);
    }

    void understandIt_data() { addRows(false); }
    /// A note, what the model saw, the column of the tensor, another draw.
    void understandIt() {
        QFETCH(const QSize, size);
        Person p(size);
        QVERIFY(p.ready());
        QVERIFY(p.generate());
        QVERIFY(p.openDock("inspectorDock"));
        const PianoRoll roll = p.services->stage.shown().roll;
        p.roll().fit();
        const RollGeometry& g = p.roll().geometryOfRoll();
        QPoint note;
        for (int step = 2; step < roll.steps() && note.isNull(); ++step)
            for (int pitch = roll.range().lowest; pitch <= roll.range().highest; ++pitch)
                if (roll.articulates(step, pitch)) note = QPointF(g.xOf(step + 0.5), g.yOf(pitch) + g.rowHeight / 2).toPoint();
        QVERIFY(!note.isNull() && g.notes().contains(note));
        QVERIFY(p.click(&p.roll(), note));
        QTRY_VERIFY_WITH_TIMEOUT(p.services->insight.story().has_value(), 15'000);
        QTRY_VERIFY(!p.find<QLabel>("cellTitle")->text().isEmpty() && p.find<QWidget>("cellTitle")->isVisible());
        QVERIFY(p.openPage("tensorPanel"));
        QVERIFY(p.settled());
        QVERIFY(!p.find<QWidget>("tensorPanel")->visibleRegion().isEmpty());
        QVERIFY(p.openPage("rollPanel"));
        const std::size_t takes = p.services->store.takes().size();
        QVERIFY(p.openDock("inspectorDock"));
        QVERIFY(p.click("branch"));
        QTRY_VERIFY_WITH_TIMEOUT(p.services->store.takes().size() == takes + 1 && !p.services->generation.running(), patience);
        QVERIFY(p.settled());
        const auto shown = p.services->stage.shown().id;
        QVERIFY(p.click(&p.roll(), g.bars().center()));
        QTest::keyClick(&p.roll(), Qt::Key_B);
        QTRY_VERIFY(p.services->stage.shown().id != shown);
        QTRY_VERIFY(p.services->playback.playing());
        QTest::keyClick(&p.roll(), Qt::Key_Space);
        QCOMPARE(p.window->size(), size);
    }
};

QTEST_MAIN(tst_Journeys)
#include "tst_Journeys.moc"
