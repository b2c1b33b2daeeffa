// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/GeneralPage.h"

#include "ui/kit/Look.h"
#include "ui/kit/MutedLabel.h"
#include "ui/settings/WorkSettings.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSettings>

namespace ricercar {

GeneralPage::GeneralPage(QSettings& settings, Editing& editing, Look* look, QWidget* parent)
    : QWidget(parent), settings_(settings), look_(look) {
    setObjectName(QStringLiteral("generalPage"));
    auto* theme = new QComboBox;
    theme->setObjectName(QStringLiteral("theme"));
    for (const auto& [scheme, words] :
         {std::pair{Scheme::System, tr("As the system")}, {Scheme::Light, tr("Light")}, {Scheme::Dark, tr("Dark")}})
        theme->addItem(words, nameOf(scheme));
    theme->setCurrentIndex(theme->findData(nameOf(look_ ? look_->scheme() : Scheme::System)));
    theme->setEnabled(look_ != nullptr);
    auto* language = new QComboBox;
    language->setObjectName(QStringLiteral("language"));
    language->addItem(tr("As the system"), QString());
    language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    language->setCurrentIndex(std::max(0, language->findData(settings_.value(QStringLiteral("window/language")).toString())));
    auto* later = new MutedLabel(tr("Another language is spoken from the next start on."));
    later->setWordWrap(true);
    later->hide();
    auto* names = new QComboBox;
    names->setObjectName(QStringLiteral("pitchNames"));
    names->addItem(tr("As the language has it"), static_cast<int>(PitchNames::Language));
    names->addItem(QStringLiteral("C D E F G A B"), static_cast<int>(PitchNames::English));
    names->addItem(QStringLiteral("Do Re Mi Fa Sol La Si"), static_cast<int>(PitchNames::Solfege));
    names->addItem(QStringLiteral("C D E F G A H"), static_cast<int>(PitchNames::German));
    names->setCurrentIndex(names->findData(static_cast<int>(pitchNames())));

    auto* form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("Theme"), theme);
    form->addRow(tr("Language"), language);
    form->addRow(QString(), later);
    form->addRow(tr("Names of pitches"), names);
    addWorkRows(*form, settings_, editing);

    connect(theme, &QComboBox::activated, this, [this, theme] {
        settings_.setValue(QStringLiteral("window/theme"), theme->currentData());
        if (look_) look_->setScheme(schemeOf(theme->currentData().toString()));
    });
    connect(language, &QComboBox::activated, this, [this, language, later] {
        settings_.setValue(QStringLiteral("window/language"), language->currentData());
        later->show();
    });
    connect(names, &QComboBox::activated, this,
            [this, names] { emit pitchNamesChosen(static_cast<PitchNames>(names->currentData().toInt())); });
}

}  // namespace ricercar
