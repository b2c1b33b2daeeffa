// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RequestFlags.h"

#include "app/cli/TwoNumbers.h"
#include "core/base/Error.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/workbench/ScaleNames.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace ricercar::cli {
namespace {

/// "8:1.2" each.
DrawCurve curveFrom(const char* name, const std::vector<std::string>& points) {
    DrawCurve curve;
    for (const std::string& text : points) {
        const std::size_t colon = text.find(':');
        CurvePoint point;
        if (colon == std::string::npos || !CLI::detail::lexical_cast(text.substr(0, colon), point.bar) ||
            !CLI::detail::lexical_cast(text.substr(colon + 1), point.value))
            rejectSetting(name, text, Message{MessageId::ValueOneOf, {"0:0.9, 7.5:1.2"}});
        curve.push_back(point);
    }
    return curve;
}

/// Every note of the file's first part, from the first new step on.
void forceMelody(const std::string& file, TakeRequest& request) {
    QuantizeOptions options;
    options.range = fullRange;
    const MidiFile midi = readMidi(file);
    const QuantizedPart part = std::move(quantize(midi.sequences.front(), options).front());
    if (part.rejection) throw Error(ErrorKind::Invalid, {MessageId::PrimerWithoutMusic, {file}});
    for (const RollNote& note : notesOf(part.roll)) {
        request.settings.forced.push_back({note.start, note.pitch, playBit | articulateBit});
        if (note.length > 1) request.settings.forced.push_back({note.start + 1, note.pitch, playBit, note.length - 1});
    }
    request.meter = part.roll.meter();
    request.bars = (part.roll.steps() + part.roll.barSteps() - 1) / part.roll.barSteps();
    if (request.tempo <= 0) request.tempo = part.tempo;
}

}  // namespace

void RequestFlags::addTo(CLI::App& command, CLI::Option* primer) {
    command.add_option("--range", range, "Pitches of new notes, such as 48-72");
    command.add_option("--scale", scale, "Their scale: \"D minor\", \"F# mixolydian\" ..., or primer, the key found in it");
    command.add_option("--voices", voices, "Most notes that sound at once");
    command.add_option("--shortest", shortest, "Shortest new note, in 16ths");
    command.add_option("--longest", longest, "Longest new note, in 16ths");
    command.add_option("--density", density, "Voices that sound on average; the music is steered towards it");
    command.add_option("--temperature-at", temperatureAt, "Temperature over the bars: 0:0.9 8:1.2 ...");
    command.add_option("--conservativity-at", conservativityAt, "Conservativity over the bars, likewise");
    command.add_option("--melody", melody, "A MIDI file whose notes are to sound in the new music, to be harmonised")
        ->excludes(primer);
    command.add_option("--particles", particles,
                       "Candidates drawn side by side and weighed by how likely the given notes are after them");
    command.add_option("--form", form, "Parts that return over all bars: AABA, AA'BB' (the second A varied)");
    command.add_option("--looseness", looseness, "How much a part with ' is varied: 0 not at all, 1 altogether");
    command.add_option("--program", program, "The MIDI program, 0 to 127");
    command.add_option("--velocity", velocity, "How strong notes are, 1 to 127");
    command.add_option("--accent", accent, "How much stronger a bar's first step is");
    command.add_option("--swing", swing, "What the first of two eighths has of a quarter: 0.5 (even) to 0.75");
    command.add_option("--legato", legato, "Share of its length that a note sounds: 0.1 to 1");
}

void RequestFlags::applyTo(TakeRequest& request) const {
    SampleSettings& settings = request.settings;
    Constraints& constraints = settings.constraints;
    if (!range.empty()) constraints.range = pitchRangeFrom("--range", range);
    if (!scale.empty()) {
        const auto read = scaleFromText(scale);
        request.primerScale = scale == "primer";
        if (!read && !request.primerScale) rejectSetting("--scale", scale, Message{MessageId::ValueScale, {}});
        if (read) constraints.pitchClasses = read->pitchClasses();
    }
    constraints.voices = voices.value_or(constraints.voices);
    constraints.shortest = shortest.value_or(constraints.shortest);
    constraints.longest = longest.value_or(constraints.longest);
    settings.density = density.value_or(settings.density);
    if (!temperatureAt.empty()) settings.temperatureCurve = curveFrom("--temperature-at", temperatureAt);
    if (!conservativityAt.empty()) settings.conservativityCurve = curveFrom("--conservativity-at", conservativityAt);
    if (!melody.empty()) forceMelody(melody, request);
    settings.particles = particles.value_or(settings.particles);
    if (!form.empty()) request.form = form;
    request.looseness = looseness.value_or(request.looseness);
    PlayingStyle& style = request.style;
    style.program = program.value_or(style.program);
    style.velocity = velocity.value_or(style.velocity);
    style.accent = accent.value_or(style.accent);
    if (accent) style.velocities = Velocities::Accent;
    style.swing = swing.value_or(style.swing);
    style.legato = legato.value_or(style.legato);
}

}  // namespace ricercar::cli
