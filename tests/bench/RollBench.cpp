// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BenchWindow.h"
#include "tests/bench/Benches.h"
#include "tests/bench/Work.h"

#include "core/base/Random.h"
#include "ui/kit/Theme.h"
#include "ui/pianoroll/RollView.h"

#include <QApplication>

#include <algorithm>
#include <chrono>
#include <functional>

namespace ricercar::bench {
namespace {

constexpr int framesOfARound = 20;
constexpr int scrolledFrames = 300;
constexpr double zoomedStepWidth = 24.0;

/// As music is: chords of some pitches, now and then a note that lasts for bars.
RollContent manyNotes(int count) {
    Random random(11);
    RollContent content;
    content.representation = Representation::Free;
    std::vector<ShownNote> notes;
    notes.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double start = i / 4 * 2.0 + random.uniform() * 0.2;
        const double length = random.below(500) == 0 ? 200.0 : 0.5 + random.uniform() * 4.0;
        notes.push_back({start, start + length, static_cast<NoteId>(i), 0, static_cast<std::uint8_t>(30 + random.below(64)),
                         static_cast<std::uint8_t>(1 + random.below(127)), 0, true});
        content.steps = std::max(content.steps, start + length);
    }
    content.notes = NoteIndex(std::move(notes));
    return content;
}

double millisecondsOf(const std::function<void()>& action) {
    const auto begun = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

struct Times {
    double set = 0.0, zoomed = 0.0, fit = 0.0, playhead = 0.0, worstScroll = 0.0;
};

Times timesOf(int count, const Options& options) {
    RollContent content = manyNotes(count);
    RollView view;
    view.resize(1600, 900);
    view.show();
    QApplication::processEvents();
    Times times;
    times.set = millisecondsOf([&] {
        view.setContent(std::move(content), true);
        view.repaint();
    });
    std::vector<double> zoomed, fit, playhead;
    for (int round = 0; round < options.rounds; ++round) {
        fit.push_back(millisecondsOf([&] {
                          for (int i = 0; i < framesOfARound; ++i) {
                              view.fit();
                              view.repaint();
                          }
                      }) /
                      framesOfARound);
        view.navigator().zoomTime(zoomedStepWidth / view.geometryOfRoll().stepWidth, 800.0);
        view.navigator().zoomPitch(2.5, 400.0);
        zoomed.push_back(millisecondsOf([&] {
                             for (int i = 0; i < framesOfARound; ++i) {
                                 view.scrollTo(view.geometryOfRoll().contentWidth() * (i + 0.5) / framesOfARound,
                                               view.geometryOfRoll().scrollY);
                                 view.repaint();
                             }
                         }) /
                         framesOfARound);
        const double step = view.geometryOfRoll().stepAt(400.0);
        playhead.push_back(millisecondsOf([&] {
                               for (int i = 0; i < framesOfARound; ++i) {
                                   view.setPlayhead(step + i * 0.1);
                                   QApplication::processEvents();
                               }
                           }) /
                           framesOfARound);
    }
    view.scrollTo(0.0, view.geometryOfRoll().scrollY);
    for (int frame = 0; frame < scrolledFrames; ++frame)
        times.worstScroll = std::max(times.worstScroll, millisecondsOf([&] {
                                         view.navigator().scrollBy(40.0, 0.0);
                                         view.repaint();
                                     }));
    times.zoomed = median(zoomed);
    times.fit = median(fit);
    times.playhead = median(playhead);
    return times;
}

}  // namespace

Report rollBench(const Options& options) {
    const BenchWindow window(true);
    const Times many = timesOf(100'000, options), most = timesOf(1'000'000, options);

    Report report;
    addMachine(report, options);
    report.add("zoomed_ms", many.zoomed, "ms", "100,000 notes: a frame, zoomed in");
    report.add("fit_ms", many.fit, "ms", "100,000 notes: a frame with all of them");
    report.add("scroll_worst_ms", many.worstScroll, "ms", "100,000 notes: the longest frame of a scroll");
    report.add("playhead_ms", many.playhead, "ms", "100,000 notes: the playhead moves on");
    report.add("set_ms", many.set, "ms", "100,000 notes: another piece is shown");
    report.add("million_zoomed_ms", most.zoomed, "ms", "1,000,000 notes: a frame, zoomed in");
    report.add("million_fit_ms", most.fit, "ms", "1,000,000 notes: a frame with all of them");
    report.add("million_scroll_worst_ms", most.worstScroll, "ms", "1,000,000 notes: the longest frame of a scroll");
    report.add("million_set_ms", most.set, "ms", "1,000,000 notes: another piece is shown");
    return report;
}

}  // namespace ricercar::bench
