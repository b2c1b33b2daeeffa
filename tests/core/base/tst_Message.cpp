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
            QVERIFY2(text.ends_with('.') && text.size() > 10, text.data());
        }
    }

    void argumentsAreFilledInOnePass() {
        QCOMPARE(fillTemplate("%1 before %2, %1 after; 100 % and %9", {"%2", "b"}),
                 std::string("%2 before b, %2 after; 100 % and %9"));
    }

    void anErrorIsAKindAndASentence() {
        const Error error(ErrorKind::NotFound, {MessageId::FileNotFound, {"a.mid"}});
        QCOMPARE(error.kind(), ErrorKind::NotFound);
        QCOMPARE(QString::fromUtf8(error.what()), QStringLiteral("There is no file a.mid."));
    }
};

QTEST_APPLESS_MAIN(tst_Message)
#include "tst_Message.moc"
