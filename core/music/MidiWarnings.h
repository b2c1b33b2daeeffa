// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace ricercar {

/// Collects what was damaged in one file: the first 99 remarks, then one that says how many more. Cheap however many there are.
class MidiWarnings {
public:
    void add(MessageId id, std::initializer_list<std::uint64_t> numbers) {
        if (full()) return;
        Message message{id, {}};
        for (const std::uint64_t number : numbers) message.args.emplace_back(number);
        kept_.push_back(std::move(message));
    }
    void add(MessageId id, std::string text, std::uint64_t number) {
        if (full()) return;
        kept_.push_back({id, {std::move(text), std::to_string(number)}});
    }
    void add(Message message) {
        if (!full()) kept_.push_back(std::move(message));
    }

    [[nodiscard]] std::vector<Message> take() {
        if (more_ > 0) kept_.push_back({MessageId::MidiMoreWarnings, {more_}});
        return std::move(kept_);
    }

private:
    bool full() {
        if (kept_.size() < 99) return false;
        ++more_;
        return true;
    }

    std::vector<Message> kept_;
    std::uint64_t more_ = 0;
};

}  // namespace ricercar
