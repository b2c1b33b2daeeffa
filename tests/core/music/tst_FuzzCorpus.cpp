// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/base/Random.h"
#include "tests/fuzz/ExerciseMidi.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace ricercar;

namespace {

std::vector<Bytes> seeds() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(test::sourceFolder() / "tests" / "fuzz" / "corpus" / "MidiFile"))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Bytes> all;
    for (const auto& path : paths) all.push_back(readFile(path));
    return all;
}

}  // namespace

/// What the fuzzer checks, on its seeds and on some damage to them.
class tst_FuzzCorpus : public QObject {
    Q_OBJECT
private slots:
    void everySeedKeepsThePromises() {
        const auto all = seeds();
        QVERIFY(all.size() >= 30);
        for (const Bytes& bytes : all) test::exerciseMidi(bytes);
    }

    void cutAnywhere() {
        for (const Bytes& bytes : seeds())
            for (std::size_t length = 0; length < bytes.size(); length += 3) test::exerciseMidi(std::span(bytes).first(length));
    }

    void anyByteReplaced() {
        Random random(1);
        for (const Bytes& bytes : seeds())
            for (int round = 0; round < 30; ++round) {
                Bytes damaged = bytes;
                for (int hit = 0; hit < 3; ++hit)
                    damaged[random.below(damaged.size())] = static_cast<std::uint8_t>(random.next());
                test::exerciseMidi(damaged);
            }
    }
};

QTEST_APPLESS_MAIN(tst_FuzzCorpus)
#include "tst_FuzzCorpus.moc"
