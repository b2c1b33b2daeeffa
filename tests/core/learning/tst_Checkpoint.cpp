// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Sha256.h"
#include "tests/core/learning/LearningFixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace ricercar;

class tst_Checkpoint : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path path() const { return folder_.path().toStdString() + "/a.ricercar"; }

    std::optional<ErrorKind> errorOf(const Bytes& bytes) const {
        writeFile(path(), bytes);
        try {
            loadCheckpoint(path());
        } catch (const Error& error) {
            return error.kind();
        }
        return std::nullopt;
    }

    /// The bytes with a right checksum again: what someone who alters a file on purpose would write.
    static Bytes sealed(const Bytes& bytes) {
        Bytes altered(bytes.begin(), bytes.end() - 64);
        const std::string digest = sha256(altered);
        altered.insert(altered.end(), digest.begin(), digest.end());
        return altered;
    }

private slots:
    void everythingComesBack() {
        const Checkpoint checkpoint = test::tinyCheckpoint(3);
        saveCheckpoint(checkpoint, path());
        const Checkpoint again = loadCheckpoint(path());
        QCOMPARE(again.config, checkpoint.config);
        QCOMPARE(again.facts, checkpoint.facts);
        QCOMPARE(again.state, checkpoint.state);
        QCOMPARE(again.weights, checkpoint.weights);
        QCOMPARE(again.optimizer, checkpoint.optimizer);
        QCOMPARE(again.program, checkpoint.program);
        QCOMPARE(again.modelHash(), checkpoint.modelHash());
    }

    void drawDefaultsAndCardComeBack() {
        Checkpoint checkpoint = test::tinyCheckpoint(3);
        saveCheckpoint(checkpoint, path());
        QVERIFY(!loadCheckpoint(path()).draw && !loadCheckpoint(path()).card);
        const std::string hash = checkpoint.modelHash();
        checkpoint.draw = DrawDefaults{0.9, 1.1, 0.015, false, true};
        checkpoint.card = ModelCard{"Tiny", "tests", "CC0", "none", "a table\nof two lines", "all"};
        saveCheckpoint(checkpoint, path());
        const Checkpoint again = loadCheckpoint(path());
        QVERIFY(again.draw == checkpoint.draw);
        QVERIFY(again.card == checkpoint.card);
        QCOMPARE(again.modelHash(), hash);
    }

    void theHeaderAloneIsAllButTheTensors() {
        Checkpoint checkpoint = test::tinyCheckpoint(3);
        checkpoint.name = "tiny";
        checkpoint.card = ModelCard{"Tiny", {}, {}, {}, {}, {}};
        saveCheckpoint(checkpoint, path());
        const Checkpoint header = loadCheckpointHeader(path());
        QCOMPARE(header.name, checkpoint.name);
        QCOMPARE(header.config, checkpoint.config);
        QCOMPARE(header.facts, checkpoint.facts);
        QVERIFY(header.card == checkpoint.card);
        QVERIFY(header.weights.empty() && header.optimizer.empty());
        Bytes bytes = readFile(path());
        bytes.resize(200);
        writeFile(path(), bytes);
        QVERIFY_EXCEPTION_THROWN((void)loadCheckpointHeader(path()), Error);
        writeFile(path(), std::string("RICE"));
        QVERIFY_EXCEPTION_THROWN((void)loadCheckpointHeader(path()), Error);
        QVERIFY_EXCEPTION_THROWN((void)loadCheckpointHeader(path() / "none"), Error);
    }

    void aCardIsAnObjectOfTexts() {
        const ModelCard card{"A", "b", "c", "d", "e", "f"};
        QVERIFY(modelCardFromJson(toJson(card)) == card);
        QCOMPARE(modelCardFromJson(R"({"title": "T"})").title, std::string("T"));
        for (const char* wrong : {"", "[]", R"({"title": 3})", R"({"tittle": "T"})"})
            QVERIFY_EXCEPTION_THROWN((void)modelCardFromJson(wrong), Error);
        QVERIFY_EXCEPTION_THROWN((void)modelCardFromJson(R"({"title": )" + std::string(1'000'000, '[')), Error);
    }

    void noAlteredByteIsLoaded() {
        saveCheckpoint(test::tinyCheckpoint(), path());
        const Bytes good = readFile(path());
        for (std::size_t i = 0; i < good.size(); i += i < 600 ? 7 : 997) {
            Bytes bad = good;
            bad[i] ^= 0x10;
            QVERIFY2(errorOf(bad).has_value(), qPrintable(QString::number(i)));
        }
    }

    void noTruncatedFileIsLoaded() {
        saveCheckpoint(test::tinyCheckpoint(), path());
        const Bytes good = readFile(path());
        for (std::size_t size = 0; size < good.size(); size += size < 100 ? 5 : 1013) {
            const Bytes cut(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size));
            QCOMPARE(errorOf(cut), std::optional(ErrorKind::Damaged));
        }
    }

    void anotherShapeIsRefused() {
        Checkpoint checkpoint = test::tinyCheckpoint();
        checkpoint.config.model.timeHidden = {12, 11};
        saveCheckpoint(checkpoint, path());
        QCOMPARE(errorOf(readFile(path())), std::optional(ErrorKind::Incompatible));
        checkpoint = test::tinyCheckpoint();
        checkpoint.weights.pop_back();
        saveCheckpoint(checkpoint, path());
        QCOMPARE(errorOf(readFile(path())), std::optional(ErrorKind::Incompatible));
    }

    void aNewerVersionSaysSo() {
        saveCheckpoint(test::tinyCheckpoint(), path());
        Bytes bytes = readFile(path());
        bytes[8] = 99;
        QCOMPARE(errorOf(sealed(bytes)), std::optional(ErrorKind::Incompatible));
    }

    void lyingHeadersAreRefused() {
        saveCheckpoint(test::tinyCheckpoint(), path());
        Bytes bytes = readFile(path());
        bytes[15] = 0x7F;  // header length far beyond the file
        QCOMPARE(errorOf(sealed(bytes)), std::optional(ErrorKind::Damaged));
        bytes = readFile(path());
        bytes[20] = 'x';  // JSON that is none
        QVERIFY(errorOf(sealed(bytes)).has_value());
    }

    void aHeaderThatIsNestedDeepIsRefused() {
        constexpr std::uint32_t depth = 500'000;
        const std::string header = R"({"config": )" + std::string(depth, '[') + std::string(depth, ']') + "}";
        Bytes bytes{'R', 'I', 'C', 'E', 'R', 'C', 'A', 'R', 1, 0, 0, 0};
        for (unsigned shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<std::uint8_t>(header.size() >> shift));
        bytes.insert(bytes.end(), header.begin(), header.end());
        bytes.resize(bytes.size() + 64);
        QCOMPARE(errorOf(sealed(bytes)), std::optional(ErrorKind::Damaged));
        QVERIFY_EXCEPTION_THROWN((void)loadCheckpointHeader(path()), Error);
    }

    void impossibleFactsAreRefused() {
        for (const Meter meter : {Meter{4, 0}, Meter{-4, 4}, Meter{2'000'000'000, 1}}) {
            Checkpoint checkpoint = test::tinyCheckpoint();
            checkpoint.facts.meter = meter;
            saveCheckpoint(checkpoint, path());
            QCOMPARE(errorOf(readFile(path())), std::optional(ErrorKind::Damaged));
        }
        Checkpoint checkpoint = test::tinyCheckpoint();
        checkpoint.facts.tempo = 0;
        saveCheckpoint(checkpoint, path());
        QVERIFY_EXCEPTION_THROWN((void)loadCheckpointHeader(path()), Error);
    }

    void aTensorOfManyAxesIsRefused() {
        Checkpoint checkpoint = test::tinyCheckpoint();
        checkpoint.weights[0].shape = {1'000'000, 1'000'000, 1'000'000, 1'000'000};
        saveCheckpoint(checkpoint, path());
        QCOMPARE(errorOf(readFile(path())), std::optional(ErrorKind::Damaged));
    }

    void aCheckpointForGeneratingNeedsNoOptimizer() {
        Checkpoint checkpoint = test::tinyCheckpoint();
        const std::string hash = checkpoint.modelHash();
        checkpoint.optimizer.clear();
        saveCheckpoint(checkpoint, path());
        QCOMPARE(loadCheckpoint(path()).modelHash(), hash);
        Checkpoint other = checkpoint;
        other.config.steps += 1;
        other.config.learningRate *= 2;
        QCOMPARE(other.modelHash(), hash);  // as another version's defaults may be
        other.config.model.articulation = !other.config.model.articulation;
        QVERIFY(other.modelHash() != hash);
        other = checkpoint;
        other.weights.back().values.front() += 1.0F;
        QVERIFY(other.modelHash() != hash);
        QVERIFY_EXCEPTION_THROWN(Trainer(checkpoint, test::tinySet()), Error);
    }
};

QTEST_APPLESS_MAIN(tst_Checkpoint)
#include "tst_Checkpoint.moc"
