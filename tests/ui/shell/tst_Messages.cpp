// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/shell/MessageBar.h"
#include "ui/words/Words.h"

#include <QToolButton>

using namespace ricercar;

namespace {

constexpr int patience = 30'000;

/// The window with what its message bar says.
struct Said : test::Window {
    MessageBar& bar = *find<MessageBar>("messageBar");
    [[nodiscard]] bool says(const char* words) const { return bar.sentence().contains(QLatin1String(words)); }
};

}  // namespace

/// What a person is told stands as long as its cause does.
class tst_Messages : public QObject {
    Q_OBJECT

private slots:
    void standingOnesComeBackWhenEventsAreOver() {
        Said w;
        Notices& notices = w.services->notices;
        notices.post(About::Sound, Severity::Warning, QStringLiteral("no sound"));
        notices.post(About::Export, Severity::Error, QStringLiteral("not written"));
        notices.post(Severity::Info, QStringLiteral("event"));
        QVERIFY(w.says("event"));
        QTest::mouseClick(w.bar.findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(w.says("not written"));
        notices.post(About::Export, Severity::Error, QStringLiteral("still not"));
        QVERIFY(w.says("still not"));
        notices.withdraw(About::Export);
        QVERIFY(w.says("no sound"));
        notices.post(Severity::Warning, QStringLiteral("odd"));
        notices.withdraw(About::Sound);
        QVERIFY(w.says("odd"));
        notices.post(About::Sound, Severity::Warning, QStringLiteral("no sound"));
        QVERIFY(w.services->store.isOpen());
        notices.post(About::Training, Severity::Error, QStringLiteral("disk full"));
        w.services->store.open(toPath(w.path(QStringLiteral("other.ricercar-db"))));
        QTRY_VERIFY(w.says("no sound"));  // of the program, not of the workspace
        notices.withdraw(About::Sound);
        QVERIFY(w.bar.sentence().isEmpty());
    }

    void aWorkspaceThatOpensEndsWhatTheLastTrySaid() {
        Said w;
        w.services->store.open("/proc/nowhere/none.ricercar-db");
        QTRY_VERIFY(!w.bar.sentence().isEmpty());
        w.services->store.open(toPath(w.path(QStringLiteral("good.ricercar-db"))));
        QTRY_VERIFY(w.bar.sentence().isEmpty());
    }

    void aFileThatIsBack() {
        Said w;
        QTRY_VERIFY(w.services->jobs.idle());
        Watch& watch = w.services->watch;
        watch.look();
        QTRY_VERIFY(w.services->jobs.idle());
        const auto path = w.services->store.path();
        auto away = path;
        std::filesystem::rename(path, away += ".away");
        QTRY_VERIFY_WITH_TIMEOUT((watch.look(), w.says("is gone")), patience);
        std::filesystem::rename(away, path);
        QTRY_VERIFY_WITH_TIMEOUT((watch.look(), !w.says("is gone")), patience);
    }

    void anImportThatFindsSomething() {
        Said w;
        QVERIFY(QDir().mkpath(w.path(QStringLiteral("empty"))));
        w.services->importing.start({toPath(w.path(QStringLiteral("empty")))});
        QTRY_VERIFY(!w.bar.sentence().isEmpty());
        const QString failed = w.bar.sentence();
        QVERIFY(w.importPieces(1));
        QVERIFY(w.bar.sentence() != failed);
        QVERIFY(w.says("added"));
    }

    void anExportThatIsWritten() {
        Said w;
        QVERIFY(w.importPieces(1));
        w.services->stage.showPiece(w.services->store.pieces().front().id);
        QTRY_VERIFY(w.services->stage.shown().roll.steps() > 0);
        w.services->exporting.exportMidi(QStringLiteral("/proc/nowhere/a.mid"));
        QTRY_VERIFY(w.says("/proc/nowhere"));
        w.services->exporting.exportMidi(w.path(QStringLiteral("a.mid")));
        QTRY_VERIFY(w.says("Written"));
        QTest::mouseClick(w.bar.findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(w.bar.sentence().isEmpty());
    }

    void aTrainingThatGoesOn() {
        Said w;
        const auto failed = [&] {
            QSignalSpy running(&w.services->training, &Training::runningChanged);
            w.services->training.start(presetConfig("small"));
            return QTest::qWaitFor([&] { return running.size() == 2; }, patience);
        };
        QVERIFY(failed());  // there is nothing to train on
        QVERIFY(!w.bar.sentence().isEmpty());
        const QString sentence = w.bar.sentence();
        QVERIFY(w.importPieces(3));
        w.services->notices.post(About::Training, Severity::Error, sentence);
        QVERIFY(w.train() != 0);
        QVERIFY(w.says("Training finished"));  // nor is there a remark of the run that is over
        QTest::mouseClick(w.bar.findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY2(w.bar.sentence().isEmpty(), qPrintable(w.bar.sentence()));
    }

    void aTakeThatIsSaved() {
        Said w;
        QTRY_VERIFY(w.services->jobs.idle());
        const auto path = w.services->store.path();
        auto away = path;
        std::filesystem::rename(path, away += ".away");  // nothing can be written there, as on a full disk
        TakeRequest request;
        request.checkpoint = w.services->store.checkpoints().back().path;
        request.bars = 2;
        request.settings.seed = 11;
        w.services->generation.start(request, QStringLiteral("take"));
        QTRY_VERIFY_WITH_TIMEOUT(w.says("not saved yet"), patience);
        std::filesystem::rename(away, path);
        w.services->store.saveUnsaved();
        QTRY_VERIFY_WITH_TIMEOUT(!w.services->store.hasUnsaved(), patience);
        QVERIFY(!w.says("not saved yet"));
    }

    void soundThatIsThere() {
        Said w;
        w.services->playback.soundOutput().choose({Output::Kind::Port, QStringLiteral("none of the ports")});
        QTRY_VERIFY_WITH_TIMEOUT(!w.bar.sentence().isEmpty(), patience);
        w.services->playback.soundOutput().choose({Output::Kind::Silence, {}});
        QTRY_VERIFY(w.bar.sentence().isEmpty());
    }
};

QTEST_MAIN(tst_Messages)
#include "tst_Messages.moc"
