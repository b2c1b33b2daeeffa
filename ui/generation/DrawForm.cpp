// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/DrawForm.h"

#include "ui/generation/CurveEditor.h"
#include "ui/generation/Fields.h"
#include "ui/kit/MutedLabel.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>

#include <cmath>

namespace ricercar {

DrawForm::DrawForm(QWidget* parent)
    : QWidget(parent),
      conservativity_(numberField("conservativity", 0.01, 10.0, 0.05, 2,
                                  tr("Above 1: fewer notes. Below 1: more. 1 is what the model learnt"))),
      floor_(numberField("floor", 0.0, 0.5, 0.005, 3,
                         tr("Where a note sounds, pitches less likely than this are not drawn. 0: any pitch may be"))),
      keyFloor_(numberField("keyFloor", 0.0, 0.5, 0.005, 3,
                            tr("The same for notes that begin outside the key of the music so far. 0: as in the key"))),
      density_(numberField("density", 0.0, fullRange.size(), 0.1, 1,
                           tr("Voices that are to sound at once, on average: the music is steered towards it, in place of the "
                              "guard against thin places"))),
      densityGuard_(new QCheckBox(tr("Fill out thin places"))),
      silenceGuard_(new QCheckBox(tr("Wake up after silence"))),
      effects_(new MutedLabel),
      temperatureCurve_(new CurveEditor("temperatureCurve", tr("Temperature over the bars"))),
      conservativityCurve_(new CurveEditor("conservativityCurve", tr("Conservativity over the bars"))) {
    setObjectName(QStringLiteral("drawForm"));
    density_->setSpecialValueText(tr("as it comes"));
    conservativity_->setValue(1.0);
    densityGuard_->setObjectName(QStringLiteral("densityGuard"));
    densityGuard_->setToolTip(tr("While fewer notes sound than in the training set, notes are made likelier (Johnson 2015)"));
    silenceGuard_->setObjectName(QStringLiteral("silenceGuard"));
    silenceGuard_->setToolTip(tr("After a bar of silence the temperature rises until something sounds (DeepJ)"));
    effects_->setObjectName(QStringLiteral("drawEffects"));
    effects_->setWordWrap(true);
    effects_->hide();
    QFormLayout* rows = formRows(this);
    rows->addRow(tr("Conservativity"), conservativity_);
    rows->addRow(tr("Floor"), floor_);
    rows->addRow(tr("Floor out of key"), keyFloor_);
    rows->addRow(tr("Voices on average"), density_);
    rows->addRow(densityGuard_);
    rows->addRow(silenceGuard_);
    rows->addRow(effects_);
    for (CurveEditor* curve : {temperatureCurve_, conservativityCurve_}) {
        auto* title = new QLabel(curve->accessibleName());
        title->setWordWrap(true);
        title->setBuddy(curve);
        rows->addRow(title);
        rows->addRow(curve);
        connect(curve, &CurveEditor::changed, this, &DrawForm::changed);
    }
    for (QDoubleSpinBox* box : {conservativity_, floor_, keyFloor_, density_})
        connect(box, &QDoubleSpinBox::valueChanged, this, &DrawForm::changed);
    for (QCheckBox* box : {densityGuard_, silenceGuard_}) connect(box, &QCheckBox::toggled, this, &DrawForm::changed);
    connect(this, &DrawForm::changed, this, [this] {
        const bool curved = !conservativityCurve_->points().empty();
        conservativity_->setEnabled(!curved);
        conservativityCurve_->setLevel(conservativity_->value());
        densityGuard_->setEnabled(density_->value() == 0.0);
    });
}

void DrawForm::show(const SampleSettings& settings) {
    setExact(*conservativity_, settings.conservativity);
    setExact(*floor_, settings.floor);
    setExact(*keyFloor_, settings.keyFloor);
    setExact(*density_, settings.density);
    densityGuard_->setChecked(settings.densityGuard);
    silenceGuard_->setChecked(settings.silenceGuard);
    temperatureCurve_->setPoints(settings.temperatureCurve);
    conservativityCurve_->setPoints(settings.conservativityCurve);
}

void DrawForm::applyTo(SampleSettings& settings) const {
    settings.conservativity = exact(*conservativity_);
    settings.floor = exact(*floor_);
    settings.keyFloor = exact(*keyFloor_);
    settings.density = exact(*density_);
    settings.densityGuard = densityGuard_->isChecked();
    settings.silenceGuard = silenceGuard_->isChecked();
    settings.temperatureCurve = temperatureCurve_->points();
    settings.conservativityCurve = conservativityCurve_->points();
}

void DrawForm::follow(const SampleSettings& before, const SampleSettings& now) {
    const auto number = [](QDoubleSpinBox* box, double was, double is) {
        if (std::abs(exact(*box) - was) < 1e-6) setExact(*box, is);
    };
    const auto mark = [](QCheckBox* box, bool was, bool is) {
        if (box->isChecked() == was) box->setChecked(is);
    };
    number(conservativity_, before.conservativity, now.conservativity);
    number(floor_, before.floor, now.floor);
    number(keyFloor_, before.keyFloor, now.keyFloor);
    number(density_, before.density, now.density);
    mark(densityGuard_, before.densityGuard, now.densityGuard);
    mark(silenceGuard_, before.silenceGuard, now.silenceGuard);
}

QString DrawForm::summary(const SampleSettings& usual) const {
    SampleSettings now = usual;
    applyTo(now);
    QStringList words;
    if (!now.temperatureCurve.empty()) words << tr("temperature curve");
    if (!now.conservativityCurve.empty())
        words << tr("conservativity curve");
    else if (now.conservativity != usual.conservativity)
        words << tr("conservativity %1").arg(shortNumber(now.conservativity));
    if (now.floor != usual.floor) words << tr("floor %1").arg(shortNumber(now.floor));
    if (now.keyFloor != usual.keyFloor) words << tr("floor out of key %1").arg(shortNumber(now.keyFloor));
    if (now.density != usual.density) words << tr("%1 voices on average").arg(shortNumber(now.density));
    if (now.densityGuard != usual.densityGuard || now.silenceGuard != usual.silenceGuard) words << tr("guards");
    return words.join(QStringLiteral(", "));
}

void DrawForm::setEffects(const DrawEffects& effects) {
    effects_->setVisible(effects.moved > 0);
    effects_->setText(
        tr("Last time guards and density moved the draws of %1 of %2 steps").arg(whole(effects.moved), whole(effects.steps)));
}

void DrawForm::setBars(int bars) {
    temperatureCurve_->setBars(bars);
    conservativityCurve_->setBars(bars);
}

void DrawForm::setTemperature(double temperature) { temperatureCurve_->setLevel(temperature); }

bool DrawForm::curvesTemperature() const { return !temperatureCurve_->points().empty(); }

}  // namespace ricercar
