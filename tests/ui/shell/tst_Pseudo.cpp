// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Window.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/FoldingSection.h"
#include "ui/kit/WorkbenchStyle.h"
#include "ui/shell/PseudoTranslator.h"
#include "ui/shell/Translation.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTextDocument>
#include <QToolButton>

using namespace ricercar;

namespace {

QString nameOf(const QWidget* widget) {
    QStringList path;
    for (const QObject* object = widget; object && path.size() < 4; object = object->parent())
        path.prepend(object->objectName().isEmpty() ? QLatin1String(object->metaObject()->className()) : object->objectName());
    return path.join(QLatin1Char('/'));
}

QString plain(const QString& text) {
    if (!Qt::mightBeRichText(text)) return QString(text).remove(QLatin1Char('&'));
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

/// Whether no translator needs to see it: figures and units; names of notes and keys (Qt names those of the keyboard); what
/// users named: their music, datasets and models; names of languages and formats.
bool needsNoBrackets(QString text) {
    static const QRegularExpression keys(QStringLiteral("\\b(Space|Ctrl|Shift|Alt|Esc|Return|Enter|Home|End|Del|Ins)\\b"));
    text.remove(keys);
    static const QRegularExpression word(QStringLiteral("\\pL{3,}"));
    static const QRegularExpression users(
        QStringLiteral("piece \\d|^Chorales in four voices$|^Demo model$|^Folk tunes with chords$|^Piano "
                       "pieces$|^/\\S+$|\\.sf[23]$|^(alsa|jack|oss|pulseaudio|pipewire|sdl2|portaudio)$|^small \\d|^ricercar "
                       "\\d|test\\.ricercar-db|^Dataset$|^(English|Deutsch|Ricercar( .*)?)$|^Do Re Mi|"
                       "^(WAV|FLAC|MIDI|NumPy|CSV|PNG|SVG)$|\\.mid$|^[A-D']+$"));  // at last the parts of a form
    return !text.contains(word) || text.contains(users);
}

/// Texts of a widget that are seen.
QStringList textsOf(const QWidget* widget) {
    if (const auto* label = qobject_cast<const QLabel*>(widget)) return {label->text()};
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        const auto* tool = qobject_cast<const QToolButton*>(widget);
        return {tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull() ? QString()
                                                                                                    : button->text()};
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
        QStringList texts;
        for (int i = 0; i < tabs->count(); ++i) texts << tabs->tabText(i);
        return texts;
    }
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        QStringList texts;
        for (int i = 0; i < box->count(); ++i) texts << box->itemText(i);
        return texts;
    }
    if (const auto* dock = qobject_cast<const QDockWidget*>(widget)) return {dock->windowTitle()};
    return {};
}

/// The width that a text of one line lacks.
int lacking(const QWidget* widget) {
    const auto least = [&](int room, const QString& text) {
        return widget->fontMetrics().horizontalAdvance(plain(text).remove(QLatin1Char('\n'))) - room;
    };
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        if (qobject_cast<const ElidedLabel*>(widget) || label->text().isEmpty()) return 0;
        if (label->wordWrap()) return label->heightForWidth(label->width()) - label->height();
        return label->sizeHint().width() - label->width();
    }
    if (qobject_cast<const QPushButton*>(widget) || qobject_cast<const QCheckBox*>(widget)) {
        const auto* button = static_cast<const QAbstractButton*>(widget);
        if (button->text().isEmpty()) return 0;
        QStyleOptionButton option;
        option.initFrom(button);
        const bool check = qobject_cast<const QCheckBox*>(widget) != nullptr;
        const int room = check ? widget->style()->subElementRect(QStyle::SE_CheckBoxContents, &option, widget).width()
                               : widget->width() - 4 - (button->icon().isNull() ? 0 : button->iconSize().width() + 4);
        return least(room, button->text());
    }
    return 0;
}

void look(const QWidget& at, const QString& page, QStringList& faults) {
    for (int i = 0; i < 4; ++i)  // figures that have just come are laid out, from the inside outwards
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    for (const QWidget* widget : at.findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->size().isEmpty() && !textsOf(widget).value(0).isEmpty())
            faults << QStringLiteral("%1: has no size: %2 “%3”").arg(page, nameOf(widget), textsOf(widget).value(0));
        if (!widget->isVisible() || widget->visibleRegion().isEmpty()) continue;
        for (const QString& text : textsOf(widget)) {
            const QString words = plain(text);
            if (!words.isEmpty() && !needsNoBrackets(words) && !words.contains(QLatin1Char('[')))
                faults << QStringLiteral("%1: not translated: %2 “%3”").arg(page, nameOf(widget), words);
        }
        const QString tip = plain(widget->toolTip());
        if (!tip.isEmpty() && !needsNoBrackets(tip) && !tip.contains(QLatin1Char('[')))
            faults << QStringLiteral("%1: tip not translated: %2 “%3”").arg(page, nameOf(widget), tip);
        const auto* tool = qobject_cast<const QToolButton*>(widget);
        if (tool && !tool->inherits("QLineEditIconButton") && tip.isEmpty() && textsOf(tool).value(0).isEmpty() &&
            !tool->icon().isNull())
            faults << QStringLiteral("%1: only a sign, and no tip: %2").arg(page, nameOf(widget));
        const bool words = qobject_cast<const QLabel*>(widget) || qobject_cast<const QAbstractButton*>(widget);
        if (const int lost = widget->width() - widget->visibleRegion().boundingRect().width(); words && lost > 1)
            faults << QStringLiteral("%1: %2 px are outside, at %5 + %6 in %7: %3 “%4”")
                          .arg(page)
                          .arg(lost)
                          .arg(nameOf(widget), textsOf(widget).value(0).left(60))
                          .arg(widget->x())
                          .arg(widget->width())
                          .arg(widget->parentWidget()->width());
        if (const int width = lacking(widget); width > 1)
            faults << QStringLiteral("%1: %2 px too small: %3 “%4”")
                          .arg(page)
                          .arg(width)
                          .arg(nameOf(widget), textsOf(widget).value(0).left(60));
    }
}

