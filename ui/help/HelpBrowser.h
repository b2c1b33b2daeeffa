// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace ricercar {

/// Shows Markdown files: links may name headings, as forges do, and pictures are no wider than the view.
class HelpBrowser : public QTextBrowser {
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget* parent = nullptr);

    /// The first place of the words from the top of what is seen is selected.
    void mark(const QString& words);
    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;

protected:
    void doSetSource(const QUrl& url, QTextDocument::ResourceType type) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void dress();
    void goTo(const QString& anchor);

    int width_ = 0;  ///< that the pictures were made for
};

}  // namespace ricercar
