// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/GridForm.h"

#include "ui/kit/MutedLabel.h"
#include "ui/services/Changes.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/RemedyWords.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>

namespace ricercar {

GridForm::GridForm(Jobs& jobs, WorkspaceStore& store, Notices& notices, Changes& changes, Curation& curation,
                   std::vector<std::int64_t> pieces, QWidget* parent)
    : QDialog(parent),
      jobs_(jobs),
      store_(store),
      notices_(notices),
      changes_(changes),
      curation_(curation),
      pieces_(std::move(pieces)),
      series_(curation.newSeries(pieces_)),
      byHand_(new QCheckBox(tr("First bar line by hand"))),
      pickup_(new QSpinBox),
      shift_(new QDoubleSpinBox),
      found_(new MutedLabel) {
    setObjectName(QStringLiteral("gridForm"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Shift the grid"));
    byHand_->setObjectName(QStringLiteral("pickupByHand"));
    pickup_->setObjectName(QStringLiteral("pickup"));
    pickup_->setRange(0, 255);
    pickup_->setSuffix(tr(" steps"));
    pickup_->setToolTip(tr("The pick-up: 16ths before the first bar line"));
    shift_->setObjectName(QStringLiteral("shift"));
    shift_->setRange(-64.0, 64.0);
    shift_->setDecimals(2);
    shift_->setSingleStep(0.05);
    shift_->setSuffix(tr(" steps"));
    shift_->setToolTip(tr("Every note comes later by so many 16ths, or earlier"));
    auto* nearest = new QPushButton(tr("Nearest"));
    nearest->setObjectName(QStringLiteral("nearestShift"));
    nearest->setToolTip(tr("The shift that brings most notes of the first piece nearest to the grid"));
    auto* shifting = new QHBoxLayout;
    shifting->addWidget(shift_, 1);
    shifting->addWidget(nearest);
    auto* form = new QFormLayout(this);
    form->addRow(byHand_);
    form->addRow(tr("Pick-up"), pickup_);
    form->addRow(QString(), found_);
    form->addRow(tr("Shift the notes"), shifting);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    form->addRow(buttons);
    read();

    calm_.setSingleShot(true);
    calm_.setInterval(120);
    connect(&calm_, &QTimer::timeout, this, &GridForm::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(byHand_, &QCheckBox::toggled, this, &GridForm::edited);
    connect(pickup_, &QSpinBox::valueChanged, this, &GridForm::edited);
    connect(shift_, &QDoubleSpinBox::valueChanged, this, &GridForm::edited);
    connect(nearest, &QPushButton::clicked, this, &GridForm::findShift);
    connect(&store_, &WorkspaceStore::piecesChanged, this, [this] {
        if (!calm_.isActive() && changes_.idle()) read();
    });
    connect(&store_, &WorkspaceStore::opened, this, &QDialog::close);
}

void GridForm::read() {
    const Piece* piece = pieces_.empty() ? nullptr : store_.piece(pieces_.front());
    if (!piece) return;
    reading_ = true;
    std::optional<int> pickup;
    double shift = 0.0;
    for (const Remedy& remedy : recipeOf(piece->recipe)) {
        if (const auto* line = std::get_if<PlaceBarLine>(&remedy)) pickup = line->pickupSteps;
        if (const auto* by = std::get_if<ShiftNotes>(&remedy)) shift = by->steps;
    }
    byHand_->setChecked(pickup.has_value());
    pickup_->setEnabled(pickup.has_value());
    pickup_->setValue(pickup.value_or(piece->report.pickupSteps));
    shift_->setValue(shift);
    found_->setText(pickup                          ? tr("Placed by hand")
                    : piece->report.pickupDetected  ? tr("Found by listening")
                    : piece->report.pickupSteps > 0 ? tr("As the file says")
                                                    : tr("None was found"));
    reading_ = false;
}

void GridForm::edited() {
    if (reading_) return;
    pickup_->setEnabled(byHand_->isChecked());
    calm_.start();
}

void GridForm::apply() {
    if (!changes_.idle()) {  // the last one first
        calm_.start();
        return;
    }
    if (!curation_.goesOn(*series_)) series_ = curation_.newSeries(pieces_);
    const std::optional<int> pickup = byHand_->isChecked() ? std::optional(pickup_->value()) : std::nullopt;
    const double shift = shift_->value();
    curation_.change(series_, tr("Shift the grid"), [pickup, shift](Recipe recipe) {
        recipe = withoutRemedy(withoutRemedy(std::move(recipe), PlaceBarLine{}), ShiftNotes{});
        if (std::abs(shift) > 1e-9) recipe = withRemedy(std::move(recipe), ShiftNotes{shift});
        if (pickup) recipe = withRemedy(std::move(recipe), PlaceBarLine{*pickup});
        return recipe;
    });
}

void GridForm::findShift() {
    const Piece* piece = pieces_.empty() ? nullptr : store_.piece(pieces_.front());
    if (!piece) return;
    jobs_.ask(
        this,
        [path = store_.path(), piece = *piece](const Task& task) {
            const Workspace workspace = Workspace::existing(path);
            const PieceSource source = sourceOf(workspace, piece);
            const Recipe recipe = withoutRemedy(recipeOf(piece.recipe), ShiftNotes{});
            return bestShift(remedied(source.score, source.part, recipe, {}, task).score);
        },
        [this](double shift) {
            notices_.withdraw(About::Grid);
            shift_->setValue(shift);
        },
        [this](const Message& problem) { notices_.post(About::Grid, Severity::Error, text(problem)); });
}

}  // namespace ricercar
