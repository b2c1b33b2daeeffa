// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/Terms.h"

#include "ui/help/Handbook.h"

#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QWhatsThis>

#include <algorithm>
#include <iterator>

namespace ricercar {
namespace {

struct FieldTerm {
    const char* field;  ///< its object name
    const char* term;   ///< an entry of the glossary
};

constexpr FieldTerm fieldTerms[]{
    // generation
    {"checkpoint", "checkpoint"},
    {"primer", "primer"},
    {"primerBars", "primer"},
    {"variations", "take"},
    {"seed", "seed"},
    {"temperature", "temperature"},
    {"conservativity", "conservativity"},
    {"floor", "floor"},
    {"keyFloor", "floor"},
    {"particles", "candidates"},
    {"densityGuard", "guards"},
    {"silenceGuard", "guards"},
    // training
    {"preset", "preset"},
    {"epochs", "epoch"},
    {"minutes", "epoch"},
    {"trainSeed", "seed"},
    {"featureLayout", "feature-layout"},
    {"learningRate", "learning-rate"},
    {"schedule", "schedule-and-warm-up"},
    {"warmup", "schedule-and-warm-up"},
    {"weightDecay", "weight-decay"},
    {"inputDropout", "dropout"},
    {"batch", "batch"},
    {"window", "window"},
    {"patience", "early-stopping"},
    {"pitchRange", "pitch-range"},
    {"precision", "arithmetic"},
    {"figure0", "epoch"},
    {"figure1", "step"},
    {"figure3", "loss"},
    {"figure4", "validation"},
};

}  // namespace

QStringList Terms::all() {
    QStringList terms;
    for (const FieldTerm& one : fieldTerms) terms << QString::fromLatin1(one.term);
    terms.removeDuplicates();
    return terms;
}

Terms::Terms(const Handbook& handbook, QWidget& window, QObject* parent) : QObject(parent) {
    QHash<const QWidget*, QLabel*> labels;
    for (QLabel* label : window.findChildren<QLabel*>())
        if (label->buddy()) labels.insert(label->buddy(), label);
    for (const FieldTerm& one : fieldTerms) {
        const QString term = QString::fromLatin1(one.term), words = handbook.explanation(term);
        if (words.isEmpty()) continue;
        for (QWidget* field : window.findChildren<QWidget*>(QString::fromLatin1(one.field)))
            explain(*field, labels.value(field), term, words);
    }
}

void Terms::explain(QWidget& field, QLabel* label, const QString& term, const QString& words) {
    terms_.insert(&field, term);
    field.setWhatsThis(
        QStringLiteral("<p>%1</p><p><a href=\"%2\">%3</a></p>").arg(words.toHtmlEscaped(), term, tr("More in the glossary")));
    if (auto* figure = qobject_cast<QLabel*>(&field))
        dress(*figure, term, words);
    else
        field.installEventFilter(this);
    if (!label) return;
    label->setWhatsThis(field.whatsThis());
    dress(*label, term, words);
}

void Terms::dress(QLabel& label, const QString& term, const QString& words) {
    terms_.insert(&label, term);
    label.setToolTip(QStringLiteral("<p>%1</p><p><i>%2</i></p>").arg(words.toHtmlEscaped(), tr("Click: more in the glossary")));
    label.setCursor(Qt::WhatsThisCursor);
    label.installEventFilter(this);
}

bool Terms::explainFocus() const {
    const QWidget* focus = QApplication::focusWidget();
    while (focus && !terms_.contains(focus)) focus = focus->parentWidget();
    if (!focus) return false;
    QWhatsThis::showText(focus->mapToGlobal(QPoint(0, focus->height())), focus->whatsThis(), const_cast<QWidget*>(focus));
    return true;
}

bool Terms::eventFilter(QObject* watched, QEvent* event) {
    auto* label = qobject_cast<QLabel*>(watched);
    const auto underline = [label](bool on) {
        QFont font = label->font();
        font.setUnderline(on);
        label->setFont(font);
    };
    switch (event->type()) {
        case QEvent::WhatsThisClicked:
            QWhatsThis::hideText();
            emit asked(static_cast<QWhatsThisClickedEvent*>(event)->href());
            return true;
        case QEvent::Enter:
            if (label) underline(true);
            break;
        case QEvent::Leave:
            if (label) underline(false);
            break;
        case QEvent::MouseButtonRelease:
            if (!label || static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton) break;
            emit asked(terms_.value(label));
            return true;
        default: break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace ricercar
