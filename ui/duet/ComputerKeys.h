// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <map>

namespace ricercar {

/// The letters of a computer's keyboard as the keys of a piano while it is on: A to L the white ones, W E T Y U O P the black
/// ones, Z and X an octave down and up, by their places on the keyboard. Text fields keep their letters.
class ComputerKeys : public QObject {
    Q_OBJECT

public:
    explicit ComputerKeys(QObject* parent = nullptr);
    void setOn(bool on);
    /// The pitch of A.
    [[nodiscard]] int lowest() const { return lowest_; }

signals:
    void pressed(int pitch);
    void released(int pitch);
    void octaveChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void letGo();

    bool on_ = false;
    int lowest_ = 60;
    std::map<int, int> down_;  ///< pitches by key
};

}  // namespace ricercar
