// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/Player.h"

#include "core/base/Priority.h"
#include "core/sound/Chase.h"
#include "core/sound/PlayerOutput.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace ricercar {
namespace {

using Clock = PlayerClock::Base;
using Seconds = std::chrono::duration<double>;

constexpr double tolerance = 1e-6;
constexpr double shortestLoop = 0.02;
constexpr Seconds mostLateness{0.25};
/// Times further away than this are waited for in pieces: a double of seconds may be beyond the clock's range.
constexpr Seconds longestWait{3600.0};

Clock::duration ticksOf(Seconds seconds) { return std::chrono::duration_cast<Clock::duration>(seconds); }

/// What the callers left for the player's thread to do.
struct Wishes {
    bool cut = false;       ///< end what sounds
    bool reset = false;     ///< another piece: instruments back
    bool start = false;     ///< play from the anchor
    bool replaced = false;  ///< the events changed under way
    std::vector<MidiMessage> direct;
    std::vector<std::shared_ptr<Sink>> retired;  ///< to be let go on the player's thread

    [[nodiscard]] bool any() const { return cut || reset || start || replaced || !direct.empty() || !retired.empty(); }
    /// Notes that were asked for before a cut never begin.
    void cutNow() {
        cut = true;
        std::erase_if(direct, [](const MidiMessage& message) { return message.noteOn(); });
    }
};

/// Messages of MIDI clock that stand before a place.
std::int64_t clocksBefore(const SoundEvents& events, std::size_t next) {
    return std::count_if(events.list.begin(), events.list.begin() + static_cast<std::ptrdiff_t>(next),
                         [](const SoundEvent& event) { return event.message == MidiMessage::clock(); });
}

}  // namespace

struct Player::Parts {
    Parts(std::shared_ptr<Sink> first, std::shared_ptr<PlayerClock> time)
        : clock(std::move(time)), sink(std::move(first)), output(sink) {}

    const std::shared_ptr<PlayerClock> clock;

    // --- under the lock -------------------------------------------------------------------------------------------
    mutable std::mutex mutex;
    std::condition_variable wake;
    std::shared_ptr<const SoundEvents> events = std::make_shared<const SoundEvents>();
    std::shared_ptr<Sink> sink;
    State state = State::Stopped;
    bool finished = false;
    bool quit = false;
    double factor = 1.0;
    std::optional<LoopRegion> loop;
    double anchor = 0.0;                          ///< position in seconds at `anchorTime`
    std::optional<Clock::time_point> anchorTime;  ///< nothing: the clock stands
    CountIn count;                                ///< before playing begins
    std::size_t counted = 0;                      ///< clicks of it that were sent
    std::optional<Clock::time_point> countingSince;
    Wishes wishes;
    std::uint64_t version = 0;

    // --- the player's thread alone --------------------------------------------------------------------------------
    PlayerOutput output;
    std::shared_ptr<const SoundEvents> current = events;
    std::size_t next = 0;

    std::jthread thread;

    [[nodiscard]] bool looping() const { return loop && anchor < loop->to - tolerance; }
    [[nodiscard]] double end() const { return looping() ? loop->to : events->seconds; }
    [[nodiscard]] Clock::time_point timeOf(double seconds) const {
        return *anchorTime + ticksOf(std::min(Seconds((seconds - anchor) / factor), longestWait));
    }
    [[nodiscard]] double positionAt(Clock::time_point now) const {
        if (state != State::Playing || !anchorTime) return anchor;
        const double place = anchor + std::max(0.0, Seconds(now - *anchorTime).count() * factor);
        if (!looping()) return std::min(place, events->seconds);
        if (place < loop->to) return place;
        return loop->from + std::fmod(place - loop->to, loop->to - loop->from);
    }
    void stand(double seconds) {
        anchor = seconds;
        anchorTime.reset();
    }
    /// The same movement, counted from now on.
    void reanchor() {
        if (!anchorTime) return;
        const Clock::time_point now = clock->now();
        const bool wrapped = looping() && now >= timeOf(loop->to);
        anchor = positionAt(now);
        anchorTime = now;
        if (wrapped) {  // before the thread saw it: it has to find its place again
            anchorTime.reset();
            startOver();
        }
    }
    void startOver() {
        countingSince.reset();
        wishes.cutNow();
        wishes.start = state == State::Playing;
    }
    template <typename Change>
    void apply(Change&& change) {
        {
            const std::lock_guard lock(mutex);
            change();
            ++version;
        }
        wake.notify_all();
    }

    void run();
    void serve(std::unique_lock<std::mutex>& lock);
    void advance(std::unique_lock<std::mutex>& lock);
    void countDown(std::unique_lock<std::mutex>& lock);
    void waitFor(std::unique_lock<std::mutex>& lock, Clock::time_point until);
    void wrap(std::unique_lock<std::mutex>& lock);
    void locate(double seconds);
    void exchange(std::shared_ptr<const SoundEvents> grown, double seconds);
};

