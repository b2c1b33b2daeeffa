// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestData.h"
#include "ui/help/Handbook.h"
#include "ui/help/Terms.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QRegularExpression>
#include <QtTest>

using namespace ricercar;

namespace {

QString help() { return QString::fromStdString((test::sourceFolder() / "resources" / "help").string()); }

QString read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The anchors of a page, as a forge makes them.
QStringList anchorsOf(const QString& path) {
    QStringList anchors;
    static const QRegularExpression heading(QStringLiteral("^#+ +(.+)$"), QRegularExpression::MultilineOption);
    for (auto match = heading.globalMatch(read(path)); match.hasNext();) anchors << helpAnchor(match.next().captured(1));
    return anchors;
}

}  // namespace

class tst_Handbook : public QObject {
    Q_OBJECT

private slots:
    void everyPageIsThere() {
        for (const char* language : {"en", "de"}) {
            const Handbook book(help(), QLatin1String(language));
            QCOMPARE(book.pages().size(), Handbook::order().size());
            for (const HelpPage& page : book.pages()) {
                QVERIFY2(page.headings.front().level == 1 && !page.title().isEmpty(), qPrintable(page.file));
                QCOMPARE(std::count_if(page.headings.begin(), page.headings.end(), [](const auto& h) { return h.level == 1; }),
                         1);
                QCOMPARE(page.file.contains(QLatin1String("/de/")), QLatin1String(language) == QLatin1String("de"));
            }
        }
    }

    void languagesHaveTheSamePages() {
        const QStringList files = QDir(help()).entryList({QStringLiteral("*.md")});
        QCOMPARE(QDir(help() + QStringLiteral("/de")).entryList({QStringLiteral("*.md")}), files);
        QCOMPARE(files.size(), Handbook::order().size() + 1);  // README, the contents for the web
        for (const QString& file : files) {
            static const QRegularExpression marks(QStringLiteral("^(#+) |^(\\d+\\.) |^(- )|^(\\|)|(!\\[)|(```)"),
                                                  QRegularExpression::MultilineOption);
            QStringList shapes[2];
            for (int i = 0; i < 2; ++i)
                for (auto match = marks.globalMatch(read(help() + (i == 0 ? "/" : "/de/") + file)); match.hasNext();)
                    shapes[i] << match.next().captured();
            QVERIFY2(shapes[0] == shapes[1], qPrintable(file + QStringLiteral(": headings, lists, tables or pictures differ")));
        }
    }

    void everyLinkAndPictureResolves() {
        static const QRegularExpression link(QStringLiteral("(!?)\\[[^\\]]*\\]\\(([^)]+)\\)"));
        int links = 0, pictures = 0;
        QSet<QString> shown;
        for (const QString& folder : {help(), help() + QStringLiteral("/de")})
            for (const QFileInfo& page : QDir(folder).entryInfoList({QStringLiteral("*.md")}))
                for (auto match = link.globalMatch(read(page.filePath())); match.hasNext();) {
                    const auto found = match.next();
                    const QString target = found.captured(2), file = target.section(QLatin1Char('#'), 0, 0);
                    const QString path = file.isEmpty() ? page.filePath() : folder + QLatin1Char('/') + file;
                    const QString what = page.filePath() + QStringLiteral(": ") + target;
                    QVERIFY2(QFile::exists(path), qPrintable(what));
                    if (found.captured(1).isEmpty()) {
                        ++links;
                        const QString anchor = target.section(QLatin1Char('#'), 1);
                        QVERIFY2(anchor.isEmpty() || anchorsOf(path).contains(anchor), qPrintable(what));
                    } else {
                        ++pictures;
                        QVERIFY2(!QImage(path).isNull(), qPrintable(what));
                        shown << QFileInfo(path).canonicalFilePath();
                    }
                }
        QVERIFY(links > 40 && pictures > 20);
        qint64 bytes = 0;
        for (const QFileInfo& picture : QDir(help() + QStringLiteral("/pictures")).entryInfoList(QDir::Files)) {
            bytes += picture.size();
            QVERIFY2(shown.contains(picture.canonicalFilePath()),
                     qPrintable(picture.fileName() + QStringLiteral(" is not used")));
        }
        QVERIFY(bytes < 2'000'000);
    }

    void anchorsAreWhatForgesMake() {
        QCOMPARE(helpAnchor(QStringLiteral("Reading the curve")), QStringLiteral("reading-the-curve"));
        QCOMPARE(helpAnchor(QStringLiteral("Layers, slices, threshold")), QStringLiteral("layers-slices-threshold"));
        QCOMPARE(helpAnchor(QStringLiteral("Wächter")), QStringLiteral("wächter"));
    }

    /// A heading has one name, its English one, in every language.
    void placesAreFoundInEveryLanguage() {
        const Handbook german(help(), QStringLiteral("de"));
        const QUrl url = german.url(QStringLiteral("glossary"), QStringLiteral("temperature"));
        QVERIFY(url.toLocalFile().endsWith(QLatin1String("/de/glossary.md")));
        QCOMPARE(url.fragment(), QStringLiteral("temperatur"));
        QCOMPARE(german.pageOf(url)->name, QStringLiteral("glossary"));
        QVERIFY(german.url(QStringLiteral("nothing")).isEmpty());
        const Handbook none(help() + QStringLiteral("/nowhere"), QStringLiteral("en"));
        QVERIFY(none.pages().isEmpty() && none.url(QStringLiteral("glossary")).isEmpty());
    }

    void everyTermIsExplained() {
        for (const char* language : {"en", "de"}) {
            const Handbook book(help(), QLatin1String(language));
            for (const QString& term : Terms::all()) {
                const QString words = book.explanation(term);
                QVERIFY2(words.size() > 40 && words.size() < 400 && !words.contains(QLatin1Char('*')), qPrintable(term));
            }
            QVERIFY(book.explanation(QStringLiteral("no such term")).isEmpty());
        }
    }

    void searchFindsSections() {
        const Handbook book(help(), QStringLiteral("en"));
        const auto hits = book.search(QStringLiteral("TEMPERATURE"));
        QVERIFY(hits.size() >= 3);
        QCOMPARE(hits.front().place, QStringLiteral("Temperature"));  // titles come first
        QVERIFY(book.search(QStringLiteral("  ")).isEmpty());
        QVERIFY(book.search(QStringLiteral("temperature zzz")).isEmpty());
    }
};

QTEST_MAIN(tst_Handbook)
#include "tst_Handbook.moc"
