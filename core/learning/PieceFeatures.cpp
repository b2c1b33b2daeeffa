// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/PieceFeatures.h"

#include <algorithm>
#include <vector>

namespace ricercar {

PieceFeatures::PieceFeatures(const ModelConfig& config, const PianoRoll& roll)
    : roll_(roll), layout_(config.layout), builder_(config), note_(config) {
    if (builder_.remembering()) memory_ = PieceMemory(roll, config.articulation);
}

RememberedStep PieceFeatures::at(int step, const PitchAges& ages) const {
    const bool inside = step >= 0 && step < roll_.steps();
    return {PieceRows(roll_), inside ? step : -1, &memory_.after(inside ? step : -1), &ages, 0};
}

void PieceFeatures::step(int at, float* out) const { steps(at, 1, out, 0); }

void PieceFeatures::steps(int first, int count, float* out, std::size_t stride) const {
    const PieceRows rows(roll_);
    PitchAges ages = builder_.remembering() ? PitchAges(rows, first) : PitchAges();
    for (int i = 0; i < count; ++i, out += stride) {
        if (i > 0 && builder_.remembering()) ages.append(rows.row(first + i));
        builder_.step(this->at(first + i, ages), roll_.stepInBar(first + i), out);
    }
}

void PieceFeatures::shown(int at, float* out) const {
    const auto pitches = static_cast<std::size_t>(roll_.pitches()), columns = static_cast<std::size_t>(shownFeatures(layout_));
    std::vector<float> time(pitches * width()), beside(pitches * noteWidth());
    step(at, time.data());
    note(at, beside.data());
    for (std::size_t i = 0; i < pitches; ++i, out += columns) {
        std::copy_n(time.data() + i * width(), width(), out);
        std::copy_n(beside.data() + i * noteWidth(), columns - width(), out + width());
    }
}

void PieceFeatures::note(int at, float* out) const {
    const PitchAges ages;
    NoteFeatures note = note_;
    note.begin(this->at(at, ages));
    const bool inside = at + 1 >= 0 && at + 1 < roll_.steps();
    for (int pitch = roll_.range().lowest; pitch <= roll_.range().highest; ++pitch, out += note.width()) {
        note.write(out);
        note.choose(inside ? roll_.at(at + 1, pitch) : Cell{0});
    }
}

}  // namespace ricercar
