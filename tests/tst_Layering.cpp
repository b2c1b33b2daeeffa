// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestData.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>
#include <vector>

namespace {

struct Source {
    QString path;    ///< from the root: "core/music/PianoRoll.h"
    QString folder;  ///< "core/music", "ui/kit", "app"
    QString text;    ///< without comments
    int lines = 0;
    QStringList own;      ///< #include "..."
    QStringList foreign;  ///< #include <...>
};

/// Who may include whom; a folder may always include itself.
const std::map<QString, std::set<QString>>& arrows() {
    static const std::set<QString> music{"core/base", "core/music"};
    static const std::set<QString> workbench{"core/base", "core/music", "core/learning", "core/dataset"};
    static const std::set<QString> everyCore{"core/base",    "core/music", "core/learning",  "core/insight",
                                             "core/dataset", "core/sound", "core/workbench", "core/duet"};
    static const std::map<QString, std::set<QString>> table = [] {
        std::map<QString, std::set<QString>> allowed{{"core/base", {}},
                                                     {"core/scene", {"core/base"}},
                                                     {"core/music", {"core/base"}},
                                                     {"core/learning", music},
                                                     {"core/torch", {"core/base", "core/music", "core/learning"}},
                                                     {"core/dataset", music},
                                                     {"core/sound", music},
                                                     {"core/insight", {"core/base", "core/music", "core/learning"}},
                                                     {"core/workbench", workbench},
                                                     {"core/duet", everyCore}};
        const auto onCore = [&](std::set<QString> more) {
            more.insert(everyCore.begin(), everyCore.end());
            return more;
        };
        allowed["ui/words"] = onCore({});
        allowed["ui/kit"] = {"core/base"};
        allowed["ui/canvas"] = {"core/base", "core/music", "ui/kit"};
        allowed["ui/services"] = onCore({"ui/words"});
        const std::set<QString> panel = onCore({"core/scene", "ui/words", "ui/kit", "ui/canvas", "ui/services"});
        std::set<QString> shell = panel;
        for (const char* folder : {"dataset", "duet", "generation", "help", "inspector", "pianoroll", "settings", "tensor",
                                   "training", "transport"}) {
            allowed[QStringLiteral("ui/") + folder] = panel;
            shell.insert(QStringLiteral("ui/") + folder);
        }
        allowed["ui/shell"] = shell;
        allowed["app/cli"] = everyCore;
        allowed["app"] = onCore({"ui/words", "ui/kit", "ui/services", "ui/tensor", "ui/shell"});
        return allowed;
    }();
    return table;
}

/// Where headers from outside may be seen: a pattern of the header, and the folders.
struct Foreign {
    const char* pattern;
    std::set<QString> folders;
};

const std::vector<Foreign>& foreignHeaders() {
    static const std::vector<Foreign> table{
        {"^(torch|ATen|c10|caffe2|oneapi|dnnl|cblas|omp\\.h)", {"core/torch"}},
        {"^sqlite3", {"core/dataset"}},
        {"^nlohmann/", {"core/learning", "core/dataset", "core/workbench", "core/duet", "app/cli"}},
        {"^fluidsynth", {"core/sound"}},
        {"^(rtmidi/)?RtMidi", {"core/sound"}},
        {"^openssl/", {"core/base"}},
        {"^CLI/", {"app/cli"}},
        {"^Q[A-Z]|^Qt|^qt|^QtCore/", {"ui/*", "app"}},
        {"^qcustomplot", {"ui/training"}},
        // no widget below the panels but in the kit
        {"^Q(Widget|Application|Dialog|FileDialog|MessageBox|Menu|Action|Label|ToolButton|PushButton|.*Layout|.*View|.*Box)$",
         {"ui/kit", "ui/dataset", "ui/duet", "ui/generation", "ui/help", "ui/inspector", "ui/pianoroll", "ui/settings",
          "ui/tensor", "ui/training", "ui/transport", "ui/shell", "app"}},
    };
    return table;
}

QString withoutComments(QString text) {
    static const QRegularExpression block("/\\*.*?\\*/", QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression line("//[^\\n]*");
    return text.remove(block).remove(line);
}

QString folderOf(const QString& path) {
    const QStringList parts = path.split('/');
    if (parts.size() < 2) return {};
    if (parts[0] == "core" || parts[0] == "ui") return parts[0] + "/" + parts[1];
    if (parts[0] == "app" && parts.size() > 2) return "app/" + parts[1];
    return parts[0];
}

}  // namespace

class tst_Layering : public QObject {
    Q_OBJECT
    QString root_ = QString::fromStdString(ricercar::test::sourceFolder().string());
    std::map<QString, Source> sources_;

