// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/StructureForm.h"

#include "ui/generation/Fields.h"
#include "ui/kit/MutedLabel.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>

namespace ricercar {
namespace {

constexpr std::array presets{"AABA", "AA'BB'", "ABAB", "ABA", "ABACA", "AABB", "ABA'C"};
constexpr std::array meters{"2/4", "3/4", "4/4", "5/4", "3/8", "6/8", "9/8", "12/8"};

}  // namespace

StructureForm::StructureForm(QWidget* parent)
    : QWidget(parent),
      form_(choiceField("form",
                        tr("Parts that return over all bars: the same letter is the same music, a letter with ' is varied"))),
      free_(new MutedLabel),
      looseness_(
          numberField("looseness", 0.0, 1.0, 0.05, 2, tr("How much a part with ' is varied: 0 not at all, 1 altogether"))),
      meter_(choiceField("meter", {})),
      tempo_(numberField("tempo", 0.0, 1000.0, 1.0, 1, tr("Quarter notes a minute"))) {
    setObjectName(QStringLiteral("structureForm"));
    form_->setEditable(true);
    form_->addItem(QString());
    for (const char* preset : presets) form_->addItem(QLatin1String(preset));
    form_->lineEdit()->setPlaceholderText(tr("none"));
    form_->setInsertPolicy(QComboBox::NoInsert);
    form_->setCompleter(nullptr);
    free_->setWordWrap(true);
    free_->hide();
    free_->setObjectName(QStringLiteral("freeReturns"));
    looseness_->setValue(0.15);
    meter_->addItem(tr("as the model's music"), QString());
    for (const char* meter : meters) meter_->addItem(QLatin1String(meter), QLatin1String(meter));
    tempo_->setSpecialValueText(tr("as the music"));
    QFormLayout* rows = formRows(this);
    rows->addRow(tr("Parts"), form_);
    rows->addRow(free_);
    rows->addRow(tr("Looseness"), looseness_);
    rows->addRow(tr("Meter"), meter_);
    rows->addRow(tr("Tempo"), tempo_);

    connect(form_, &QComboBox::currentTextChanged, this, [this] {
        if (!formText().isEmpty()) returns_.clear();
        showUsed();
        emit changed();
    });
    connect(meter_, &QComboBox::currentIndexChanged, this, &StructureForm::changed);
    for (QDoubleSpinBox* box : {looseness_, tempo_}) connect(box, &QDoubleSpinBox::valueChanged, this, &StructureForm::changed);
    setMusic(false);
}

QString StructureForm::formText() const {
    QString text = form_->currentText().trimmed().toUpper();
    return text.replace(QChar(0x2019), QLatin1Char('\'')).remove(QLatin1Char(' '));
}

void StructureForm::showUsed() {
    looseness_->setEnabled(formText().contains(QLatin1Char('\'')));
    free_->setText(tr("%Ln passages return as in the take whose setup this is", nullptr, static_cast<int>(returns_.size())));
    free_->setVisible(!returns_.empty());
}

void StructureForm::setMusic(bool primer) {
    meter_->setEnabled(!primer);
    meter_->setToolTip(primer ? tr("The primer's meter goes on") : tr("The time signature of the new music"));
    showUsed();
}

void StructureForm::setMeter(const std::optional<Meter>& meter) {
    const QString words = meter ? fromUtf8(meter->text()) : QString();
    if (meter_->findData(words) < 0) meter_->addItem(words, words);
    meter_->setCurrentIndex(meter_->findData(words));
}

void StructureForm::show(const TakeRequest& request, int firstBar) {
    QString form = fromUtf8(request.form);
    double looseness = request.looseness;
    std::vector<BarReturn> free = request.settings.returns;
    if (form.isEmpty())
        if (const auto named = formOf(free, request.bars, firstBar)) {
            form = fromUtf8(named->form);
            looseness = named->looseness;
            free.clear();
        }
    form_->setEditText(form);
    returns_ = free;
    setExact(*looseness_, looseness);
    setMeter(request.meter);
    setExact(*tempo_, request.tempo);
    showUsed();
}

void StructureForm::applyTo(TakeRequest& request) const {
    request.form = toUtf8(formText());
    request.settings.returns = returns_;
    request.looseness = exact(*looseness_);
    request.meter.reset();
    const QStringList meter = meter_->currentData().toString().split(QLatin1Char('/'));
    if (meter.size() == 2 && meter_->isEnabled()) request.meter = Meter{meter[0].toInt(), meter[1].toInt()};
    request.tempo = exact(*tempo_);
}

QString StructureForm::summary() const {
    QStringList words;
    if (!formText().isEmpty()) words << formText();
    if (!returns_.empty()) words << free_->text();
    if (meter_->isEnabled() && meter_->currentIndex() > 0) words << meter_->currentText();
    if (tempo_->value() > 0) words << tr("%1 bpm").arg(shortNumber(tempo_->value()));
    return words.join(QStringLiteral(", "));
}

}  // namespace ricercar
