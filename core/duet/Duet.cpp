// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duet/Duet.h"

#include "core/base/Priority.h"
#include "core/duet/DuetKeys.h"
#include "core/duet/DuetSong.h"
#include "core/duet/DuetTake.h"
#include "core/sound/NoteRecorder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace ricercar {
namespace {

using Seconds = std::chrono::duration<double>;

constexpr int modelChannel = 1;
constexpr double leastLead = 0.012, spareLead = 0.008;  // seconds before its step that a step is drawn

/// Steps of a beat: three eighths in 6/8, 9/8 and 12/8.
int beatSteps(const Meter& meter) {
    const bool compound = meter.denominator == 8 && meter.numerator > 3 && meter.numerator % 3 == 0;
    return compound ? 6 : std::max(1, 4 * stepsPerQuarter / meter.denominator);
}

}  // namespace

class Duet::Thread {
public:
    Thread(const Checkpoint& checkpoint, const DuetSettings& settings, DuetOutput output, std::shared_ptr<PlayerClock> clock)
        : settings_(settings),
          output_(std::move(output)),
          clock_(std::move(clock)),
          song_(checkpoint, settings),
          modelHash_(checkpoint.modelHash()),
          modelName_(checkpoint.name),
          roll_(pianoRange, 0, settings.meter),
          step_(stepSeconds(settings)),
          barSteps_(roll_.barSteps()) {
        sounding_.assign(static_cast<std::size_t>(song_.range().size()), false);
        recorder_.begin();
        start_ = clock_->now();
        begin_ = start_ +
                 std::chrono::duration_cast<PlayerClock::Base::duration>(Seconds(settings_.countInBars * barSteps_ * step_));
        thread_ = std::thread([this] { run(); });
    }
    ~Thread() { join(); }

    void hear(const MidiArrival& arrival) {
        recorder_.take(Seconds(arrival.time - begin_).count(), arrival.message);
        const std::lock_guard lock(mutex_);
        arrivals_.push_back(arrival);
    }
    [[nodiscard]] DuetView view() const {
        const std::lock_guard lock(mutex_);
        return view_;
    }
    Take stop() {
        join();
        const double end = std::max(0.0, Seconds(stopped_ - begin_).count());
        return duetTake(settings_, roll_, recorder_.end(end, duetFrame(settings_)), modelHash_, modelName_);
    }

private:
    void join() {
        {
            const std::lock_guard lock(mutex_);
            stop_ = true;
        }
        wake_.notify_all();
        if (thread_.joinable()) thread_.join();
    }
    [[nodiscard]] PlayerClock::Time timeOf(int step) const {
        return begin_ + std::chrono::duration_cast<PlayerClock::Base::duration>(Seconds(step * step_));
    }
    /// False: it is over.
    bool waitUntil(PlayerClock::Time time) {
        std::unique_lock lock(mutex_);
        while (!stop_ && clock_->now() < time) clock_->wait(wake_, lock, time, [this] { return stop_; });
        return !stop_;
    }

    void run() {
        hurry();
        const int first = -settings_.countInBars * barSteps_;
        send(0, {0xC0 | modelChannel, static_cast<std::uint8_t>(settings_.style.program), 0});
        bool going = true;
        for (int step = first; step < 0 && going; ++step) {
            going = waitUntil(timeOf(step));
            if (going) beat(step, true);
        }
        double lead = step_ / 2;
        int begun = 0;
        for (int step = 0; going; ++step) {
            going = waitUntil(timeOf(step) - std::chrono::duration_cast<PlayerClock::Base::duration>(Seconds(lead)));
            if (!going) break;
            lead = std::clamp(2.5 * prepare(step) + spareLead, leastLead, std::max(leastLead, step_ / 2));
            going = waitUntil(timeOf(step));
            if (!going) break;
            play(step);
            begun = step + 1;
        }
        stopped_ = clock_->now();
        if (begun > roll_.steps()) {
            takeArrivals();
            finish(begun - 1);
        }
        endNotes();
    }

    /// Hears the step before and draws this one. Seconds: the longest this has taken lately.
    double prepare(int step) {
        const auto begun = PlayerClock::Base::now();
        takeArrivals();
        if (step > 0) finish(step - 1);
        drawn_ = song_.draw(keys_.row(step, song_.range()));
        thought_[static_cast<std::size_t>(step) % thought_.size()] = Seconds(PlayerClock::Base::now() - begun).count();
        return *std::ranges::max_element(thought_);
    }

