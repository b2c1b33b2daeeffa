// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/OutputFile.h"
#include "app/cli/ProgressBar.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/sound/EncodedFile.h"
#include "core/sound/WavRenderer.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>
#include <optional>

namespace ricercar::cli {
namespace {

struct Request {
    std::string input;
    std::string output;
    std::string soundFont;
    std::optional<double> gain;
    bool normalize = false;
    WavOptions options;
};

int render(const Context& context, const Request& request) {
    const Output& out = context.out;
    soundFormatOf(request.output);
    checkWritable(request.output);
    const MidiFile midi = readMidi(std::filesystem::path(request.input));
    if (midi.sequences.size() > 1)
        out.note("The file holds " + std::to_string(midi.sequences.size()) + " sequences; the first is rendered.");
    WavOptions options = request.options;
    options.normalize = request.normalize || !request.gain;
    if (request.gain) options.gain = *request.gain;
    options.soundFont = request.soundFont;
    ProgressBar bar("Rendering", "");
    const Task task(context.stop, [&](std::uint64_t done, std::uint64_t total) { bar.update(done, total); });
    const WavFacts facts = renderWav(midi.sequences.at(0), request.output, options, task);
    bar.clear();
    if (!facts.complete) {
        out.note("Stopped; no file was written.");
        return Stopped;
    }
    out.object({{"output", displayPath(request.output)},
                {"seconds", facts.seconds},
                {"peak", facts.peak},
                {"rms", facts.rms},
                {"clipped", facts.clipped},
                {"normalized", options.normalize},
                {"factor", facts.factor},
                {"speed", facts.speed},
                {"warnings", sentences(midi.warnings)}});
    out.line(displayPath(request.output) + ": " + duration(facts.seconds) + ", peak " + fixed(facts.peak, 2) + ", " +
             fixed(facts.speed, 0) + " times real time");
    if (options.normalize)
        out.line(facts.factor == 1.0 ? "Normalized: nothing to change."
                                     : "Normalized: every sample times " + fixed(facts.factor, 3) + " (" +
                                           fixed(20.0 * std::log10(facts.factor), 1) + " dB).");
    if (facts.clipped > 0)
        out.note(counted(static_cast<long long>(facts.clipped), "sample") + " clipped. Render again with a lower --gain.");
    return Ok;
}

}  // namespace

void addRenderCommand(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("render", "Turn a MIDI file into a WAV, FLAC or OGG file with FluidSynth");
    auto request = std::make_shared<Request>();
    command->add_option("IN", request->input, "The MIDI file")->required();
    command
        ->add_option("-o,--output", request->output, "The file to write; its ending says the format: .wav, .flac, .ogg, .oga")
        ->required();
    command->add_option("--soundfont", request->soundFont, "An .sf2 or .sf3 file (default: the one of the system)");
    command->add_option("--gain", request->gain, "Loudness, 0 to 5: FluidSynth's gain, and nothing else")
        ->check(CLI::Range(0.0, 5.0));
    command->add_flag("--normalize", request->normalize,
                      "Scale the sound so that its loudest sample is 0.9 of full scale, and say by how much (without --gain: "
                      "always)");
    command->add_option("--sample-rate", request->options.sampleRate, "Frames a second")
        ->check(CLI::Range(8000, 96000))
        ->capture_default_str();
    command->add_flag("--json", context.out.json, "One object");
    command->callback([&context, request] { context.run = [&context, request] { return render(context, *request); }; });
}

}  // namespace ricercar::cli
