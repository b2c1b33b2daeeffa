// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/AskingRow.h"

#include "ui/generation/RollAsking.h"
#include "ui/kit/FoldingRow.h"
#include "ui/services/Stage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace ricercar {

AskingRow::AskingRow(const RollAsking& asking, Stage& stage, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("askingRow"));
    auto* row = new FoldingRow;
    row->setMargins(8, 2, 4, 2);
    row->setSpacing(4);
    int fold = static_cast<int>(asking.actions().size());
    for (QAction* action : asking.actions()) {
        auto* button = new QToolButton;
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::TabFocus);
        row->add(button, fold--);
    }
    row->addStretch();
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(row);
    const auto show = [this, &stage] { setVisible(stage.shown().kind == StageContent::Kind::Take); };
    connect(&stage, &Stage::shownChanged, this, show);
    show();
}

}  // namespace ricercar
