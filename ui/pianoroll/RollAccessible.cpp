// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/RollAccessible.h"

#include "ui/pianoroll/RollView.h"
#include "ui/words/Words.h"

#include <cmath>

namespace ricercar {
namespace {

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* view = qobject_cast<RollView*>(object);
    return view ? new RollAccessible(*view) : nullptr;
}

}  // namespace

RollAccessible::RollAccessible(RollView& view) : QAccessibleWidget(&view, QAccessible::Canvas), view_(view) {}

void RollAccessible::install() {
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once);
}

QString RollAccessible::text(QAccessible::Text which) const {
    if (which == QAccessible::Value) return value();
    if (which == QAccessible::Description) return description();
    return QAccessibleWidget::text(which);
}

QString RollAccessible::value() const {
    const RollContent& content = view_.content();
    if (content.current)
        if (const ShownNote* note = content.notes.find(*content.current)) return view_.wordsOf(*note);
    const QString place =
        RollView::tr("bar %1.%2").arg(content.bars.bar(view_.playhead())).arg(content.bars.beat(view_.playhead()));
    if (content.selection.empty()) return place;
    return RollView::tr("%Ln notes selected", nullptr, static_cast<int>(content.selection.size())) + QStringLiteral(" · ") +
           place;
}

QString RollAccessible::description() const {
    const RollContent& content = view_.content();
    if (content.empty()) return view_.hint();
    const QString notes = RollView::tr("%Ln notes", nullptr, static_cast<int>(content.notes.size()));
    const QString form =
        content.representation == Representation::Grid ? RollView::tr("on the grid") : RollView::tr("as they were played");
    const int last = content.bars.bar(std::max(0.0, content.steps - 1.0));
    return QStringLiteral("%1, %2, %3").arg(notes, form, RollView::tr("to bar %1").arg(last));
}

}  // namespace ricercar