    void read(const QString& top) {
        QDirIterator files(root_ + "/" + top, {"*.h", "*.inl", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            Source source;
            source.path = file.fileName().mid(root_.size() + 1);
            source.folder = folderOf(source.path);
            source.lines = static_cast<int>(text.count('\n'));
            source.text = withoutComments(text);
            static const QRegularExpression include("^[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"]+)[>\"]",
                                                    QRegularExpression::MultilineOption);
            for (auto match = include.globalMatch(source.text); match.hasNext();) {
                const auto found = match.next();
                (found.captured(1) == "<" ? source.foreign : source.own).append(found.captured(2));
            }
            sources_[source.path] = source;
        }
    }

private slots:
    void initTestCase() {
        for (const char* top : {"core", "ui", "app"}) read(top);
        QVERIFY(sources_.size() > 30);
        QVERIFY(sources_.contains("core/music/PianoRoll.h"));
    }

    void includesFollowTheArrows() {
        QStringList wrong;
        for (const auto& [path, source] : sources_) {
            const auto allowed = arrows().find(source.folder);
            if (allowed == arrows().end()) {
                wrong << path + ": the folder " + source.folder + " is not in the table";
                continue;
            }
            for (const QString& header : source.own) {
                if (header.endsWith(".moc")) continue;
                const QString folder = folderOf(header);
                if (!sources_.contains(header))
                    wrong << path + " includes \"" + header + "\": not written from the root, or not there";
                else if (folder != source.folder && !allowed->second.contains(folder))
                    wrong << path + " includes \"" + header + "\"";
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void librariesStayBehindTheirWalls() {
        QStringList wrong;
        for (const auto& [path, source] : sources_)
            for (const QString& header : source.foreign)
                for (const Foreign& rule : foreignHeaders())
                    if (QRegularExpression(rule.pattern).match(header).hasMatch() && !rule.folders.contains(source.folder) &&
                        !(rule.folders.contains("ui/*") && source.folder.startsWith("ui/")))
                        wrong << path + " includes <" + header + ">";
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    /// Its header, with signals and slots as names, must not meet the rest.
    void oneFileSeesQCustomPlot() {
        QStringList seers;
        for (const auto& [path, source] : sources_)
            if (source.foreign.contains("qcustomplot.h")) seers << path;
        QVERIFY2(seers.size() <= 1, qPrintable(seers.join('\n')));
        for (const QString& seer : seers) QVERIFY2(seer.endsWith(".cpp"), qPrintable(seer));
    }

    /// What others include of a folder that hides a library, and what that includes in turn, does not name the library.
    void hiddenLibrariesAreNotNamedInHeadersOthersInclude() {
        const std::map<QString, QRegularExpression> hidden{
            {"core/learning", QRegularExpression("\\b(torch|at|c10|dnnl)::|<torch")},
            {"core/dataset", QRegularExpression("\\bsqlite3|\\bnlohmann\\b")},
            {"core/sound", QRegularExpression("\\bfluid_|\\bRtMidi(In|Out)\\b")}};
        std::vector<QString> waiting;
        for (const auto& [path, source] : sources_)
            for (const QString& header : source.own)
                if (hidden.contains(folderOf(header)) && folderOf(header) != source.folder) waiting.push_back(header);
        std::set<QString> seen;
        QStringList wrong;
        while (!waiting.empty()) {
            const QString header = waiting.back();
            waiting.pop_back();
            const auto source = sources_.find(header);
            if (source == sources_.end() || !seen.insert(header).second) continue;
            const auto rule = hidden.find(source->second.folder);
            if (rule != hidden.end() && rule->second.match(source->second.text).hasMatch()) wrong << header;
            for (const QString& next : source->second.own) waiting.push_back(next);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    /// Release builds compile several files of a folder as one: what their unnamed namespaces hold has different names.
    void namesInsideFilesDiffer() {
        static const QRegularExpression space(
            "^namespace \\{\\n(.*?)^\\}\\s*$",
            QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression name(
            "^(?!using|namespace|template|static_assert)(?:(?:struct|class|enum class|enum)\\s+(\\w+)|"
            "[A-Za-z\\[][^=({\\n]*?(\\w+)\\s*[(={;\\[])",
            QRegularExpression::MultilineOption);
        std::map<QString, std::map<QString, QString>> known;  // by folder and name: the file
        QStringList wrong;
        for (const auto& [path, source] : sources_) {
            if (!path.endsWith(".cpp") || source.folder.startsWith("app") || path.contains("/Kernels")) continue;
            for (auto spaces = space.globalMatch(source.text); spaces.hasNext();) {
                const QString text = spaces.next().captured(1);
                for (auto names = name.globalMatch(text); names.hasNext();) {
                    const auto match = names.next();
                    const QString found = match.captured(1) + match.captured(2);
                    const auto [other, added] = known[source.folder].try_emplace(found, path);
                    if (!added && other->second != path) wrong << path + " and " + other->second + ": " + found;
                }
            }
        }
        QVERIFY2(!known["core/music"].empty(), "no names were found");
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void headersAreGuarded() {
        QStringList wrong;
        for (const auto& [path, source] : sources_)
            if (path.endsWith(".h") && !source.text.contains("#pragma once")) wrong << path;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void filesStaySmall() {
        QStringList wrong;
        for (const auto& [path, source] : sources_)
            if (source.lines > 600) wrong << path + ": " + QString::number(source.lines) + " lines";
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
};

QTEST_APPLESS_MAIN(tst_Layering)
#include "tst_Layering.moc"
