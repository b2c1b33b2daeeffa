// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Theme.h"

#include <QGuiApplication>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

double channel(float value) {
    const double v = static_cast<double>(value);
    return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

QColor translucent(QColor color, double alpha) {
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

struct Roles {
    const char *window, *base, *alternate, *button, *text, *disabled, *highlight, *highlighted, *light, *mid, *dark, *tip,
        *link;
};

QPalette paletteOf(const Roles& r) {
    QPalette p;
    p.setColor(QPalette::Window, QColor(r.window));
    p.setColor(QPalette::WindowText, QColor(r.text));
    p.setColor(QPalette::Base, QColor(r.base));
    p.setColor(QPalette::AlternateBase, QColor(r.alternate));
    p.setColor(QPalette::Text, QColor(r.text));
    p.setColor(QPalette::Button, QColor(r.button));
    p.setColor(QPalette::ButtonText, QColor(r.text));
    p.setColor(QPalette::BrightText, QColor(r.highlighted));
    p.setColor(QPalette::Highlight, QColor(r.highlight));
    p.setColor(QPalette::HighlightedText, QColor(r.highlighted));
    p.setColor(QPalette::Link, QColor(r.link));
    p.setColor(QPalette::LinkVisited, QColor(r.link));
    p.setColor(QPalette::ToolTipBase, QColor(r.tip));
    p.setColor(QPalette::ToolTipText, QColor(r.text));
    p.setColor(QPalette::PlaceholderText, QColor(r.disabled));
    p.setColor(QPalette::Light, QColor(r.light));
    p.setColor(QPalette::Midlight, mixed(QColor(r.light), QColor(r.button), 0.5));
    p.setColor(QPalette::Mid, QColor(r.mid));
    p.setColor(QPalette::Dark, QColor(r.dark));
    p.setColor(QPalette::Shadow, QColor(r.dark).darker(150));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, QColor(r.disabled));
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor(r.mid));
    return p;
}

}  // namespace

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto part = [share](float x, float y) {
        return static_cast<float>(static_cast<double>(x) * (1.0 - share) + static_cast<double>(y) * share);
    };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

QColor legible(QColor color, const QColor& ground, const QColor& otherGround, double ratio) {
    const auto worst = [&](const QColor& c) { return std::min(contrast(c, ground), contrast(c, otherGround)); };
    const bool lighter = luminance(ground) + luminance(otherGround) < 0.36;
    const QColor end = lighter ? QColor(Qt::white) : QColor(Qt::black);
    const QColor start = color;
    for (int i = 1; i <= 50 && worst(color) < ratio; ++i) color = mixed(start, end, i / 50.0);
    return color;
}