void Player::Parts::run() {
    hurry();
    std::unique_lock lock(mutex);
    while (!quit) {
        if (wishes.any())
            serve(lock);
        else if (state == State::Playing && countingSince)
            countDown(lock);
        else if (state == State::Playing && anchorTime)
            advance(lock);
        else
            waitFor(lock, Clock::time_point::max());
    }
    lock.unlock();
    output.cut();
    output.change(std::make_shared<SilentSink>());
}

void Player::Parts::waitFor(std::unique_lock<std::mutex>& lock, Clock::time_point until) {
    clock->wait(wake, lock, until, [this, seen = version] { return quit || version != seen; });
}

/// The beats before the first note; then playing begins.
void Player::Parts::countDown(std::unique_lock<std::mutex>& lock) {
    const bool beatNext = counted < count.clicks.size();
    const Clock::time_point due = *countingSince + ticksOf(Seconds(beatNext ? count.clicks[counted].seconds : count.seconds));
    if (clock->now() < due) {
        waitFor(lock, due);
        return;
    }
    if (!beatNext) {
        countingSince.reset();
        wishes.start = true;
        return;
    }
    const MidiMessage click = MidiMessage::click(count.clicks[counted++].accent);
    lock.unlock();
    output.send(click);
    lock.lock();
}

void Player::Parts::serve(std::unique_lock<std::mutex>& lock) {
    Wishes now = std::exchange(wishes, {});
    const std::shared_ptr<Sink> wantedSink = sink;
    const std::shared_ptr<const SoundEvents> wantedEvents = events;
    const double place = positionAt(clock->now());
    const bool playing = state == State::Playing && !countingSince;
    lock.unlock();

    const bool anotherSink = output.sink() != wantedSink;
    if (now.cut && (anotherSink || !now.reset)) output.cut();
    if (anotherSink) output.change(wantedSink);
    if (anotherSink || now.reset) output.reset();
    now.retired.clear();
    if (playing && now.start) {
        current = wantedEvents;
        locate(place);
    } else if (playing && now.replaced) {
        exchange(wantedEvents, place);
    } else if (!playing) {
        current = wantedEvents;
    }
    output.send(now.direct);

    lock.lock();
    if (state == State::Playing && !anchorTime && !countingSince && !wishes.start) anchorTime = clock->now();
}

/// Sends what is due, or waits for it.
void Player::Parts::advance(std::unique_lock<std::mutex>& lock) {
    const bool loops = looping();
    const double limit = end();
    const bool eventNext = next < current->list.size() && current->list[next].seconds < (loops ? limit - tolerance : HUGE_VAL);
    const double target = eventNext ? current->list[next].seconds : limit;
    const Clock::time_point due = timeOf(target);
    const Clock::time_point now = clock->now();
    if (now < due) {
        waitFor(lock, due);
        return;
    }
    if ((target - anchor) / factor > longestWait.count()) {
        reanchor();
        return;
    }
    if (now - due > mostLateness) *anchorTime += now - due;
    if (eventNext) {
        const double reached = anchor + Seconds(now - *anchorTime).count() * factor;
        const std::size_t from = next;
        while (next < current->list.size() && current->list[next].seconds <= std::max(reached, target) &&
               !(loops && current->list[next].seconds >= limit - tolerance))
            ++next;
        lock.unlock();
        for (std::size_t i = from; i < next; ++i) output.send(current->list[i].message);
        lock.lock();
    } else if (loops) {
        wrap(lock);
    } else {
        stand(limit);
        state = State::Stopped;
        finished = true;
        wishes.cutNow();
        ++version;
    }
}

/// From the end of the loop to its start, without losing time.
void Player::Parts::wrap(std::unique_lock<std::mutex>& lock) {
    *anchorTime += ticksOf(Seconds((loop->to - anchor) / factor));
    anchor = loop->from;
    const double place = anchor;
    lock.unlock();
    output.releaseAllBut({});
    for (int channel = 0; channel < 16; ++channel) output.send(MidiMessage::control(channel, 121, 0));
    locate(place);
    lock.lock();
}

void Player::Parts::locate(double seconds) {
    next = eventAt(*current, seconds);
    const Chase found = chase(*current, next);
    if (current->clock) output.locateClock(clocksBefore(*current, next));
    output.send(found.setup);
    output.send(found.notes);
}

void Player::Parts::exchange(std::shared_ptr<const SoundEvents> grown, double seconds) {
    const Chase before = chase(*current, next);
    const bool clocked = current->clock;
    const std::int64_t clocks = clocked ? clocksBefore(*current, next) : 0;
    current = std::move(grown);
    next = eventAt(*current, seconds);
    if (current->clock && (!clocked || clocks != clocksBefore(*current, next)))
        output.locateClock(clocksBefore(*current, next));
    const Chase after = chase(*current, next);
    output.releaseAllBut(after.notes);
    if (after.setup != before.setup) output.send(after.setup);
    for (const MidiMessage& note : after.notes)
        if (!output.sounds(note)) output.send(note);
}

