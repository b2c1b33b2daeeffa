// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/RequestWords.h"

#include "ui/words/Words.h"

#include <QCoreApplication>

#include <string_view>

namespace ricercar {
namespace {

struct SettingWords {
    std::string_view setting;
    const char* words;
};

constexpr SettingWords settingWords[]{
    {"bars", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The number of bars")},
    {"length", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The number of steps")},
    {"form", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The form")},
    {"meter", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The meter")},
    {"tempo", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The tempo")},
    {"range", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The range of pitches")},
    {"scale", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The scale")},
    {"voices", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The number of voices")},
    {"shortest", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The shortest note")},
    {"longest", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The longest note")},
    {"temperature", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The temperature")},
    {"conservativity", QT_TRANSLATE_NOOP("ricercar::RequestWords", "The conservativity")},
    {"forced", QT_TRANSLATE_NOOP("ricercar::RequestWords", "A fixed cell")},
};

}  // namespace

Message inFormsWords(const Message& message) {
    Message said = message;
    if (said.id != MessageId::InvalidSetting || said.args.empty() || !said.args.front().text()) return said;
    for (const SettingWords& one : settingWords)
        if (*said.args.front().text() == one.setting)
            said.args.front() = toUtf8(QCoreApplication::translate("ricercar::RequestWords", one.words));
    return said;
}

}  // namespace ricercar
