// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"
#include "tests/support/TestData.h"
#include "ui/shell/Translation.h"
#include "ui/words/Words.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace ricercar;

namespace {

struct Entry {
    QString translation;
    QString state;  ///< "", "unfinished", "vanished", "obsolete"
};

/// By "context | source | comment".
QMap<QString, Entry> readTs(const QString& path) {
    QMap<QString, Entry> entries;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return entries;
    QXmlStreamReader xml(&file);
    QString context, source, comment;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        const auto name = xml.name();
        if (name == QLatin1String("name")) context = xml.readElementText();
        if (name == QLatin1String("message")) comment.clear();
        if (name == QLatin1String("source")) source = xml.readElementText();
        if (name == QLatin1String("comment")) comment = xml.readElementText();
        if (name == QLatin1String("translation")) {
            Entry entry;
            entry.state = xml.attributes().value(QLatin1String("type")).toString();
            entry.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            entries.insert(QStringLiteral("%1 | %2 | %3").arg(context, source, comment), entry);
        }
    }
    return entries;
}

QString folder() { return QString::fromStdString(test::sourceFolder().string()); }

}  // namespace

class tst_Translations : public QObject {
    Q_OBJECT

private slots:
    void germanIsComplete() {
        const auto entries = readTs(folder() + QStringLiteral("/translations/ricercar_de.ts"));
        QVERIFY(entries.size() > 200);
        QStringList faults;
        for (auto at = entries.begin(); at != entries.end(); ++at)
            if (!at->state.isEmpty() || at->translation.isEmpty()) faults << at.key();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void placeholdersAreKept() {
        static const QRegularExpression marker(QStringLiteral("%(?:[1-9]|n)"));
        const auto entries = readTs(folder() + QStringLiteral("/translations/ricercar_de.ts"));
        const auto markers = [](const QString& text) {
            QSet<QString> found;
            for (auto match = marker.globalMatch(text); match.hasNext();) found.insert(match.next().captured());
            return found;
        };
        for (auto at = entries.begin(); at != entries.end(); ++at)
            QVERIFY2(markers(at.key().section(QStringLiteral(" | "), 1, 1)) == markers(at->translation), qPrintable(at.key()));
    }

    void nothingIsMissing() {
        const QString lupdate = QStringLiteral("/usr/lib/qt6/bin/lupdate");
        if (!QFile::exists(lupdate)) QSKIP("lupdate is not installed (package qt6-tools-dev-tools).");
        for (const QString& language : {QStringLiteral("de"), QStringLiteral("en")}) {
            QTemporaryDir temporary;
            const QString copy = temporary.filePath(QStringLiteral("ricercar_%1.ts").arg(language));
            const QString original = folder() + QStringLiteral("/translations/ricercar_%1.ts").arg(language);
            QVERIFY(QFile::copy(original, copy));
            QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral("."),
                                  QStringLiteral("-locations"), QStringLiteral("none")};
            if (language == QLatin1String("en")) arguments << QStringLiteral("-pluralonly");
            arguments << QStringLiteral("ui") << QStringLiteral("app/main.cpp") << QStringLiteral("core/base/Message.cpp")
                      << QStringLiteral("-ts") << copy;
            QProcess process;
            process.setWorkingDirectory(folder());
            process.start(lupdate, arguments);
            QVERIFY(process.waitForFinished(120'000));
            QCOMPARE(process.exitCode(), 0);
            const auto now = readTs(copy);
            QStringList faults;
            for (auto at = now.begin(); at != now.end(); ++at)
                if (!at->state.isEmpty()) faults << at->state + QStringLiteral(": ") + at.key();
            QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("run scripts/update-translations and translate:\n") +
                                                  faults.join(QLatin1Char('\n'))));
        }
    }

    void coreSpeaksGermanToo() {
        translate(*QCoreApplication::instance(), QStringLiteral("de"));
        const Message message{MessageId::FileNotFound, {"a%1.mid"}};
        QVERIFY(text(message).contains(QStringLiteral("a%1.mid")));
        QVERIFY(text(message) != QString::fromStdString(english(message)));
        QVERIFY(text({MessageId::WorkspaceNoPiece, {"a", "3"}}).contains(QStringLiteral("kein Stück 3")));
        QVERIFY(text({MessageId::FileUnwritable, {"a", Message{MessageId::ReasonFolder, {}}}})
                    .contains(QStringLiteral("ist ein Ordner")));
        QVERIFY(text({MessageId::RuleBars, {1234, 5}}).contains(QLocale().toString(1234)));
        for (int id = 0; id < static_cast<int>(MessageId::Stored); ++id) {
            const char* source = messageTemplate(static_cast<MessageId>(id));
            QVERIFY2(QCoreApplication::translate("Message", source) != QString::fromUtf8(source), source);
        }
        QCOMPARE(pitchName(71), QStringLiteral("H4"));
    }
};

QTEST_MAIN(tst_Translations)
#include "tst_Translations.moc"
