// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/learning/PieceFeatures.h"
#include "core/scene/Raster.h"
#include "tests/support/TestData.h"
#include "ui/services/FeatureTensor.h"
#include "ui/tensor/SceneInk.h"
#include "ui/tensor/TensorExport.h"
#include "ui/tensor/TensorScene.h"
#include "ui/words/FeatureWords.h"
#include "ui/words/Words.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QtTest>

using namespace ricercar;

class tst_FeatureTensor : public QObject {
    Q_OBJECT

    PianoRoll roll_ = test::randomRoll(5, 60, {40, 80}, 3.0);

    SceneFrame frame(int width, int height) const {
        SceneFrame made;
        made.scene = tensorScene(featureTensor(roll_, 0, 48), roll_);
        const std::vector<QColor> colors = layerColors(made.theme, 6);
        for (const QColor& color : colors) made.look.layers.push_back({true, toSceneColor(color), false, 1.0});
        made.camera.setViewport(width, height);
        made.camera.setPose(presetPose(CameraPreset::Home, made.scene->cells.box(), width, height, 60));
        return made;
    }

private slots:
    /// Every number in the view is FeatureBuilder's, and zero where no cell is.
    void valuesAreTheBuilders() {
        const Tensor tensor = featureTensor(roll_, 20, 32);
        QCOMPARE(tensor.first, 20);
        QCOMPARE(tensor.steps, 32);
        const auto scene = tensorScene(tensor, roll_);
        ModelConfig config;
        config.range = roll_.range();
        const PieceFeatures builder(config, roll_);
        std::vector<float> row(static_cast<std::size_t>(roll_.pitches()) * seedFeatures);
        for (int step = 20; step < 52; ++step) {
            builder.step(step, row.data());
            for (int pitch = roll_.range().lowest; pitch <= roll_.range().highest; ++pitch) {
                const int y = pitch - roll_.range().lowest;
                for (int unit = 0; unit < seedFeatures; ++unit) {
                    const float expected = row[static_cast<std::size_t>(y * seedFeatures + unit)];
                    QCOMPARE(scene->tensor.at(step, pitch, unit), expected);
                    QCOMPARE(scene->cells.at(step - 20, y, unit), expected);
                }
                QCOMPARE(scene->cells.at(step - 20, y, targetPlayUnit()), roll_.plays(step + 1, pitch) ? 1.0F : 0.0F);
                QCOMPARE(scene->cells.at(step - 20, y, targetArticulateUnit()),
                         roll_.articulates(step + 1, pitch) ? 1.0F : 0.0F);
            }
        }
    }

    void windowsStayInThePiece() {
        QCOMPARE(featureTensor(roll_, 50, 32).steps, 10);
        QCOMPARE(featureTensor(roll_, 50, 32).first, 50);
        QCOMPARE(featureTensor(roll_, -5, 16).first, 0);
        QCOMPARE(featureTensor(PianoRoll(), 0, 16).steps, 0);
        QCOMPARE(tensorScene(featureTensor(PianoRoll(), 0, 16), PianoRoll())->cells.size(), std::size_t{0});
    }

    void predictionsAreThoseOfTheNextStep() {
        Predictions given{roll_.range(), 60, std::vector<float>(60 * static_cast<std::size_t>(roll_.pitches()))};
        for (std::size_t i = 0; i < given.play.size(); ++i) given.play[i] = static_cast<float>(i % 97) / 97.0F;
        const Tensor tensor = featureTensor(roll_, 0, 60, given);
        QCOMPARE(tensor.units(), predictionUnit() + 1);
        QCOMPARE(tensor.at(7, 50, predictionUnit()), given.play[8 * static_cast<std::size_t>(roll_.pitches()) + 10]);
        QCOMPARE(tensor.at(59, 50, predictionUnit()), 0.0F);  // nobody predicted what comes after the piece
        QCOMPARE(featureTensor(roll_, 0, 60).units(), predictionUnit());
    }

    void wordsAreMusical() {
        PianoRoll roll(pianoRange, 64);
        roll.addNote(38, 4, 75);
        const auto scene = tensorScene(featureTensor(roll, 32, 16), roll);
        QCOMPARE(cellWords(*scene, roll, 38, 68, 2 * (12 + 7)),
                 QStringLiteral("Bar 3, beat 2.3 · A♭4 (68) · vicinity +7 (E♭5 sounding) = 1 · target off"));
        QCOMPARE(cellWords(*scene, roll, 38, 75, 2 * 12 + 1),
                 QStringLiteral("Bar 3, beat 2.3 · E♭5 (75) · vicinity ±0 (E♭5 struck) = 1 · target on"));
        QVERIFY(cellWords(*scene, roll, 5, 75, 0).isEmpty());
        QVERIFY(cellWords(*scene, roll, 38, 75, 51 + 3).contains(QStringLiteral("pitch class E♭")));
    }