Player::Player(std::shared_ptr<Sink> sink, std::shared_ptr<PlayerClock> clock)
    : parts_(std::make_unique<Parts>(sink ? std::move(sink) : std::make_shared<SilentSink>(), std::move(clock))) {
    parts_->thread = std::jthread([parts = parts_.get()] { parts->run(); });
}

Player::~Player() {
    parts_->apply([&] { parts_->quit = true; });
    parts_->thread.join();
}

void Player::load(SoundEvents events) {
    auto shared = std::make_shared<const SoundEvents>(std::move(events));
    parts_->apply([&] {
        parts_->events.swap(shared);
        parts_->state = State::Stopped;
        parts_->finished = false;
        parts_->loop.reset();
        parts_->stand(0.0);
        parts_->wishes.reset = true;
        parts_->wishes.replaced = false;
        parts_->startOver();
    });
}

void Player::replace(SoundEvents events) {
    auto shared = std::make_shared<const SoundEvents>(std::move(events));
    parts_->apply([&] {
        parts_->reanchor();
        parts_->events.swap(shared);
        if (!parts_->anchorTime) parts_->anchor = std::min(parts_->anchor, std::max(parts_->events->seconds, parts_->end()));
        parts_->wishes.replaced = true;
    });
}

void Player::play(CountIn count) {
    parts_->apply([&] {
        if (parts_->state == State::Playing) return;
        if (parts_->anchor >= parts_->end() - tolerance) parts_->anchor = parts_->loop ? parts_->loop->from : 0.0;
        parts_->finished = false;
        parts_->state = State::Playing;
        parts_->anchorTime.reset();
        parts_->count = std::move(count);
        parts_->counted = 0;
        if (parts_->count.seconds > 0.0)
            parts_->countingSince = parts_->clock->now();
        else
            parts_->wishes.start = true;
    });
}

void Player::pause() {
    parts_->apply([&] {
        if (parts_->state != State::Playing) return;
        parts_->stand(parts_->positionAt(parts_->clock->now()));
        parts_->state = State::Paused;
        parts_->startOver();
    });
}

void Player::stop() {
    parts_->apply([&] {
        parts_->stand(parts_->loop ? parts_->loop->from : 0.0);
        parts_->state = State::Stopped;
        parts_->finished = false;
        parts_->startOver();
    });
}

void Player::seek(double seconds) {
    parts_->apply([&] {
        const double place = std::isfinite(seconds) ? seconds : 0.0;
        parts_->stand(std::clamp(place, 0.0, parts_->events->seconds));
        parts_->finished = false;
        if (parts_->state == State::Playing) parts_->startOver();
    });
}

void Player::setTempoFactor(double factor) {
    parts_->apply([&] {
        parts_->reanchor();
        parts_->factor = std::isfinite(factor) ? std::clamp(factor, 0.1, 10.0) : 1.0;
    });
}

void Player::setLoop(std::optional<LoopRegion> loop) {
    parts_->apply([&] {
        parts_->reanchor();
        const bool usable = loop && std::isfinite(loop->to) && loop->from >= 0.0 && loop->to - loop->from >= shortestLoop;
        parts_->loop = usable ? loop : std::nullopt;
    });
}

void Player::setSink(std::shared_ptr<Sink> sink) {
    if (!sink) sink = std::make_shared<SilentSink>();
    parts_->apply([&] {
        parts_->stand(parts_->positionAt(parts_->clock->now()));
        parts_->sink.swap(sink);
        parts_->wishes.retired.push_back(std::move(sink));
        parts_->startOver();
    });
}

void Player::send(const MidiMessage& message) {
    parts_->apply([&] { parts_->wishes.direct.push_back(message); });
}

void Player::panic() {
    parts_->apply([&] { parts_->wishes.cutNow(); });
}

bool Player::counting() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->countingSince.has_value();
}

double Player::positionOf(PlayerClock::Time time) const {
    const std::lock_guard lock(parts_->mutex);
    if (parts_->state != State::Playing || !parts_->anchorTime) return parts_->anchor;
    if (parts_->looping()) return parts_->positionAt(time);
    return std::max(0.0, parts_->anchor + Seconds(time - *parts_->anchorTime).count() * parts_->factor);
}

Player::State Player::state() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->state;
}

double Player::position() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->positionAt(parts_->clock->now());
}

double Player::length() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->events->seconds;
}

double Player::tempoFactor() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->factor;
}

std::optional<LoopRegion> Player::loop() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->loop;
}

std::shared_ptr<Sink> Player::sink() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->sink;
}

bool Player::finished() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->finished;
}

}  // namespace ricercar
