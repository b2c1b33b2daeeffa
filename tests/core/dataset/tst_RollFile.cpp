// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Random.h"
#include "core/dataset/RollFile.h"
#include "tests/support/TestData.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace ricercar;

namespace {

/// What the README of the corpora says of a split.
struct Facts {
    std::size_t pieces;
    int frames;
    int notes;
    int silent;
    int lowest;
    int highest;
    int largest;
};

Facts factsOf(const std::vector<PianoRoll>& rolls) {
    Facts facts{rolls.size(), 0, 0, 0, 127, 0, 0};
    for (const PianoRoll& roll : rolls)
        for (int step = 0; step < roll.steps(); ++step) {
            int sounding = 0;
            for (int pitch = 21; pitch <= 108; ++pitch)
                if (roll.plays(step, pitch)) {
                    ++sounding;
                    facts.lowest = std::min(facts.lowest, pitch);
                    facts.highest = std::max(facts.highest, pitch);
                }
            ++facts.frames;
            facts.notes += sounding;
            facts.silent += sounding == 0;
            facts.largest = std::max(facts.largest, sounding);
        }
    return facts;
}

}  // namespace

class tst_RollFile : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    /// `text` is JSON with ' for ".
    RollFile read(std::string text) const {
        std::replace(text.begin(), text.end(), '\'', '"');
        const std::filesystem::path path = folder_.path().toStdString() + "/file.json";
        writeFile(path, text);
        return readRollFile(path);
    }
    std::string complaint(const std::string& text) const {
        try {
            read(text);
        } catch (const Error& error) {
            return error.kind() == ErrorKind::Damaged ? error.what() : std::string("another kind");
        }
        return {};
    }