    void takeArrivals() {
        std::vector<MidiArrival> arrivals;
        {
            const std::lock_guard lock(mutex_);
            arrivals.swap(arrivals_);
        }
        for (const MidiArrival& arrival : arrivals) keys_.hear(Seconds(arrival.time - begin_).count() / step_, arrival.message);
    }

    /// A step is over: the model hears it, and it goes into the roll.
    void finish(int step) {
        std::vector<Cell> row = keys_.row(step, pianoRange);
        const PitchRange range = song_.range();
        std::vector<Cell> yours(static_cast<std::size_t>(range.size()), 0);
        for (int pitch = range.lowest; pitch <= range.highest; ++pitch) {
            if (!pianoRange.contains(pitch)) continue;
            const auto index = static_cast<std::size_t>(pitch - range.lowest);
            Cell& both = row[static_cast<std::size_t>(pitch - pianoRange.lowest)];
            yours[index] = both;
            if ((both & playBit) == 0) both = drawn_[index];
        }
        song_.hear(yours);
        keys_.forget(step);
        roll_.resize(step + 1);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool before = step > 0 && (roll_.row(step - 1)[i] & playBit) != 0;
            if ((row[i] & playBit) != 0 && !before) row[i] = playBit | articulateBit;
        }
        std::ranges::copy(row, roll_.row(step).begin());
        if (output_.step) output_.step(step, row);
    }

    void beat(int step, bool counting) {
        const int inBar = ((step % barSteps_) + barSteps_) % barSteps_;
        if (output_.click && (counting || settings_.metronome) && inBar % beatSteps(settings_.meter) == 0)
            output_.click(inBar == 0);
        const std::lock_guard lock(mutex_);
        view_.counting = counting;
        view_.step = counting ? step + settings_.countInBars * barSteps_ : step;
    }

    void play(int step) {
        const double late = Seconds(clock_->now() - timeOf(step)).count();
        bool any = false;
        for (std::size_t i = 0; i < sounding_.size(); ++i)
            if (sounding_[i] && ((drawn_[i] & playBit) == 0 || (drawn_[i] & articulateBit) != 0)) release(i, step * step_);
        const int velocity = velocityAt(settings_.style, step % barSteps_);
        for (std::size_t i = 0; i < sounding_.size(); ++i)
            if ((drawn_[i] & playBit) != 0 && !sounding_[i]) {
                sounding_[i] = any = true;
                send(step * step_, MidiMessage::on(modelChannel, song_.range().lowest + static_cast<int>(i), velocity));
            }
        beat(step, false);
        const std::lock_guard lock(mutex_);
        view_.modelTurn = song_.modelPlays(step);
        view_.thinking = *std::ranges::max_element(thought_);
        if (!view_.modelTurn) return;
        ++view_.answers;
        view_.late += late > lateAfter ? 1 : 0;
        view_.worst = std::max(view_.worst, late);
    }

    void release(std::size_t index, double seconds) {
        sounding_[index] = false;
        send(seconds, MidiMessage::off(modelChannel, song_.range().lowest + static_cast<int>(index)));
    }
    void send(double seconds, const MidiMessage& message) {
        recorder_.take(seconds, message);
        if (output_.send) output_.send(message);
    }
    void endNotes() {
        for (std::size_t i = 0; i < sounding_.size(); ++i)
            if (sounding_[i]) release(i, Seconds(stopped_ - begin_).count());
    }

    DuetSettings settings_;
    DuetOutput output_;
    std::shared_ptr<PlayerClock> clock_;
    DuetSong song_;
    std::string modelHash_, modelName_;
    PianoRoll roll_;
    double step_;  ///< seconds
    int barSteps_;
    PlayerClock::Time start_, begin_, stopped_;
    NoteRecorder recorder_;
    // of the thread
    DuetKeys keys_;
    std::span<const Cell> drawn_;
    std::vector<bool> sounding_;
    std::array<double, 16> thought_{};

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<MidiArrival> arrivals_;
    DuetView view_;
    bool stop_ = false;
    std::thread thread_;
};

Duet::Duet(const Checkpoint& checkpoint, const DuetSettings& settings, DuetOutput output, std::shared_ptr<PlayerClock> clock)
    : thread_(std::make_unique<Thread>(checkpoint, settings, std::move(output), std::move(clock))) {}

Duet::~Duet() = default;

void Duet::hear(const MidiArrival& arrival) { thread_->hear(arrival); }

DuetView Duet::view() const { return thread_->view(); }

Take Duet::stop() { return thread_->stop(); }

}  // namespace ricercar
