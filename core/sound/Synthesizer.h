// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Task.h"
#include "core/sound/Sink.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

struct SynthesizerOptions {
    std::filesystem::path soundFont;  ///< empty: defaultSoundFont()
    std::string driver;               ///< empty: pulseaudio, alsa, jack, the first that opens; "file" writes `file`
    std::string device;               ///< of that driver; empty: its default
    std::filesystem::path file;       ///< for driver "file" alone: a WAV that grows in real time
    double gain = 0.4;                ///< 0 .. 5
    int sampleRate = 44100;           ///< 8000 .. 96000
    int periodSize = 512;             ///< frames, 64 .. 8192
    int periods = 4;                  ///< 2 .. 64
    bool reverb = true;
    bool chorus = true;
};

/// Keeps the sound libraries quiet and JACK from starting a server. Call it first thing in main (it sets environment
/// variables); whatever needs it calls it as well. Needed once, harmless after.
void prepareSoundLibraries();

/// The drivers that FluidSynth was built with and that play to a device: alsa, jack, pulseaudio ...
std::vector<std::string> soundDrivers();
/// The devices a driver offers by name; may be empty. Blocks shortly.
std::vector<std::string> soundDevices(const std::string& driver);

/// A FluidSynth with a sound device behind it. Opening and loading block (up to some seconds): not on the UI thread.
/// Every function may be called from any thread.
class Synthesizer {
public:
    /// Throws Error NotFound (SoundFontMissing), Damaged (SoundFontUnreadable), Device (SoundNoDevice).
    explicit Synthesizer(const SynthesizerOptions& options = {});
    ~Synthesizer();
    Synthesizer(const Synthesizer&) = delete;
    Synthesizer& operator=(const Synthesizer&) = delete;

    /// Takes the place of the one before, which stays where this throws Error (NotFound, Damaged) or is stopped: false.
    /// Reports bytes.
    bool loadSoundFont(const std::filesystem::path& path, const Task& task = {});
    [[nodiscard]] std::filesystem::path soundFont() const;
    /// Clamped to 0 .. 5. Quick.
    void setGain(double gain);
    [[nodiscard]] double gain() const;
    /// The driver that opened: "pulseaudio".
    [[nodiscard]] std::string driver() const;

    void send(const MidiMessage& message) noexcept;
    /// A beat of the metronome, on a channel of its own behind the sixteen.
    void click(bool accent) noexcept;
    /// The loudest sample since the last call, 1 is full scale; 0 with the driver "file". One thread at a time.
    double takeLevel() noexcept;
    /// False once the device has gone: its server is not there any more, or it has asked for no sound for seconds.
    [[nodiscard]] bool alive() const;

    /// Every sound off at once, every controller back.
    void panic() noexcept;
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
    [[nodiscard]] bool alive() const override { return synthesizer_->alive(); }
    void send(const MidiMessage& message) override { synthesizer_->send(message); }
    bool click(bool accent) override {
        synthesizer_->click(accent);
        return true;
    }
    void panic() override { synthesizer_->panic(); }
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
