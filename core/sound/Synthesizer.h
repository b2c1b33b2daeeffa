#pragma once

#include "core/base/Message.h"
#include "core/sound/Sink.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace ricercar {

struct SynthesizerOptions {
    std::filesystem::path soundFont;  ///< empty: defaultSoundFont()
    std::string driver;               ///< empty: pulseaudio, alsa, jack, the first that opens; "file" writes `file`
    std::filesystem::path file;       ///< for driver "file" alone: a WAV that grows in real time
    double gain = 0.4;                ///< 0 .. 5
    int sampleRate = 44100;
    bool reverb = true;
    bool chorus = true;
};

/// Keeps the sound libraries quiet and JACK from starting a server. Call it first thing in main (it sets environment
/// variables); whatever needs it calls it as well. Needed once, harmless after.
void prepareSoundLibraries();

/// A FluidSynth with a sound device behind it. Opening and loading block (up to some seconds): not on the UI thread.
/// Every function may be called from any thread.
class Synthesizer {
public:
    /// Throws Error NotFound (SoundFontMissing), Damaged (SoundFontUnreadable), Device (SoundNoDevice).
    explicit Synthesizer(const SynthesizerOptions& options = {});
    ~Synthesizer();
    Synthesizer(const Synthesizer&) = delete;
    Synthesizer& operator=(const Synthesizer&) = delete;

    /// Takes the place of the one before, which stays where this throws Error (NotFound, Damaged).
    void loadSoundFont(const std::filesystem::path& path);
    [[nodiscard]] std::filesystem::path soundFont() const;
    /// Clamped to 0 .. 5. Quick.
    void setGain(double gain);
    [[nodiscard]] double gain() const;
    /// The driver that opened: "pulseaudio".
    [[nodiscard]] std::string driver() const;

    void send(const MidiMessage& message) noexcept;
    /// Every sound off at once, every instrument back to the first.
    void reset() noexcept;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

class SynthSink final : public Sink {
public:
    explicit SynthSink(std::shared_ptr<Synthesizer> synthesizer) : synthesizer_(std::move(synthesizer)) {}

    [[nodiscard]] const std::shared_ptr<Synthesizer>& synthesizer() const { return synthesizer_; }
    [[nodiscard]] std::string name() const override { return "FluidSynth (" + synthesizer_->driver() + ")"; }
    void send(const MidiMessage& message) override { synthesizer_->send(message); }
    void reset() override { synthesizer_->reset(); }

private:
    std::shared_ptr<Synthesizer> synthesizer_;
};

struct OpenedSink {
    std::shared_ptr<Sink> sink;                ///< a SynthSink, or a SilentSink with the reason in `problem`
    std::shared_ptr<Synthesizer> synthesizer;  ///< null with silence
    std::optional<Message> problem;
};

/// The synthesizer, or silence and why. Blocks as Synthesizer does; throws nothing but std::bad_alloc.
OpenedSink openSynthesizer(const SynthesizerOptions& options = {});

}  // namespace ricercar
