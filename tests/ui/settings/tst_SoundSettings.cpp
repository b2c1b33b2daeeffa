// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/kit/LevelMeter.h"
#include "ui/settings/Preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace ricercar;

namespace {

void choose(QComboBox* box, const QVariant& value) {
    const int row = box->findData(value);
    QVERIFY(row >= 0);
    box->setCurrentIndex(row);
    emit box->activated(row);
}

}  // namespace

class tst_SoundSettings : public QObject {
    Q_OBJECT

private slots:
    void everyChangeIsInForceAndKept() {
        test::Window w;
        QVERIFY(w.ready());
        w.find<QAction>("soundSettings")->trigger();
        auto* dialog = w.window->findChild<Preferences*>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QVERIFY(!dialog->isModal());
        const auto now = [&] { return w.services->playback.soundOutput().preferences(); };
        const auto find = [&]<class Widget>(const char* name, Widget*& widget) {
            widget = dialog->findChild<Widget*>(QLatin1String(name));
            QVERIFY(widget);
        };
        QComboBox *driver = nullptr, *rate = nullptr, *period = nullptr, *font = nullptr;
        QSpinBox *periods = nullptr, *latency = nullptr;
        QDoubleSpinBox* gain = nullptr;
        QLabel* state = nullptr;
        find("driver", driver);
        find("rate", rate);
        find("period", period);
        find("soundFont", font);
        find("periods", periods);
        find("latency", latency);
        find("gain", gain);
        find("soundState", state);
        QTRY_VERIFY(driver->findData(QStringLiteral("jack")) > 0);
        QVERIFY(!state->text().isEmpty());
        choose(rate, 48000);
        choose(period, 1024);
        periods->setValue(3);
        latency->setValue(25);
        gain->setValue(1.5);
        QCOMPARE(now().sampleRate, 48000);
        QCOMPARE(now().periodSize, 1024);
        QCOMPARE(now().periods, 3);
        QCOMPARE(now().synthLatency, 25);
        QCOMPARE(now().gain, 1.5);
        QTRY_VERIFY(w.services->jobs.idle());
        choose(driver, QStringLiteral("jack"));
        QCOMPARE(now().driver, QStringLiteral("jack"));
        QTRY_VERIFY(w.services->jobs.idle());
        QVERIFY(SoundPreferences::load(*w.settings) == now());
        QTRY_VERIFY(font->findData(QStringLiteral("other")) > 0);
        dialog->findChild<QPushButton*>(QStringLiteral("testTone"))->click();
        dialog->close();
        QTRY_VERIFY(!w.window->findChild<Preferences*>());
    }

    void portsAreSetByName() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath("a.ini"), QSettings::IniFormat);
        SoundPreferences wanted;
        wanted.output = {Output::Kind::Port, QStringLiteral("Keys:in")};
        wanted.ports[QStringLiteral("Keys:in")] = {true, -20, sameChannels};
        wanted.ports[QStringLiteral("Keys:in")].channels[3] = -1;
        wanted.input = QStringLiteral("Keys:out");
        wanted.save(settings);
        QVERIFY(SoundPreferences::load(settings) == wanted);
        settings.setValue(QStringLiteral("sound/rate"), QStringLiteral("no number"));
        settings.setValue(QStringLiteral("sound/gain"), 1e300);
        settings.setValue(QStringLiteral("sound/periods"), -7);
        const SoundPreferences bounded = SoundPreferences::load(settings);
        QCOMPARE(bounded.sampleRate, 44100);
        QCOMPARE(bounded.gain, 5.0);
        QCOMPARE(bounded.periods, 2);
    }

    void aPortThatIsAwayCanStillBeSet() {
        test::Window w;
        QVERIFY(w.ready());
        SoundPreferences wanted = w.services->playback.soundOutput().preferences();
        wanted.ports[QStringLiteral("Synth:in")] = {};
        w.services->playback.setPreferences(wanted);
        w.find<QAction>("soundSettings")->trigger();
        auto* dialog = w.window->findChild<Preferences*>();
        auto* port = dialog->findChild<QComboBox*>(QStringLiteral("midiPort"));
        choose(port, QStringLiteral("Synth:in"));
        dialog->findChild<QCheckBox*>(QStringLiteral("midiClock"))->click();
        dialog->findChild<QSpinBox*>(QStringLiteral("midiLatency"))->setValue(12);
        dialog->findChild<QSpinBox*>(QStringLiteral("channel2"))->setValue(9);
        dialog->findChild<QSpinBox*>(QStringLiteral("channel3"))->setValue(0);
        PortPreferences now = w.services->playback.soundOutput().preferences().port(QStringLiteral("Synth:in"));
        QVERIFY(now.clock);
        QCOMPARE(now.latency, 12);
        QCOMPARE(now.channels[1], 8);
        QCOMPARE(now.channels[2], -1);
        dialog->findChild<QPushButton*>(QStringLiteral("sameChannels"))->click();
        now = w.services->playback.soundOutput().preferences().port(QStringLiteral("Synth:in"));
        QCOMPARE(now.channels, sameChannels);
    }

    void theMeterRisesAtOnceAndFallsSlowly() {
        LevelMeter meter;
        meter.setLevel(0.5);
        const double high = meter.shown();
        QVERIFY(high > 0.8 && high < 1.0);
        QVERIFY(!meter.clipped());
        meter.setLevel(0.0);
        QVERIFY(meter.shown() < high && meter.shown() > high - 0.1);
        meter.setLevel(1.2);
        QVERIFY(meter.clipped());
        QCOMPARE(meter.shown(), 1.0);
        for (int i = 0; i < 60; ++i) meter.setLevel(0.0);
        QVERIFY(!meter.clipped());
        QCOMPARE(meter.shown(), 0.0);
        meter.resize(meter.sizeHint());
        QVERIFY(!meter.grab().isNull());
    }
};

QTEST_MAIN(tst_SoundSettings)
#include "tst_SoundSettings.moc"
