// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace ricercar {

enum class Severity { Info, Warning, Error };

/// What can be done about a notice, at a click.
struct NoticeAction {
    QString text;
    std::function<void()> run;
};

/// Something a person should read; not modal.
struct Notice {
    Severity severity = Severity::Info;
    QString text;
    std::optional<NoticeAction> action{};
};

/// Where everything that a person should read is posted. The window's thread.
class Notices : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void post(Severity severity, const QString& text) { emit posted({severity, text, std::nullopt}); }
    void post(Severity severity, const QString& text, const NoticeAction& action) { emit posted({severity, text, action}); }

signals:
    void posted(const ricercar::Notice& notice);
};

}  // namespace ricercar
