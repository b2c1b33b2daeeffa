// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ExportDialogs.h"

#include "ui/kit/LastFolder.h"
#include "ui/pianoroll/RollPicture.h"
#include "ui/services/AppServices.h"
#include "ui/words/Words.h"

#include <QFileDialog>
#include <QFileInfo>

#include <utility>

namespace ricercar {

ExportDialogs::ExportDialogs(AppServices& services, QWidget& window) : QObject(&window), services_(services), window_(window) {}

void ExportDialogs::ask(const QString& title, const QStringList& filters, const QStringList& suffixes, const QString& name,
                        std::function<void(const QString&, int)> chosen) {
    auto* dialog = new QFileDialog(&window_, title);
    startInLastFolder(*dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixes.front());
    dialog->selectFile(fileNameOf(name) + QLatin1Char('.') + suffixes.front());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters, suffixes](const QString& filter) {
        const QString suffix = suffixes.value(filters.indexOf(filter));
        dialog->setDefaultSuffix(suffix);
        const QString file = dialog->selectedFiles().value(0);
        if (!file.isEmpty()) dialog->selectFile(QFileInfo(file).completeBaseName() + QLatin1Char('.') + suffix);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [dialog, filters, chosen = std::move(chosen)](const QString& file) {
        chosen(file, static_cast<int>(filters.indexOf(dialog->selectedNameFilter())));
    });
    dialog->open();
}

void ExportDialogs::askMidi() {
    ask(tr("Export MIDI"), {tr("MIDI files, a track each (*.mid)"), tr("MIDI files, all in one track: format 0 (*.mid)")},
        {QStringLiteral("mid"), QStringLiteral("mid")}, services_.stage.shown().title,
        [this](const QString& path, int filter) { services_.exporting.exportMidi(path, filter == 1 ? 0 : 1); });
}

void ExportDialogs::askSound() {
    ask(tr("Export sound"), {tr("WAV files (*.wav)"), tr("FLAC files (*.flac)"), tr("Ogg Vorbis files (*.ogg)")},
        {QStringLiteral("wav"), QStringLiteral("flac"), QStringLiteral("ogg")}, services_.stage.shown().title,
        [this](const QString& path, int) { services_.exporting.exportSound(path); });
}

void ExportDialogs::askSheet() {
    ask(tr("Export sheet music"), {tr("MusicXML files (*.musicxml)")}, {QStringLiteral("musicxml")},
        services_.stage.shown().title, [this](const QString& path, int) { services_.exporting.exportSheet(path); });
}

void ExportDialogs::askRequest(std::function<void(const QString&)> chosen) {
    ask(tr("Save the request"), {tr("Requests (*.json)")}, {QStringLiteral("json")}, tr("request"),
        [chosen = std::move(chosen)](const QString& path, int) { chosen(path); });
}

void ExportDialogs::askTakes(const std::vector<std::int64_t>& takes, TakeLayout layout, TakeFormat format) {
    if (takes.empty()) return;
    if (layout != TakeLayout::FileEach) {
        const bool midi = format == TakeFormat::Midi;
        const TakeRow* first = services_.store.takeRow(takes.front());
        ask(tr("Export takes"), {midi ? tr("MIDI files (*.mid)") : tr("MusicXML files (*.musicxml)")},
            {midi ? QStringLiteral("mid") : QStringLiteral("musicxml")}, first ? fromUtf8(first->name) : QString(),
            [this, takes, layout, format](const QString& path, int) {
                services_.exporting.exportTakes(takes, layout, format, path);
            });
        return;
    }
    auto* dialog = new QFileDialog(&window_, tr("Choose a folder for the takes"));
    startInLastFolder(*dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, takes, layout, format](const QString& path) {
        services_.exporting.exportTakes(takes, layout, format, path);
    });
    dialog->open();
}

void ExportDialogs::askPicture(Representation form) {
    ask(tr("Export a picture of the roll"), {tr("Pictures (*.png)"), tr("Drawings (*.svg)")},
        {QStringLiteral("png"), QStringLiteral("svg")}, services_.stage.shown().title, [this, form](const QString& path, int) {
            const bool svg = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
            services_.exporting.exportPicture(path, rollPicture(services_.stage.shown(), form, svg));
        });
}

void ExportDialogs::askCurve() {
    ask(tr("Export the curve"), {tr("Tables (*.csv)")}, {QStringLiteral("csv")}, fromUtf8(services_.training.curve().name),
        [this](const QString& path, int) { services_.exporting.exportCsv(path); });
}

}  // namespace ricercar
