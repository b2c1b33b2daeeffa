// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

#include <QTest>

#include <set>

using namespace ricercar;

class tst_Message : public QObject {
    Q_OBJECT
private slots:
    void everyMessageHasItsOwnKeyAndASentence() {
        std::set<std::string_view> keys;
        for (int i = 0; i < static_cast<int>(MessageId::Count); ++i) {
            const auto id = static_cast<MessageId>(i);
            QVERIFY(keys.insert(messageKey(id)).second);
            const std::string_view text = messageTemplate(id);
            const bool fragment = id >= MessageId::ReasonFolder;
            QVERIFY2(fragment ? !text.empty() : text.ends_with('.') && text.size() > 10, text.data());
        }
    }

    void argumentsAreFilledInOnePass() {
        QCOMPARE(fillTemplate("%1 before %2, %1 after; 100 % and %9", {"%2", "b"}),
                 std::string("%2 before b, %2 after; 100 % and %9"));
    }

    void fragmentsAndNumbersStandInTheSentence() {
        const Message message{MessageId::FileUnwritable, {"a.mid", Message{MessageId::ReasonFolderMissing, {"x %1"}}}};
        QCOMPARE(english(message),
                 std::string("a.mid cannot be written: there is no folder x %1. Choose another place or free some space."));
        QCOMPARE(english({MessageId::RuleBars, {3, 16}}), std::string("It has fewer bars (3) than wanted (16)."));
        QVERIFY(message == message && !(message.args[1] == Argument("there is no folder x %1")));
    }

    void anErrorIsAKindAndASentence() {
        const Error error(ErrorKind::NotFound, {MessageId::FileNotFound, {"a.mid"}});
        QCOMPARE(error.kind(), ErrorKind::NotFound);
        QCOMPARE(QString::fromUtf8(error.what()), QStringLiteral("There is no file a.mid."));
    }
};

QTEST_APPLESS_MAIN(tst_Message)
#include "tst_Message.moc"
