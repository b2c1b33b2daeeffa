// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/RequestForm.h"

#include "ui/generation/ConstraintsForm.h"
#include "ui/generation/DrawForm.h"
#include "ui/generation/GivenCells.h"
#include "ui/generation/GivenRow.h"
#include "ui/generation/MusicForm.h"
#include "ui/generation/PrimerChooser.h"
#include "ui/generation/StructureForm.h"
#include "ui/generation/StyleForm.h"
#include "ui/kit/FoldingSection.h"
#include "ui/services/Stage.h"

#include <QVBoxLayout>

#include <utility>

namespace ricercar {

RequestForm::RequestForm(WorkspaceStore& store, Stage& stage, GivenCells& given, QWidget* parent)
    : QWidget(parent),
      given_(given),
      music_(new MusicForm(store, stage)),
      givenRow_(new GivenRow(given)),
      draw_(new DrawForm),
      constraints_(new ConstraintsForm),
      structure_(new StructureForm),
      style_(new StyleForm) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(music_);
    column->addWidget(givenRow_);
    addSections();
    column->addStretch(1);
    connect(music_, &MusicForm::primerChanged, this, [this] {
        if (!showing_) asShown_ = false;
    });
    connect(&given_, &GivenCells::changed, this, &RequestForm::takeGiven);
    connect(music_, &MusicForm::changed, this, &RequestForm::tell);
    connect(givenRow_, &GivenRow::changed, this, &RequestForm::tell);
    connect(draw_, &DrawForm::changed, this, &RequestForm::tell);
    connect(constraints_, &ConstraintsForm::changed, this, &RequestForm::tell);
    connect(structure_, &StructureForm::changed, this, &RequestForm::tell);
    connect(style_, &StyleForm::changed, this, &RequestForm::tell);
    tell();
}

void RequestForm::addSections() {
    const auto section = [this](const char* name, const QString& title, QWidget* form) {
        auto* made = new FoldingSection(name, title, form);
        layout()->addWidget(made);
        return made;
    };
    drawSection_ = section("drawFold", tr("How it draws"), draw_);
    constraintsSection_ = section("constraintsFold", tr("Constraints"), constraints_);
    structureSection_ = section("structureFold", tr("Form"), structure_);
    styleSection_ = section("styleFold", tr("Playing style"), style_);
}

int RequestForm::firstNewStep() const {
    TakeRequest cut;
    music_->applyTo(cut);
    if (!cut.settings.primer) return 0;
    const PianoRoll& roll = *cut.settings.primer;
    const int begun = roll.stepInBar(roll.steps());
    return roll.steps() + (begun > 0 ? roll.barSteps() - begun : 0);
}

Meter RequestForm::meter() const {
    if (const auto& primer = music_->primer().roll()) return primer->meter();
    TakeRequest asked;
    structure_->applyTo(asked);
    return asked.meter.value_or(usualMeter_);
}

void RequestForm::takeGiven() {
    if (given_.byHand() && !given_.empty() && !showing_) {
        music_->primer().clear();
        music_->setBars(given_.bars());
        structure_->setMeter(given_.meter());
    }
    if (given_.empty() && meterOfGiven_ && !showing_) structure_->setMeter({});
    meterOfGiven_ = given_.byHand() && !given_.empty();
    tell();
}

void RequestForm::tell() {
    if (showing_) return;
    const bool primer = music_->primer().roll().has_value();
    const int primerBars =
        primer ? (firstNewStep() + music_->primer().roll()->barOffset()) / meter().barSteps().value_or(16) : 0;
    structure_->setMusic(primer);
    constraints_->setPrimer(primer);
    draw_->setBars(primerBars + music_->bars());
    draw_->setTemperature(music_->temperature());
    music_->setCurved(draw_->curvesTemperature());
    drawSection_->setSummary(draw_->summary(usual_));
    constraintsSection_->setSummary(constraints_->summary());
    structureSection_->setSummary(structure_->summary());
    styleSection_->setSummary(style_->summary());
    emit changed();
}

TakeRequest RequestForm::request() const {
    TakeRequest request = base_;
    music_->applyTo(request);
    draw_->applyTo(request.settings);
    constraints_->applyTo(request);
    structure_->applyTo(request);
    request.style = style_->style();
    request.settings.forced = given_.cells(firstNewStep());
    if (!given_.empty()) request.settings.particles = givenRow_->particles();
    if (asShown_ && music_->primer().roll()) request.meter = base_.meter;
    SampleSettings& settings = request.settings;
    if (settings.seed != base_.settings.seed || request.variations > 1) settings.opening.seed.reset();
    if (request.bars != base_.bars || request.meter != base_.meter) request.steps = 0;
    if (given_.byHand() && request.tempo <= 0) request.tempo = given_.tempo();
    if (asShown_ && !base_.primer.empty()) {  // it was written so
        settings.primer.reset();
        return request;
    }
    request.primer.clear();
    request.primerBars = 0;
    if (!asShown_) {
        request.parent.clear();
        request.steps = 0;
        settings.drawnFrom.reset();
    }
    if (request.tempo <= 0 && settings.primer) request.tempo = music_->primer().tempo();
    return request;
}

void RequestForm::show(const TakeRequest& request, const TakeRequest& as, const QString& title) {
    showing_ = true;
    const SampleSettings& settings = request.settings;
    if (settings.primer)
        music_->primer().set(*settings.primer, request.tempo, title);
    else
        music_->primer().clear();
    music_->setPrimerBars(settings.primer ? 0 : 4);
    music_->show(request);
    given_.set(settings.forced, title);
    givenRow_->setParticles(settings.forced.empty() ? 16 : settings.particles);
    draw_->show(settings);
    constraints_->show(request);
    constraints_->setPrimer(settings.primer.has_value());
    const int begun = settings.primer ? settings.primer->stepInBar(settings.primer->steps()) : 0;
    structure_->show(as, settings.primer ? settings.primer->bar(settings.primer->steps()) + (begun > 0 ? 1 : 0) : 0);
    style_->show(request.style);
    base_ = as;
    base_.settings.primer.reset();
    base_.settings.forced.clear();
    base_.settings.returns.clear();
    asShown_ = true;
    showing_ = false;
    tell();
}

void RequestForm::setUsual(const QString& file, const SampleSettings& usual, const Meter& meter) {
    const SampleSettings before = std::exchange(usual_, usual);
    usualMeter_ = meter;
    draw_->follow(before, usual);
    music_->followTemperature(before.temperature, usual.temperature);
    if (file != usualOf_) {
        base_ = {};
        base_.settings = usual;
        asShown_ = false;
    }
    usualOf_ = file;
    tell();
}

void RequestForm::reset() {
    TakeRequest plain;
    plain.settings = usual_;
    given_.clear();
    draw_->show(usual_);
    music_->followTemperature(music_->temperature(), usual_.temperature);
    constraints_->show(plain);
    structure_->show(plain, 0);
    style_->show({});
    base_ = plain;
    asShown_ = false;
    tell();
}

void RequestForm::setEffects(const DrawEffects& effects) {
    draw_->setEffects(effects);
    givenRow_->setEffects(effects);
}

}  // namespace ricercar
