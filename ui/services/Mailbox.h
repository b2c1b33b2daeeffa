// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace ricercar {

/// A worker puts, the window takes all at once, 30 times a second: the event loop is never flooded.
template <class Letter>
class Mailbox {
public:
    void put(Letter letter) {
        const std::lock_guard lock(mutex_);
        letters_.push_back(std::move(letter));
    }

    [[nodiscard]] std::vector<Letter> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(letters_, {});
    }

private:
    std::mutex mutex_;
    std::vector<Letter> letters_;
};

}  // namespace ricercar