private slots:
    void aSmallFile() {
        const RollFile file = read(
            "{'comment':{'a':[1,{'train':[[[1]]]}]},'test':[],'name':'Zwei','train':[[[60,64],[60],[],[60]],[]],"
            "'valid':[[[0,108,0,21]]],'step':'quarter note','more':[[[[['x']]]]]}");
        QCOMPARE(file.name, std::string("Zwei"));
        QCOMPARE(file.step, std::string("quarter note"));
        QCOMPARE(file.train.size(), std::size_t{2});
        const PianoRoll& roll = file.train[0];
        QCOMPARE(roll.steps(), 4);
        QCOMPARE(roll.barSteps(), 4);
        QVERIFY(roll.valid());
        QCOMPARE(roll.at(0, 60), static_cast<Cell>(3));
        QCOMPARE(roll.at(0, 64), static_cast<Cell>(3));
        QCOMPARE(roll.at(1, 60), static_cast<Cell>(1));
        QCOMPARE(roll.at(3, 60), static_cast<Cell>(3));
        QCOMPARE(file.train[1].steps(), 0);
        QCOMPARE(notesOf(file.valid.at(0)), (std::vector<RollNote>{{0, 1, 21}, {0, 1, 108}}));
        QCOMPARE(&file.split("valid"), &file.valid);
        QVERIFY_EXCEPTION_THROWN((void)file.split("Test"), Error);
    }

    void barsFollowTheStep() {
        const auto bar = [&](const std::string& step) {
            return read("{'step':'" + step + "','train':[[[60]]],'valid':[],'test':[]}").train.at(0).barSteps();
        };
        QCOMPARE(bar("quarter note"), 4);
        QCOMPARE(bar("eighth note"), 8);
        QCOMPARE(bar("sixteenth note"), 16);
        QCOMPARE(bar("?"), 8);
    }

    void damageIsNamed() {
        for (const char* text : {"",
                                 "x",
                                 "[]",
                                 "7",
                                 "'a'",
                                 "null",
                                 "{}",
                                 "{'train':[],'valid':[]}",
                                 "{'train':[[60]],'valid':[],'test':[]}",
                                 "{'train':[60],'valid':[],'test':[]}",
                                 "{'train':60,'valid':[],'test':[]}",
                                 "{'train':[[[20]]],'valid':[],'test':[]}",
                                 "{'train':[[[109]]],'valid':[],'test':[]}",
                                 "{'train':[[[-60]]],'valid':[],'test':[]}",
                                 "{'train':[[[99999999999999999999]]],'valid':[],'test':[]}",
                                 "{'train':[[[18446744073709551615]]],'valid':[],'test':[]}",
                                 "{'train':[[[60.5]]],'valid':[],'test':[]}",
                                 "{'train':[[['C']]],'valid':[],'test':[]}",
                                 "{'train':[[[[60]]]],'valid':[],'test':[]}",
                                 "{'train':{'a':[]},'valid':[],'test':[]}",
                                 "{'train':[[[60]]],'valid':[],'test':[",
                                 "{'train':\xFF}"}) {
            const std::string said = complaint(text);
            QVERIFY2(QByteArray(said.c_str()).contains("not a piano-roll file"), text);
        }
        QVERIFY(!complaint(std::string(1'000'000, '[')).empty());
        QVERIFY(!complaint("{'a':" + std::string(1'000'000, '[')).empty());
        QVERIFY_EXCEPTION_THROWN(readRollFile("/none.json"), Error);
    }

    void alteredFilesNeverCrash() {
        const std::string sound = "{'name':'n','step':'eighth note','train':[[[60,64],[60]]],'valid':[[[1]]],'test':[[[70]]]}";
        Random random(5);
        for (int round = 0; round < 600; ++round) {
            std::string text = sound;
            for (std::uint64_t i = random.below(4); i < 4; ++i)
                text[random.below(text.size())] = "{}[],:'0169-.enull"[random.below(18)];
            complaint(text);
        }
    }

    void theCorporaAreWhatTheirReadmeSays() {
        const std::filesystem::path shared = test::sharedData();
        if (shared.empty()) QSKIP("no shared data");
        struct Corpus {
            const char* file;
            int bar;
            std::array<Facts, 3> splits;
        };
        const std::array corpora{
            Corpus{"jsb_chorales.json",
                   4,
                   {{{229, 13807, 53824, 18, 43, 96, 4}, {76, 4602, 17811, 29, 48, 96, 4}, {77, 4725, 18367, 17, 45, 96, 4}}}},
            Corpus{"nottingham.json",
                   8,
                   {{{694, 176561, 699403, 487, 31, 93, 9},
                     {173, 45513, 180192, 51, 34, 91, 8},
                     {170, 44463, 177421, 19, 36, 89, 9}}}},
            Corpus{"piano_midi_de.json",
                   8,
                   {{{87, 75911, 231089, 4917, 21, 108, 12},
                     {12, 8540, 27623, 251, 24, 104, 11},
                     {25, 19036, 56067, 652, 21, 108, 10}}}},
            // two voices on one pitch are one sounding key, so its note counts are not those of the table
            Corpus{"jsb_chorales_16th_satb.json",
                   16,
                   {{{229, 55228, 0, 72, 36, 81, 4}, {76, 18408, 0, 116, 36, 81, 4}, {77, 18900, 0, 68, 36, 81, 4}}}}};
        for (const Corpus& corpus : corpora) {
            const RollFile file = readRollFile(shared / "corpora" / corpus.file);
            const std::array names{"train", "valid", "test"};
            for (std::size_t i = 0; i < 3; ++i) {
                const std::vector<PianoRoll>& rolls = file.split(names[i]);
                const Facts is = factsOf(rolls);
                const Facts& should = corpus.splits[i];
                QCOMPARE(is.pieces, should.pieces);
                QCOMPARE(is.frames, should.frames);
                if (should.notes > 0) QCOMPARE(is.notes, should.notes);
                QCOMPARE(is.silent, should.silent);
                if (should.notes > 0) QCOMPARE(is.lowest, should.lowest);
                if (should.notes > 0) QCOMPARE(is.highest, should.highest);
                QCOMPARE(is.largest, should.largest);
                for (const PianoRoll& roll : rolls) {
                    QVERIFY(roll.valid());
                    QCOMPARE(roll.barSteps(), corpus.bar);
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_RollFile)
#include "tst_RollFile.moc"
