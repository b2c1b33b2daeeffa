// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Parallel.h"
#include "core/dataset/Remedying.h"
#include "tests/ui/Window.h"
#include "ui/kit/Look.h"
#include "ui/kit/Theme.h"
#include "ui/settings/Preferences.h"
#include "ui/settings/Shortcuts.h"
#include "ui/settings/WorkSettings.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTreeWidget>

using namespace ricercar;

namespace {

void choose(QComboBox* box, const QVariant& value) {
    const int row = box->findData(value);
    QVERIFY(row >= 0);
    box->setCurrentIndex(row);
    emit box->activated(row);
}

/// The preferences as the menu opens them.
Preferences* opened(const test::Window& w) {
    w.find<QAction>("preferences")->trigger();
    return w.window->findChild<Preferences*>();
}

bool select(Preferences* dialog, const QString& command) {
    auto* list = dialog->findChild<QTreeWidget*>(QStringLiteral("shortcutList"));
    const auto found = list->findItems(command, Qt::MatchExactly | Qt::MatchRecursive);
    if (found.isEmpty()) return false;
    list->setCurrentItem(found.front());
    return true;
}

}  // namespace

class tst_Preferences : public QObject {
    Q_OBJECT

private slots:
    void pagesAndNotModal() {
        test::Window w;
        QVERIFY(w.ready());
        Preferences* dialog = opened(w);
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        auto* pages = dialog->findChild<QTabWidget*>(QStringLiteral("preferencePages"));
        QCOMPARE(pages->count(), 4);
        QCOMPARE(pages->currentIndex(), 0);
        w.find<QAction>("soundSettings")->trigger();
        QCOMPARE(pages->currentIndex(), 1);
        QCOMPARE(w.window->findChildren<Preferences*>().size(), 1);
    }

    void pitchNamesAndLanguage() {
        test::Window w;
        QVERIFY(w.ready());
        const PitchNames before = pitchNames();
        Preferences* dialog = opened(w);
        choose(dialog->findChild<QComboBox*>(QStringLiteral("pitchNames")), static_cast<int>(PitchNames::Solfege));
        QCOMPARE(pitchNames(), PitchNames::Solfege);
        choose(dialog->findChild<QComboBox*>(QStringLiteral("language")), QStringLiteral("de"));
        QCOMPARE(w.settings->value(QStringLiteral("window/language")).toString(), QStringLiteral("de"));
        setPitchNames(before);
    }

    void threadsAreTakenByTheNextWorkAndKept() {
        test::Window w;
        QVERIFY(w.ready());
        auto* threads = opened(w)->findChild<QSpinBox*>(QStringLiteral("standardThreads"));
        QCOMPARE(threads->value(), 0);
        QCOMPARE(threadCount(0), allThreads());
        threads->setValue(3);
        QCOMPARE(threadCount(0), 3);
        QCOMPARE(threadCount(2), 2);
        standardThreads = 0;
        restoreWork(*w.settings, w.services->editing);
        QCOMPARE(threadCount(0), 3);
        threads->setValue(0);
        QCOMPARE(threadCount(0), allThreads());
    }