Theme::Theme(const QPalette& p) {
    window = p.color(QPalette::Active, QPalette::Window);
    surface = p.color(QPalette::Active, QPalette::Base);
    text = p.color(QPalette::Active, QPalette::Text);
    dark = luminance(surface) < 0.18;
    mutedText = legible(mixed(text, surface, 0.36), surface, window, 4.6);
    accent = legible(p.color(QPalette::Active, QPalette::Highlight), surface, window, dark ? 5.5 : 3.0);
    onAccent = contrast(accent, Qt::white) >= contrast(accent, Qt::black) ? QColor(Qt::white) : QColor(Qt::black);

    rowDark = mixed(surface, dark ? QColor(Qt::black) : text, dark ? 0.22 : 0.045);
    barLine = mixed(surface, text, 0.40);
    beatLine = mixed(surface, text, 0.14);
    stepLine = mixed(surface, text, 0.07);
    whiteKey = dark ? QColor(0xc9, 0xcc, 0xd1) : QColor(0xff, 0xff, 0xff);
    blackKey = dark ? QColor(0x1a, 0x1c, 0x20) : QColor(0x3a, 0x3d, 0x44);
    keyText = legible(QColor(0x5a, 0x5e, 0x66), whiteKey, whiteKey, 4.6);
    keyLine = dark ? QColor(0x8d, 0x92, 0x9a) : QColor(0xc4, 0xc8, 0xce);

    rowOut = mixed(surface, dark ? QColor(Qt::black) : text, dark ? 0.30 : 0.085);
    rowTonic = mixed(surface, accent, dark ? 0.14 : 0.09);
    note = legible(dark ? QColor(0x3f, 0xb8, 0xa6) : QColor(0x16, 0x86, 0x7a), rowOut, rowTonic, 3.6);
    noteSoft = legible(mixed(note, surface, dark ? 0.5 : 0.4), rowOut, rowTonic, 3.1);
    noteLoud = legible(mixed(note, dark ? QColor(Qt::white) : QColor(Qt::black), dark ? 0.45 : 0.5), rowOut, rowTonic, 6.0);
    noteAttack = legible(mixed(note, dark ? QColor(Qt::white) : QColor(Qt::black), 0.45), rowOut, rowTonic, 4.5);
    primerNote = legible(mixed(note, text, dark ? 0.45 : 0.35), rowOut, rowTonic, 3.2);
    primerNote = QColor::fromHslF(primerNote.hslHueF(), primerNote.hslSaturationF() * 0.45F, primerNote.lightnessF());
    primerNote = legible(primerNote, rowOut, rowTonic, 3.1);
    const QColor orange = dark ? QColor(0xE6, 0x9F, 0x00) : QColor(0xD5, 0x5E, 0x00);  // Okabe and Ito
    ghost = legible(orange, rowOut, rowTonic, 3.2);
    ghostFill = translucent(ghost, 0.22);
    primerWash = translucent(text, dark ? 0.07 : 0.055);
    loopWash = translucent(accent, 0.16);
    outside = mixed(surface, window, 0.75);

    // Okabe and Ito: blue and vermilion on light, sky blue and orange on dark.
    train = legible(dark ? QColor(0x56, 0xB4, 0xE9) : QColor(0x00, 0x72, 0xB2), surface, surface, 3.2);
    trainFaint = translucent(train, dark ? 0.26 : 0.26);
    validation = legible(dark ? QColor(0xE6, 0x9F, 0x00) : QColor(0xD5, 0x5E, 0x00), surface, surface, 3.2);
    best = legible(dark ? QColor(0xF0, 0xE4, 0x42) : QColor(0x00, 0x7A, 0x5A), surface, surface, 3.2);

    const QColor green(0x2e, 0x9d, 0x5b), amber(0xd9, 0x8a, 0x00), red(0xd6, 0x3b, 0x3b);
    good = legible(green, surface, window, 3.2);
    warning = legible(amber, surface, window, 3.2);
    error = legible(red, surface, window, 3.2);
    goodText = legible(green, surface, window, 4.6);
    warningText = legible(amber, surface, window, 4.6);
    errorText = legible(red, surface, window, 4.6);
    warningBack = mixed(surface, amber, dark ? 0.20 : 0.16);
    errorBack = mixed(surface, red, dark ? 0.22 : 0.13);
    infoBack = mixed(surface, accent, dark ? 0.20 : 0.12);
}

QColor Theme::noteOf(int velocity) const {
    constexpr double middle = 80.0;  // what music without velocities is played at
    if (velocity <= 0) return note;
    if (velocity < middle) return mixed(noteSoft, note, velocity / middle);
    return mixed(note, noteLoud, std::min(1.0, (velocity - middle) / (127.0 - middle)));
}

Theme Theme::current() { return Theme(QGuiApplication::palette()); }

QPalette Theme::lightPalette() {
    return paletteOf({"#eff0f2", "#ffffff", "#f6f7f8", "#f7f8f9", "#1f2328", "#6c727c", "#3d5bd9", "#ffffff", "#ffffff",
                      "#c3c7ce", "#a3a8b1", "#ffffff", "#2f4fc9"});
}

QPalette Theme::darkPalette() {
    return paletteOf({"#25282d", "#1c1f23", "#22252a", "#31353c", "#e4e6ea", "#8f96a1", "#4a5fd0", "#ffffff", "#434852",
                      "#3a3f47", "#15171a", "#31353c", "#9db0ff"});
}

}  // namespace ricercar
