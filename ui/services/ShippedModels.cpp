// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/ShippedModels.h"

#include "core/base/Error.h"
#include "core/learning/Checkpoint.h"
#include "core/workbench/Resources.h"
#include "ui/words/Words.h"

#include <QCoreApplication>

namespace ricercar {
namespace {

QString words(const char* text) { return QCoreApplication::translate("ShippedModels", text); }

CheckpointChoice choiceOf(const ShippedModel& model) {
    CheckpointChoice choice{fromUtf8(model.name), words(QT_TRANSLATE_NOOP("ShippedModels", "Ships with Ricercar")), model.file,
                            0};
    if (model.file == demoCheckpoint()) {
        choice.name = words(QT_TRANSLATE_NOOP("ShippedModels", "Demo model"));
        choice.detail = words(QT_TRANSLATE_NOOP("ShippedModels", "Ships with Ricercar; trained on the demo dataset"));
    }
    try {
        const auto card = loadCheckpointHeader(model.file).card;
        if (!card) return choice;
        if (!card->title.empty()) choice.name = fromUtf8(card->title);
        choice.detail += QStringLiteral("\n\n") + cardWords(*card);
    } catch (const Error&) {  // said when it is used
    }
    return choice;
}

}  // namespace

std::vector<CheckpointChoice> shippedChoices() {
    std::vector<CheckpointChoice> choices;
    for (const ShippedModel& model : shippedModels()) choices.push_back(choiceOf(model));
    return choices;
}

QString cardWords(const ModelCard& card) {
    QStringList paragraphs;
    const auto add = [&](const char* heading, const std::string& text) {
        if (!text.empty()) paragraphs << words(heading).arg(fromUtf8(text));
    };
    add(QT_TRANSLATE_NOOP("ShippedModels", "Learnt from: %1"), card.data);
    add(QT_TRANSLATE_NOOP("ShippedModels", "Licence: %1"), card.licence);
    add(QT_TRANSLATE_NOOP("ShippedModels", "Recipe: %1"), card.recipe);
    add(QT_TRANSLATE_NOOP("ShippedModels", "Figures: %1"), card.figures);
    add(QT_TRANSLATE_NOOP("ShippedModels", "Limits: %1"), card.limits);
    return paragraphs.join(QStringLiteral("\n"));
}

}  // namespace ricercar
