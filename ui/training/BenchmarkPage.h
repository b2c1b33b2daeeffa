// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace ricercar {

class Benchmarking;
class FigureTable;
class RecordList;
class Training;

/// The public benchmarks: choose a set, check that it is counted as others count, train the one recipe and see where it stands.
class BenchmarkPage : public QWidget {
    Q_OBJECT

public:
    BenchmarkPage(Benchmarking& benchmarking, Training& training, QWidget* parent = nullptr);

signals:
    /// Of the run in training.
    void curveRequested();

private:
    QWidget* formColumn();
    QWidget* tableSubset();
    void addSetPart(QVBoxLayout& column);
    void addTestPart(QVBoxLayout& column);
    void addRunPart(QVBoxLayout& column);
    void askFile();
    void scorePressed();
    void updateFile();
    void updateTests();
    void updateTables();
    void updateRun();
    [[nodiscard]] QString runWords() const;

    Benchmarking& benchmarking_;
    Training& training_;
    QLineEdit* path_;
    QLabel *facts_, *unigram_, *bigram_, *state_, *noFigures_;
    QPushButton *test_, *score_, *curve_;
    QDoubleSpinBox* minutes_;
    QSpinBox* seed_;
    FigureTable* figures_;
    RecordList* records_;
};

}  // namespace ricercar
