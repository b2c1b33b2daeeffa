// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/SoundPreferences.h"

#include "ui/words/Words.h"

#include <QSettings>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

const QString driverKey = QStringLiteral("sound/driver"), deviceKey = QStringLiteral("sound/device"),
              rateKey = QStringLiteral("sound/rate"), periodKey = QStringLiteral("sound/period"),
              periodsKey = QStringLiteral("sound/periods"), gainKey = QStringLiteral("sound/gain"),
              latencyKey = QStringLiteral("sound/latency"), fontKey = QStringLiteral("sound/soundFont"),
              volumeKey = QStringLiteral("sound/volume"), outputKey = QStringLiteral("sound/output"),
              outputPortKey = QStringLiteral("sound/outputPort"), inputKey = QStringLiteral("midi/input"),
              portsKey = QStringLiteral("midi/ports"), metronomeKey = QStringLiteral("sound/metronome"),
              countInKey = QStringLiteral("sound/countIn");

constexpr int mostLatency = 500;

int whole(const QSettings& settings, const QString& key, int usual, int least, int most) {
    bool number = false;
    const int value = settings.value(key).toInt(&number);
    return number ? std::clamp(value, least, most) : usual;
}

double figure(const QSettings& settings, const QString& key, double usual, double least, double most) {
    bool number = false;
    const double value = settings.value(key).toDouble(&number);
    return number && std::isfinite(value) ? std::clamp(value, least, most) : usual;
}

QString words(Output::Kind kind) {
    switch (kind) {
        case Output::Kind::Port: return QStringLiteral("port");
        case Output::Kind::Silence: return QStringLiteral("silence");
        case Output::Kind::Synth: break;
    }
    return QStringLiteral("synthesizer");
}

QString channelText(const ChannelMap& channels) {
    QStringList numbers;
    for (const int channel : channels) numbers << QString::number(channel);
    return numbers.join(QLatin1Char(' '));
}

ChannelMap channelsOf(const QString& text) {
    ChannelMap channels = sameChannels;
    const QStringList numbers = text.split(QLatin1Char(' '));
    for (qsizetype i = 0; i < std::min<qsizetype>(numbers.size(), 16); ++i) {
        bool number = false;
        const int channel = numbers[i].toInt(&number);
        if (number && channel >= -1 && channel < 16) channels[static_cast<std::size_t>(i)] = channel;
    }
    return channels;
}

}  // namespace

SynthesizerOptions SoundPreferences::synthesizer() const {
    SynthesizerOptions options;
    options.driver = toUtf8(driver);
    options.device = toUtf8(device);
    options.sampleRate = sampleRate;
    options.periodSize = periodSize;
    options.periods = periods;
    options.soundFont = toPath(soundFont);
    options.gain = gain * volume * volume;
    return options;
}

SoundPreferences SoundPreferences::load(QSettings& settings) {
    SoundPreferences found;
    found.driver = settings.value(driverKey).toString();
    found.device = settings.value(deviceKey).toString();
    found.sampleRate = whole(settings, rateKey, found.sampleRate, 8000, 96000);
    found.periodSize = whole(settings, periodKey, found.periodSize, 64, 8192);
    found.periods = whole(settings, periodsKey, found.periods, 2, 64);
    found.gain = figure(settings, gainKey, found.gain, 0.1, 5.0);
    found.synthLatency = whole(settings, latencyKey, 0, -mostLatency, mostLatency);
    found.soundFont = settings.value(fontKey).toString();
    found.volume = figure(settings, volumeKey, found.volume, 0.0, 1.0);
    const QString output = settings.value(outputKey).toString();
    for (const Output::Kind kind : {Output::Kind::Port, Output::Kind::Silence})
        if (output == words(kind)) found.output = {kind, {}};
    if (found.output.kind == Output::Kind::Port) found.output.name = settings.value(outputPortKey).toString();
    found.input = settings.value(inputKey).toString();
    found.metronome = settings.value(metronomeKey).toBool();
    found.countInBars = whole(settings, countInKey, 0, 0, 4);
    const int ports = settings.beginReadArray(portsKey);
    for (int i = 0; i < ports; ++i) {
        settings.setArrayIndex(i);
        PortPreferences port;
        port.clock = settings.value(QStringLiteral("clock")).toBool();
        port.latency = whole(settings, QStringLiteral("latency"), 0, -mostLatency, mostLatency);
        port.channels = channelsOf(settings.value(QStringLiteral("channels")).toString());
        found.ports.insert(settings.value(QStringLiteral("name")).toString(), port);
    }
    settings.endArray();
    return found;
}

void SoundPreferences::save(QSettings& settings) const {
    settings.setValue(driverKey, driver);
    settings.setValue(deviceKey, device);
    settings.setValue(rateKey, sampleRate);
    settings.setValue(periodKey, periodSize);
    settings.setValue(periodsKey, periods);
    settings.setValue(gainKey, gain);
    settings.setValue(latencyKey, synthLatency);
    settings.setValue(fontKey, soundFont);
    settings.setValue(volumeKey, volume);
    settings.setValue(outputKey, words(output.kind));
    settings.setValue(outputPortKey, output.name);
    settings.setValue(inputKey, input);
    settings.setValue(metronomeKey, metronome);
    settings.setValue(countInKey, countInBars);
    settings.remove(portsKey);
    settings.beginWriteArray(portsKey, static_cast<int>(ports.size()));
    int row = 0;
    for (auto port = ports.begin(); port != ports.end(); ++port) {
        settings.setArrayIndex(row++);
        settings.setValue(QStringLiteral("name"), port.key());
        settings.setValue(QStringLiteral("clock"), port->clock);
        settings.setValue(QStringLiteral("latency"), port->latency);
        settings.setValue(QStringLiteral("channels"), channelText(port->channels));
    }
    settings.endArray();
}

}  // namespace ricercar
