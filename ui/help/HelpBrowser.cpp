// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/HelpBrowser.h"

#include "ui/help/Handbook.h"

#include <QDesktopServices>
#include <QImage>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>

#include <algorithm>

namespace ricercar {
namespace {

constexpr int pageMargin = 24;
constexpr int lineHeight = 125;  // percent

}  // namespace

HelpBrowser::HelpBrowser(QWidget* parent) : QTextBrowser(parent) {
    setObjectName(QStringLiteral("helpText"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        const QUrl whole = source().resolved(url);
        if (whole.isLocalFile())
            setSource(whole);
        else
            QDesktopServices::openUrl(whole);
    });
}

void HelpBrowser::doSetSource(const QUrl& url, QTextDocument::ResourceType type) {
    width_ = viewport()->width();
    const QPointer<QTextDocument> before = document();  // Markdown takes over formats of a document that was used before
    setDocument(new QTextDocument(this));
    if (before) before->deleteLater();
    QTextBrowser::doSetSource(url, type);
    dress();
    goTo(url.fragment());
}

void HelpBrowser::dress() {
    document()->setDocumentMargin(pageMargin);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        if (level > 0) {
            format.setTopMargin(level == 1 ? 0 : 20);
            format.setBottomMargin(8);
        } else if (!block.textList()) {
            format.setBottomMargin(std::max(format.bottomMargin(), 6.0));
        }
        format.setNonBreakableLines(false);  // of code
        const bool picture = block.text().contains(QChar::ObjectReplacementCharacter);
        if (!picture && format.lineHeightType() == QTextBlockFormat::SingleHeight)
            format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
        format.setNonBreakableLines(false);  // long commands go on in the next line
        QTextCursor(block).setBlockFormat(format);
    }
    for (QTextFrame* frame : document()->rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorder(0);
            format.setCellPadding(4);
            format.setTopMargin(4);
            format.setBottomMargin(12);
            table->setFormat(format);
        }
}

void HelpBrowser::goTo(const QString& anchor) {
    if (anchor.isEmpty()) return;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        if (block.blockFormat().headingLevel() > 0 && helpAnchor(block.text()) == anchor) {
            verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(QTextCursor(block)).top() - 8);
            return;
        }
}

void HelpBrowser::mark(const QString& words) {
    for (const QString& word : words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (find(word)) return;
}

QVariant HelpBrowser::loadResource(int type, const QUrl& name) {
    if (type != QTextDocument::ImageResource) return QTextBrowser::loadResource(type, name);
    QImage picture(source().resolved(name).toLocalFile());
    const int most = std::max(160, width_ - 2 * pageMargin - 4);
    const double ratio = devicePixelRatioF();
    if (picture.width() > most * ratio)
        picture = picture.scaledToWidth(static_cast<int>(most * ratio), Qt::SmoothTransformation);
    if (picture.width() > most) picture.setDevicePixelRatio(ratio);
    return picture;
}

void HelpBrowser::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    if (source().isEmpty() || width_ == viewport()->width()) return;
    const int before = verticalScrollBar()->value();
    width_ = viewport()->width();
    reload();
    dress();
    verticalScrollBar()->setValue(before);
}

}  // namespace ricercar
