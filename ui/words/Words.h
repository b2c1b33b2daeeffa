// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/dataset/Workspace.h"
#include "core/music/Scale.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include <filesystem>

namespace ricercar {

/// What core has to say, in the language of the window.
QString text(const Message& message);
QString text(const std::vector<Message>& messages);

QString fromUtf8(const std::string& utf8);
std::string toUtf8(const QString& text);
QString fromPath(const std::filesystem::path& path);
std::filesystem::path toPath(const QString& path);

/// A title as a file name: no slashes, not empty.
QString fileNameOf(const QString& title);

/// "C♯ minor"; empty for silence.
QString keyName(const KeyEstimate& key);
/// How pitches are called: as the window's language does, C D E … B, Do Re Mi … Si, or C D E … H.
enum class PitchNames { Language, English, Solfege, German };
/// For the whole program, from the next pitchName on. UI thread.
void setPitchNames(PitchNames names);
PitchNames pitchNames();
/// "C♯4"; 60 is C4.
QString pitchName(int pitch);
/// "C♯", of a pitch class.
QString pitchClassName(int pitchClass);
/// "Dorian"
QString modeName(Mode mode);
/// "45 s", "3 min 20 s", "2 h 5 min"
QString duration(double seconds);
/// ISO 8601 as a local date and time: "30.11.26, 20:15".
QString timeWords(const std::string& iso);
/// "640 MB", "1.3 GB"
QString megabytes(double mb);
/// With the decimals that a loss deserves: "12.3", "0.0431".
QString figure(double value);
/// What is counted: "1,108", in the window's way of writing. Every number that is shown is written so, or by QLocale, but for
/// those that are names or places: seeds, bars ("1108.2"), pitches, channels.
QString whole(std::int64_t value);
/// Bars of a piece or take, the last one counted even where it is not full.
int barsOf(int steps, int barOffset, const Meter& meter);
/// Seconds of a piece at its tempo.
double secondsOf(int steps, double tempo);

}  // namespace ricercar
