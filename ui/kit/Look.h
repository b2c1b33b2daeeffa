// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ricercar {

/// Whose light or dark is shown.
enum class Scheme { System, Light, Dark };

/// Our own style and palettes on the application, light or dark as asked; the system's choice is followed while it runs.
class Look : public QObject {
    Q_OBJECT

public:
    explicit Look(Scheme scheme, QObject* parent = nullptr);

    void setScheme(Scheme scheme);
    [[nodiscard]] Scheme scheme() const { return scheme_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();

    Scheme scheme_;
    bool systemIsDark_ = false;
    bool applying_ = false;
};

/// "system", "light", "dark"; what is none of them is the system's.
Scheme schemeOf(const QString& name);
QString nameOf(Scheme scheme);

}  // namespace ricercar
