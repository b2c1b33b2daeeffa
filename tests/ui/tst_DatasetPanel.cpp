#include "core/base/Files.h"
#include "tests/ui/Window.h"
#include "ui/Words.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeView>

using namespace ricercar;

class tst_DatasetPanel : public QObject {
    Q_OBJECT

private slots:
    void emptyPanelSaysWhatToDo() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.find<QPushButton>("openDemo")->isVisible());
        QVERIFY(!w.find<QPushButton>("train")->isEnabled());
        QVERIFY(!w.find<QPushButton>("train")->toolTip().isEmpty());
        QVERIFY(!w.find<QPushButton>("generate")->toolTip().isEmpty());
    }

    void droppedFilesAreListedWithTheirReasons() {
        test::Window w;
        QVERIFY(w.ready());
        const QString folder = w.writePieces(3);
        writeFile(toPath(folder + QStringLiteral("/broken ö.mid")), std::string("MThd no music"));
        test::Window::drop(w.find<QWidget>("datasetPanel"), {folder});
        auto* table = w.find<QTreeView>("pieces");
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 4, 30'000);
        QTRY_VERIFY(table->isVisible());
        QTRY_VERIFY(w.find<QLabel>("summary")->text().contains(QStringLiteral("1 rejected")));

        QTest::keyClicks(w.find<QLineEdit>("search"), QStringLiteral("broken"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
        QTRY_VERIFY(w.find<QLabel>("reason")->isVisible());
        QVERIFY(w.find<QLabel>("reason")->text().contains(QStringLiteral("broken ö.mid")));
        w.find<QLineEdit>("search")->clear();
        QTRY_COMPARE(table->model()->rowCount(), 4);

        auto* states = w.find<QComboBox>("states");
        states->setFocus();
        QTest::keyClick(states, Qt::Key_End);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::keyClick(states, Qt::Key_Home);
        QTRY_COMPARE(table->model()->rowCount(), 4);
    }

    void aClickShowsThePieceInTheRoll() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(3));
        auto* table = w.find<QTreeView>("pieces");
        const QModelIndex row = table->model()->index(2, 0);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(row).center());
        QTRY_COMPARE(w.studio->session.shown().title, row.data().toString());
        QTRY_VERIFY(w.studio->session.shown().roll.steps() >= 60);
        const QString before = w.studio->session.shown().title;
        QTest::keyClick(table, Qt::Key_Up);
        QTRY_VERIFY(w.studio->session.shown().title != before);
    }

    void deleteAsksFirst() {
        test::Window w;
        QVERIFY(w.ready());
        QVERIFY(w.importPieces(2));
        auto* table = w.find<QTreeView>("pieces");
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Delete);
        auto* box = w.window->findChild<QMessageBox*>();
        QVERIFY(box);
        for (QAbstractButton* button : box->buttons())
            if (box->buttonRole(button) == QMessageBox::AcceptRole) QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(w.studio->session.pieces().size(), std::size_t{1});
    }

    void foldersWithoutMusicAreSaidSo() {
        test::Window w;
        QVERIFY(w.ready());
        QDir().mkpath(w.path(QStringLiteral("empty")));
        QSignalSpy said(&w.studio->session, &Session::said);
        test::Window::drop(w.window.get(), {w.path(QStringLiteral("empty"))});
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said.front().front().value<Severity>(), Severity::Warning);
    }
};

QTEST_MAIN(tst_DatasetPanel)
#include "tst_DatasetPanel.moc"
