// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/RollClipboard.h"

#include "core/base/Error.h"
#include "core/music/NoteClip.h"
#include "ui/words/Words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

#include <memory>

namespace ricercar {
namespace {

const QStringList& formats() {
    static const QStringList names{QStringLiteral("audio/midi"), QStringLiteral("audio/x-midi"), QStringLiteral("audio/mid")};
    return names;
}

Bytes midiOf(const QMimeData& data) {
    for (const QString& format : formats())
        if (data.hasFormat(format)) {
            const QByteArray bytes = data.data(format);
            return Bytes(bytes.begin(), bytes.end());
        }
    constexpr std::uintmax_t longest = 16U << 20U;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) return readFile(toPath(url.toLocalFile()), longest);
    return {};
}

}  // namespace

void putOnClipboard(const Score& score, const NoteList& notes) {
    const Bytes midi = clipOf(score, notes);
    auto data = std::make_unique<QMimeData>();
    data->setData(formats().front(),
                  QByteArray(reinterpret_cast<const char*>(midi.data()), static_cast<qsizetype>(midi.size())));
    QGuiApplication::clipboard()->setMimeData(data.release());
}

bool clipboardHasNotes() {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (!data) return false;
    for (const QString& format : formats())
        if (data->hasFormat(format)) return true;
    return data->hasUrls();
}

NoteList fromClipboard(int ticksPerQuarter, Tick at) {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (!data) return {};
    try {
        const Bytes midi = midiOf(*data);
        return midi.empty() ? NoteList() : notesOfClip(midi, ticksPerQuarter, at);
    } catch (const Error&) {
        return {};  // another program's, or damaged
    }
}

}  // namespace ricercar