void lookAtActions(const QWidget& window, QStringList& faults) {
    for (const QMenu* menu : window.findChildren<QMenu*>())
        for (const QAction* action : menu->actions()) {
            const QString words = plain(action->text());
            if (!words.isEmpty() && !needsNoBrackets(words) && !words.contains(QLatin1Char('[')))
                faults << QStringLiteral("menu: not translated: %1 “%2”").arg(nameOf(menu), words);
        }
}

}  // namespace

class tst_Pseudo : public QObject {
    Q_OBJECT

private slots:
    void init() {
        translate(*QCoreApplication::instance(), QStringLiteral("pseudo"));
        QApplication::setStyle(new WorkbenchStyle);
    }

    void textsAreLongerAndMarkersStay() {
        const QString made = PseudoTranslator::pseudo(QStringLiteral("Add %Ln files to “%1”, <b>now</b> &Quit (*.mid)"));
        for (const char* kept : {"%Ln", "%1", "<b>", "</b>", "(*.mid)", "&"})
            QVERIFY2(made.contains(QLatin1String(kept)), kept);
        QVERIFY(made.startsWith(QLatin1Char('[')) && made.endsWith(QLatin1Char(']')));
        const QString sentence = QStringLiteral("A sentence of a usual length, as labels have it");
        QVERIFY(PseudoTranslator::pseudo(sentence).size() >= sentence.size() * 125 / 100);
        QCOMPARE(QCoreApplication::translate("QShortcut", "Ctrl"), QStringLiteral("Ctrl"));
        QVERIFY(QCoreApplication::translate("QPlatformTheme", "Cancel").startsWith(QLatin1Char('[')));
    }

