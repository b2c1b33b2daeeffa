#include "core/sound/Player.h"

#include "core/sound/Chase.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace ricercar {
namespace {

using Clock = std::chrono::steady_clock;
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

/// A sink and what sounds in it. Used by the player's thread alone.
class Output {
public:
    explicit Output(std::shared_ptr<Sink> sink) : sink_(std::move(sink)) {}

    [[nodiscard]] const std::shared_ptr<Sink>& sink() const { return sink_; }
    void change(std::shared_ptr<Sink> sink) {
        sink_ = std::move(sink);
        sounding_ = {};
    }
    void send(const MidiMessage& message) {
        auto& keys = sounding_[static_cast<std::size_t>(message.channel())];
        if (message.noteOn())
            keys.set(message.data1 & 127U);
        else if (message.noteOff())
            keys.reset(message.data1 & 127U);
        sink_->send(message);
    }
    void send(const std::vector<MidiMessage>& messages) {
        for (const MidiMessage& message : messages) send(message);
    }
    /// Note-offs for all that sounds but `kept`, whose notes are marked as sounding on return.
    void releaseAllBut(const std::vector<MidiMessage>& kept) {
        std::array<std::bitset<128>, 16> keep{};
        for (const MidiMessage& note : kept) keep[static_cast<std::size_t>(note.channel())].set(note.data1 & 127U);
        for (std::size_t channel = 0; channel < 16; ++channel) {
            if (sounding_[channel].none()) continue;
            for (std::size_t pitch = 0; pitch < 128; ++pitch)
                if (sounding_[channel][pitch] && !keep[channel][pitch])
                    send(MidiMessage::off(static_cast<int>(channel), static_cast<int>(pitch)));
        }
    }
    [[nodiscard]] bool sounds(const MidiMessage& note) const {
        return sounding_[static_cast<std::size_t>(note.channel())][note.data1 & 127U];
    }
    void cut() {
        releaseAllBut({});
        sink_->panic();
    }
    void reset() {
        releaseAllBut({});
        sink_->reset();
    }

private:
    std::shared_ptr<Sink> sink_;
    std::array<std::bitset<128>, 16> sounding_{};
};

}  // namespace

struct Player::Parts {
    explicit Parts(std::shared_ptr<Sink> first) : sink(std::move(first)), output(sink) {}

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
    Wishes wishes;
    std::uint64_t version = 0;

    // --- the player's thread alone --------------------------------------------------------------------------------
    Output output;
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
        const Clock::time_point now = Clock::now();
        const bool wrapped = looping() && now >= timeOf(loop->to);
        anchor = positionAt(now);
        anchorTime = now;
        if (wrapped) {  // before the thread saw it: it has to find its place again
            anchorTime.reset();
            startOver();
        }
    }
    void startOver() {
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
    void wrap(std::unique_lock<std::mutex>& lock);
    void locate(double seconds);
    void exchange(std::shared_ptr<const SoundEvents> grown, double seconds);
};

void Player::Parts::run() {
    std::unique_lock lock(mutex);
    while (!quit) {
        if (wishes.any())
            serve(lock);
        else if (state == State::Playing && anchorTime)
            advance(lock);
        else
            wake.wait(lock, [&, seen = version] { return quit || version != seen; });
    }
    lock.unlock();
    output.cut();
    output.change(std::make_shared<SilentSink>());
}

void Player::Parts::serve(std::unique_lock<std::mutex>& lock) {
    Wishes now = std::exchange(wishes, {});
    const std::shared_ptr<Sink> wantedSink = sink;
    const std::shared_ptr<const SoundEvents> wantedEvents = events;
    const double place = positionAt(Clock::now());
    const bool playing = state == State::Playing;
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
    if (state == State::Playing && !anchorTime && !wishes.start) anchorTime = Clock::now();
}

/// Sends what is due, or waits for it.
void Player::Parts::advance(std::unique_lock<std::mutex>& lock) {
    const bool loops = looping();
    const double limit = end();
    const bool eventNext = next < current->list.size() && current->list[next].seconds < (loops ? limit - tolerance : HUGE_VAL);
    const double target = eventNext ? current->list[next].seconds : limit;
    const Clock::time_point due = timeOf(target);
    const Clock::time_point now = Clock::now();
    if (now < due) {
        wake.wait_until(lock, due, [&, seen = version] { return quit || version != seen; });
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
    output.send(found.setup);
    output.send(found.notes);
}

void Player::Parts::exchange(std::shared_ptr<const SoundEvents> grown, double seconds) {
    const Chase before = chase(*current, next);
    current = std::move(grown);
    next = eventAt(*current, seconds);
    const Chase after = chase(*current, next);
    output.releaseAllBut(after.notes);
    if (after.setup != before.setup) output.send(after.setup);
    for (const MidiMessage& note : after.notes)
        if (!output.sounds(note)) output.send(note);
}

Player::Player(std::shared_ptr<Sink> sink)
    : parts_(std::make_unique<Parts>(sink ? std::move(sink) : std::make_shared<SilentSink>())) {
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

void Player::play() {
    parts_->apply([&] {
        if (parts_->state == State::Playing) return;
        if (parts_->anchor >= parts_->end() - tolerance) parts_->anchor = parts_->loop ? parts_->loop->from : 0.0;
        parts_->finished = false;
        parts_->state = State::Playing;
        parts_->anchorTime.reset();
        parts_->wishes.start = true;
    });
}

void Player::pause() {
    parts_->apply([&] {
        if (parts_->state != State::Playing) return;
        parts_->stand(parts_->positionAt(Clock::now()));
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
        parts_->stand(parts_->positionAt(Clock::now()));
        parts_->sink.swap(sink);
        parts_->wishes.retired.push_back(std::move(sink));
        parts_->startOver();
    });
}

void Player::send(const MidiMessage& message) {
    parts_->apply([&] { parts_->wishes.direct.push_back(message); });
}

Player::State Player::state() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->state;
}

double Player::position() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->positionAt(Clock::now());
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