    /// A model that remembers: all its groups by name, those that say most in front.
    void theRememberingLayoutOpensReadable() {
        const FeatureLayout layout = FeatureLayout::Remembering;
        const Predictions given{roll_.range(), 60, std::vector<float>(60 * static_cast<std::size_t>(roll_.pitches()), 0.5F),
                                layout};
        const Tensor tensor = featureTensor(roll_, 0, 32, given);
        QCOMPARE(tensor.units(), shownFeatures(layout) + 3);
        QCOMPARE(tensor.groupNames.size(), static_cast<qsizetype>(shownSpans(layout).size()) + 3);
        QCOMPARE(QSet<QString>(tensor.groupNames.begin(), tensor.groupNames.end()).size(), tensor.groupNames.size());
        QStringList on, faint;
        for (qsizetype i = 0; i < tensor.groupNames.size(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (!tensor.off[at]) (tensor.opacity[at] < 1 ? faint : on) << tensor.groupNames[i];
        }
        QCOMPARE(on, (QStringList{QStringLiteral("Vicinity"), QStringLiteral("Target"), QStringLiteral("Prediction")}));
        QCOMPARE(faint, (QStringList{QStringLiteral("Counts")}));
        // What is drawn as one slab over all notes is the same for all of them.
        const auto scene = tensorScene(tensor, roll_);
        for (int z = 0; z < tensor.features; ++z)
            for (int x = 0; x < tensor.steps; x += 3)
                for (int y = 0; y < roll_.pitches(); y += 4)
                    QCOMPARE(scene->cells.at(x, y, z), tensor.at(x, roll_.range().lowest + y, z));
        const Tensor seed = featureTensor(roll_, 0, 32);  // constants are off here, too
        for (qsizetype i = 0; i < seed.groupNames.size(); ++i)
            QCOMPARE(!seed.off[static_cast<std::size_t>(i)],
                     (QStringList{QStringLiteral("Vicinity"), QStringLiteral("Counts"), QStringLiteral("Target")})
                         .contains(seed.groupNames[i]));
    }

    void slicesAreWritten() {
        const auto scene = tensorScene(featureTensor(roll_, 16, 32), roll_);
        Slices slices;
        slices.axis[0] = {true, 3, 2};
        slices.axis[2] = {true, 24, 4};
        const auto csv = QString::fromStdString(sliceCsv(*scene, slices)).split(QStringLiteral("\r\n"));
        QCOMPARE(csv.size(), 1 + 2 * roll_.pitches() + 1);
        QCOMPARE(csv[0], QStringLiteral("step,pitch,\"%1\",\"%2\",\"%3\",\"%4\"")
                             .arg(featureWords(FeatureLayout::Seed, 24), featureWords(FeatureLayout::Seed, 25),
                                  featureWords(FeatureLayout::Seed, 26), featureWords(FeatureLayout::Seed, 27)));
        const QStringList row = csv[5].split(',');
        QCOMPARE(row[0], QStringLiteral("19"));
        QCOMPARE(row[1], QStringLiteral("44"));
        for (int i = 0; i < 4; ++i) QCOMPARE(row[2 + i].toFloat(), scene->tensor.at(19, 44, 24 + i));

        const Bytes npy = sliceNumpy(*scene, slices);
        const std::string head(npy.begin(), npy.begin() + 128);
        QVERIFY(head.find("'shape': (2, 41, 4), }") != std::string::npos);
        const std::size_t start = 10U + npy[8] + 256U * npy[9];
        QCOMPARE(start % 64, std::size_t{0});
        QCOMPARE(npy.size() - start, std::size_t{2 * 41 * 4 * 4});
        float value = 0;
        std::memcpy(&value, npy.data() + start + ((1 * 41 + 7) * 4 + 2) * sizeof(float), sizeof value);
        QCOMPARE(value, scene->tensor.at(20, 47, 26));
    }

    /// The picture of the software back end, as polygons and as pixels.
    void picturesAgree() {
        const SceneFrame made = frame(640, 480);
        QImage pixels(640, 480, QImage::Format_ARGB32_Premultiplied);
        {
            QPainter painter(&pixels);
            paintGround(painter, made);
        }
        std::vector<PaintedCell> list;
        drawList(made.scene->cells, made.look, eyeCell(made.camera, made.scene->cells.box()), false, list);
        rasterCells({reinterpret_cast<std::uint32_t*>(pixels.bits()), 640, 480, static_cast<int>(pixels.bytesPerLine() / 4)},
                    list, CellFaces(made.camera, made.scene->cells.box()), Primitive::Cubes);
        {
            QPainter painter(&pixels);
            paintOverlay(painter, made);
        }
        const QImage png = QImage::fromData(scenePng(made, {640, 480}), "PNG").convertToFormat(QImage::Format_RGB32);
        QCOMPARE(png.size(), QSize(640, 480));
        qint64 difference = 0;
        for (int y = 0; y < 480; ++y)
            for (int x = 0; x < 640; ++x) {
                const QColor a = pixels.pixelColor(x, y), b = png.pixelColor(x, y);
                difference += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
            }
        const double mean = static_cast<double>(difference) / (640.0 * 480 * 3);
        QVERIFY2(mean < 6, qPrintable(QString::number(mean)));

        const Bytes svg = sceneSvg(made, {640, 480});
        QSvgRenderer drawing(QByteArray(reinterpret_cast<const char*>(svg.data()), static_cast<qsizetype>(svg.size())));
        QVERIFY(drawing.isValid());
        QCOMPARE(drawing.viewBox(), QRect(0, 0, 640, 480));
        QCOMPARE(scenePng(made, {1280, 960}).size() > 1000, true);
    }

    void layerColoursCanBeSeen() {
        for (const QPalette& palette : {Theme::lightPalette(), Theme::darkPalette()}) {
            const Theme theme(palette);
            const std::vector<QColor> colors = layerColors(theme, 20);
            for (std::size_t i = 0; i < colors.size(); ++i) {
                QVERIFY(contrast(colors[i], theme.surface) >= 2.4);
                for (std::size_t j = 0; j < i; ++j) QVERIFY(colors[i] != colors[j]);
            }
        }
    }
};

QTEST_MAIN(tst_FeatureTensor)
#include "tst_FeatureTensor.moc"