    void everyPanel_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024 x 600") << QSize(1024, 600);
        QTest::newRow("1366 x 768") << QSize(1366, 768);
    }
    void everyPanel() {
        QFETCH(const QSize, size);
        test::Window w;
        QVERIFY(w.ready());
        QStringList faults;
        const auto fit = [&] {
            w.window->resize(size);
            w.window->resetLayout();
            QCoreApplication::processEvents();
            w.window->resize(size);
            QCoreApplication::processEvents();
            if (w.window->size() == size) return;
            faults << QStringLiteral("the window is %1 x %2, at least %3")
                          .arg(w.window->width())
                          .arg(w.window->height())
                          .arg(w.window->minimumSizeHint().width());
            for (const QWidget* part : w.window->findChildren<QWidget*>())
                if (part->minimumSizeHint().expandedTo(part->minimumSize()).width() >
                    (qobject_cast<const QDockWidget*>(part) ? 0 : 260))
                    faults << QStringLiteral("  %1 wants %2").arg(nameOf(part)).arg(part->minimumSizeHint().width());
        };
        fit();
        look(*w.window, QStringLiteral("empty"), faults);
        QVERIFY(w.trained());
        w.services->stage.showPiece(w.services->store.pieces().front().id);
        w.find<QComboBox>("askedModel")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(w.services->jobs.idle(), 60'000);
        fit();
        auto* stage = w.find<QTabWidget>("stage");
        for (int page = 0; page < stage->count(); ++page) {
            stage->setCurrentIndex(page);
            for (QTabWidget* inner : stage->widget(page)->findChildren<QTabWidget*>())
                for (int tab = 0; tab < inner->count(); ++tab) {
                    inner->setCurrentIndex(tab);
                    QCoreApplication::processEvents();
                    look(*w.window, stage->tabText(page) + inner->tabText(tab), faults);
                }
            QCoreApplication::processEvents();
            look(*w.window, stage->tabText(page), faults);
        }
        w.find<QToolButton>("advanced")->setChecked(true);
        for (QDockWidget* dock : w.window->findChildren<QDockWidget*>()) {
            dock->show();
            dock->raise();
            for (QTabWidget* inner : dock->findChildren<QTabWidget*>())
                for (int tab = 0; tab < inner->count(); ++tab) {
                    inner->setCurrentIndex(tab);
                    QCoreApplication::processEvents();
                    look(*w.window, dock->windowTitle() + inner->tabText(tab), faults);
                }
            QCoreApplication::processEvents();
            look(*w.window, dock->windowTitle(), faults);
            for (FoldingSection* section : dock->findChildren<FoldingSection*>()) {  // one after the other, so that all is seen
                section->setOpen(true);
                QCoreApplication::processEvents();
                for (QWidget* above = section; above; above = above->parentWidget())
                    if (auto* page = qobject_cast<QScrollArea*>(above)) page->ensureWidgetVisible(section);
                look(*w.window, dock->windowTitle() + section->objectName(), faults);
                section->setOpen(false);
            }
        }
        lookAtActions(*w.window, faults);
        faults.removeDuplicates();
        for (const QString& fault : faults) qWarning("%s", qPrintable(fault));
        QVERIFY(faults.isEmpty());
    }

    void dialogs() {
        test::Window w;
        QVERIFY(w.ready());
        QStringList faults;
        for (const char* action : {"preferences", "showShortcuts", "about", "handbook"}) {
            w.find<QAction>(action)->trigger();
            QCoreApplication::processEvents();
            for (QWidget* window : QApplication::topLevelWidgets()) {
                if (window == w.window.get() || !window->isVisible()) continue;
                auto* tabs = window->findChild<QTabWidget*>();
                for (int page = 0; page < (tabs ? tabs->count() : 1); ++page) {
                    if (tabs) tabs->setCurrentIndex(page);
                    QCoreApplication::processEvents();
                    look(*window, QLatin1String(action), faults);
                }
                window->close();
            }
        }
        faults.removeDuplicates();
        for (const QString& fault : faults) qWarning("%s", qPrintable(fault));
        QVERIFY(faults.isEmpty());
    }

    void fileDialogs() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        test::Window w;
        QVERIFY(w.importPieces(1));
        w.services->stage.showPiece(w.services->store.pieces().front().id);
        QTRY_VERIFY(w.find<QAction>("exportMidi")->isEnabled());
        for (const char* action : {"newWorkspace", "openWorkspace", "copyWorkspace", "importFiles", "importFolder",
                                   "exportMidi", "exportWav", "exportSheet", "exportPicture"}) {
            w.find<QAction>(action)->trigger();
            QFileDialog* dialog = nullptr;
            for (QWidget* window : QApplication::topLevelWidgets())
                if (auto* one = qobject_cast<QFileDialog*>(window); one && one->isVisible()) dialog = one;
            QVERIFY2(dialog, action);
            QVERIFY2(dialog->windowTitle().startsWith(QLatin1Char('[')), qPrintable(dialog->windowTitle()));
            for (const QString& filter : dialog->nameFilters())
                QVERIFY2(dialog->fileMode() == QFileDialog::Directory || filter.startsWith(QLatin1Char('[')),
                         qPrintable(QLatin1String(action) + QStringLiteral(": ") + filter));
            delete dialog;
        }
    }

    /// Qt's own words are in the window's language.
    void qtSpeaksTheLanguage() {
        auto& application = *QCoreApplication::instance();
        translate(application, QStringLiteral("de"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
        QCOMPARE(spokenLanguage(), QStringLiteral("de"));
        translate(application, QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
        QCOMPARE(MainWindow::tr("&File"), QStringLiteral("&File"));
    }

    /// A language that is not there is English throughout, from left to right.
    void otherLanguagesAreEnglish() {
        auto& application = *QCoreApplication::instance();
        for (const char* language : {"fr", "fr_FR", "ar", "he_IL", "C"}) {
            translate(application, QLatin1String(language));
            QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
            QCOMPARE(MainWindow::tr("&File"), QStringLiteral("&File"));
            QCOMPARE(QLocale().language(), QLocale::English);
            QCOMPARE(QLocale().toString(1.5), QStringLiteral("1.5"));
            QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
            QCOMPARE(spokenLanguage(), QStringLiteral("en"));
        }
        const auto of = [](const char* first, const char* second) {
            return spokenLocale({QString::fromLatin1(first), QString::fromLatin1(second)});
        };
        QCOMPARE(of("fr-FR", "de-AT"), QLocale(QLocale::German, QLocale::Austria));
        QCOMPARE(of("ar-EG", "en-GB"), QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(of("ja-JP", "fr-FR").language(), QLocale::English);
    }

    void nobodyIsOfferedThePseudoLanguage() {
        test::Window w;
        QVERIFY(w.ready());
        w.find<QAction>("preferences")->trigger();
        auto* languages = w.find<QComboBox>("language");
        QVERIFY(languages);
        QCOMPARE(languages->findData(QStringLiteral("pseudo")), -1);
        QVERIFY(languages->findData(QStringLiteral("de")) >= 0);
    }
};

QTEST_MAIN(tst_Pseudo)
#include "tst_Pseudo.moc"
