// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ricercar {

/// Which answer to a repeated question is the newest: workers may answer in another order than they were asked.
class Newest {
public:
    /// The number of a new question.
    int ask() { return ++asked_; }
    /// The number of the last question.
    [[nodiscard]] int last() const { return asked_; }
    /// Whether nothing was asked since.
    [[nodiscard]] bool isLast(int question) const { return question == asked_; }
    /// Takes an answer, unless one to this or a later question was taken before.
    bool take(int question) {
        if (question <= taken_) return false;
        taken_ = question;
        return true;
    }
    /// Answers to all that was asked so far come too late.
    void dropAll() { taken_ = asked_; }

private:
    int asked_ = 0;
    int taken_ = 0;
};

}  // namespace ricercar
