// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BenchWindow.h"
#include "tests/bench/Benches.h"
#include "tests/bench/MidiMaker.h"
#include "tests/bench/Work.h"

#include "core/dataset/Importer.h"
#include "ui/services/AppServices.h"
#include "ui/shell/MainWindow.h"
#include "ui/words/Words.h"

#include <QDockWidget>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>

#include <algorithm>
#include <functional>
#include <map>
#include <stdexcept>

namespace ricercar::bench {
namespace {

constexpr int pieceCount = 5000;
constexpr std::size_t pieceBytes = 3000;
constexpr int mostSeconds = 120;

/// Lets the window live until a condition holds.
void waitFor(const std::function<bool()>& condition, const char* what) {
    QElapsedTimer clock;
    clock.start();
    while (!condition()) {
        if (clock.elapsed() > mostSeconds * 1000) throw std::runtime_error(std::string("the window waits in vain: ") + what);
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
}

void rest(int milliseconds) {
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) QApplication::processEvents(QEventLoop::AllEvents, 20);
}

void send(QWidget& widget, QEvent::Type type, QPointF at) {
    const auto down = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
    QMouseEvent event(type, at, widget.mapToGlobal(at), Qt::LeftButton, down, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

void click(QWidget& widget, QPointF at) {
    send(widget, QEvent::MouseButtonPress, at);
    send(widget, QEvent::MouseButtonRelease, at);
}

/// Milliseconds until what was asked for is done and painted, as far as the window's thread does it.
double answer(const std::function<void()>& action) {
    QElapsedTimer clock;
    clock.start();
    action();
    QApplication::sendPostedEvents();
    QApplication::processEvents();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void fill(const std::filesystem::path& path, const std::filesystem::path& music) {
    const std::vector<Score> demos = demoScores();
    Random random(1);
    makeFolder(music);
    for (int i = 0; i < pieceCount; ++i) writeFile(music / (std::to_string(i) + ".mid"), variedFile(demos, pieceBytes, random));
    Workspace workspace(path);
    importFiles(workspace, {music}, {});
}

class Hand {
public:
    explicit Hand(MainWindow& window) : window_(window) {}
    template <class Widget>
    Widget& find(const char* name) const {
        auto* widget = window_.findChild<Widget*>(QLatin1String(name));
        if (!widget) throw std::runtime_error(std::string("the window has no ") + name);
        return *widget;
    }
    void note(const char* what, double milliseconds) { times_[what].push_back(milliseconds); }
    [[nodiscard]] const std::map<std::string, std::vector<double>>& times() const { return times_; }

    void round() {
        auto& table = find<QTreeView>("pieces");
        for (int column = 1; column < 4; ++column) {
            QHeaderView& head = *table.header();
            const QPointF at(head.sectionViewportPosition(column) + 8, head.height() / 2.0);
            note("sort", answer([&] { click(*head.viewport(), at); }));
            rest(100);
        }
        auto& search = find<QLineEdit>("search");
        for (const char* words : {"1", "12", "123", ""}) {
            note("filter", answer([&] { search.setText(QLatin1String(words)); }));
            rest(300);
        }
        for (int row = 1; row < 5; ++row) {
            const QRect cell = table.visualRect(table.model()->index(row, 1));
            note("open", answer([&] { click(*table.viewport(), cell.center()); }));
            rest(300);
        }
        auto& stage = find<QTabWidget>("stage");
        for (int page = stage.count() - 1; page >= 0; --page) {
            note("page", answer([&] { click(*stage.tabBar(), stage.tabBar()->tabRect(page).center()); }));
            rest(300);
        }
        for (const char* dock : {"takesDock", "inspectorDock", "generateDock", "runsDock", "datasetDock"}) {
            note("dock", answer([&] { find<QDockWidget>(dock).raise(); }));
            rest(100);
        }
    }

private:
    MainWindow& window_;
    std::map<std::string, std::vector<double>> times_;
};

}  // namespace

Report windowBench(const Options& options) {
    const BenchWindow application(true);
    QStandardPaths::setTestModeEnabled(true);
    const TemporaryFolder folder;
    fill(folder.path() / "bench.ricercar-db", folder.path() / "music");
    QSettings settings(fromPath(folder.path() / "settings.ini"), QSettings::IniFormat);
    AppServices services(Playback::Options{false});
    MainWindow window(services, settings);
    window.resize(1366, 768);
    window.resetLayout();
    Hand hand(window);
    const double shown = answer([&] { window.show(); });
    QElapsedTimer clock;
    clock.start();
    services.store.open(folder.path() / "bench.ricercar-db");
    waitFor([&] { return services.store.isOpen() && !services.store.pieces().empty(); }, "the pieces");
    const double opened = static_cast<double>(clock.elapsed());
    waitFor([&] { return services.jobs.idle(); }, "the dataset's plan");
    services.training.start(presetConfig("small"));
    waitFor([&] { return !services.training.curve().step.empty(); }, "the first batch");
    for (int round = 0; round < options.rounds; ++round) hand.round();
    const bool training = services.training.running();
    services.training.stop();
    waitFor([&] { return services.jobs.idle(); }, "the end of the training");
    if (!training) throw std::runtime_error("the training ended before the measurement did");

    Report report;
    addMachine(report, options);
    report.add("pieces", static_cast<double>(services.store.pieces().size()), "", "Pieces, while a model is trained");
    report.add("show_ms", shown, "ms", "The window is shown");
    report.add("list_ms", opened, "ms", "The workspace is opened");
    const std::map<std::string, std::string> words{{"sort", "A column is sorted"},
                                                   {"filter", "A letter in the search"},
                                                   {"open", "A piece is clicked"},
                                                   {"page", "Another page of the stage"},
                                                   {"dock", "Another panel"}};
    for (const auto& [name, times] : hand.times()) {
        report.add(name + "_ms", median(times), "ms", words.at(name));
        report.add(name + "_worst_ms", std::ranges::max(times), "ms", words.at(name) + ", the longest");
    }
    return report;
}

}  // namespace ricercar::bench