    void editsAreSavedWhenChosen() {
        test::Window w;
        QVERIFY(w.importPieces(2));
        AppServices& services = *w.services;
        const auto& pieces = services.store.pieces();
        const auto id = pieces.front().id, other = pieces.back().id;
        services.stage.showPiece(id);
        QTRY_VERIFY(services.stage.shown().id == id && services.editing.locked().isEmpty());
        const auto edit = [&] {
            NoteChange change;
            change.removed = {services.stage.shown().score->notes.front()};
            services.editing.push(QStringLiteral("Remove"), change);
        };
        const auto versions = [&] { return Workspace::existing(services.store.path()).versions().of(id).size(); };
        const auto settled = [&] { return services.changes.idle() && services.jobs.idle(); };
        const auto before = versions();
        auto* saving = opened(w)->findChild<QComboBox*>(QStringLiteral("autosave"));
        choose(saving, int{Editing::WhenNeeded});
        edit();
        QTRY_VERIFY(settled());
        QCOMPARE(versions(), before);
        QVERIFY(services.editing.holds() && w.window->isWindowModified());
        w.find<QAction>("saveEdits")->trigger();
        QTRY_COMPARE(versions(), before + 1);
        QVERIFY(!services.editing.holds() && !w.window->isWindowModified());
        QTRY_VERIFY(settled());

        edit();
        QVERIFY(services.editing.holds());
        services.stage.showPiece(other);
        QTRY_COMPARE(services.stage.shown().id, other);
        services.stage.showPiece(id);
        QTRY_VERIFY(services.stage.shown().id == id && services.editing.locked().isEmpty());
        QVERIFY(!services.editing.holds());

        services.editing.setSaving(1);
        edit();
        QVERIFY(services.editing.holds());
        QTRY_VERIFY(!services.editing.holds() && settled());
        choose(saving, 60);
        edit();
        const auto notes = services.stage.shown().score->notes.size();
        w.window->close();
        const Workspace workspace = Workspace::existing(services.store.path());
        QCOMPARE(sourceOf(workspace, *workspace.pieces().find(id)).score.notes.size(), notes);
        services.editing.setSaving(Editing::AtOnce);
        restoreWork(*w.settings, services.editing);
        QCOMPARE(services.editing.saving(), 60);
    }

    void theThemeIsInForceAtOnceAndKept() {
        const QPalette before = QApplication::palette();
        {
            QTemporaryDir folder;
            QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
            AppServices services(Playback::Options{false});
            Look look(Scheme::Light);
            MainWindow window(services, settings, &look);
            window.findChild<QAction*>(QStringLiteral("preferences"))->trigger();
            auto* dialog = window.findChild<Preferences*>();
            choose(dialog->findChild<QComboBox*>(QStringLiteral("theme")), QStringLiteral("dark"));
            QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::darkPalette().color(QPalette::Window));
            QCOMPARE(settings.value(QStringLiteral("window/theme")).toString(), QStringLiteral("dark"));
        }
        QApplication::setPalette(before);
    }

    void keysAreChosenKeptAndReset() {
        test::Window w;
        QVERIFY(w.ready());
        Preferences* dialog = opened(w);
        dialog->showPage("shortcutsPage");
        auto* keys = dialog->findChild<QKeySequenceEdit*>(QStringLiteral("shortcutKeys"));
        QVERIFY(!keys->isEnabled());
        QVERIFY(select(dialog, QStringLiteral("Import MIDI files")));
        QVERIFY(keys->isEnabled());
        auto* action = w.find<QAction>("importFiles");
        const QKeySequence usual = action->shortcut();
        keys->setKeySequence(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
        emit keys->editingFinished();
        QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
        // those of another command are refused, and it is said whose they are
        keys->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_G));
        emit keys->editingFinished();
        QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("shortcutProblem"))->text().contains(QStringLiteral("Generate")));
        {
            MainWindow again(*w.services, *w.settings);
            QCOMPARE(again.findChild<QAction*>(QStringLiteral("importFiles"))->shortcut(),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
        }
        dialog->findChild<QPushButton*>(QStringLiteral("noShortcut"))->click();
        QVERIFY(action->shortcut().isEmpty());
        dialog->findChild<QPushButton*>(QStringLiteral("usualShortcut"))->click();
        QCOMPARE(action->shortcut(), usual);
        QVERIFY(!w.settings->contains(QStringLiteral("shortcuts/importFiles")));
    }

    void commandsAreFound() {
        test::Window w;
        QVERIFY(w.ready());
        Preferences* dialog = opened(w);
        auto* list = dialog->findChild<QTreeWidget*>(QStringLiteral("shortcutList"));
        dialog->findChild<QLineEdit*>(QStringLiteral("searchShortcuts"))->setText(QStringLiteral("metronome"));
        int seen = 0;
        for (QTreeWidgetItemIterator at(list); *at; ++at) seen += !(*at)->isHidden() && (*at)->childCount() == 0 ? 1 : 0;
        QCOMPARE(seen, 1);
        QVERIFY(select(dialog, QStringLiteral("Metronome")));
    }
};

QTEST_MAIN(tst_Preferences)
#include "tst_Preferences.moc"
