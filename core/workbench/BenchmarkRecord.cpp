// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/BenchmarkRecord.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ricercar {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path recordFile(const Workspace& workspace, std::int64_t run) {
    return workspace.runsFolder() / std::to_string(run) / "benchmark.json";
}

json resultJson(const BenchmarkResult& result) {
    return {{"train_nats", result.trainNats},
            {"valid_nats", result.validNats},
            {"test_nats", result.testNats},
            {"unigram_test_nats", result.unigramNats},
            {"bigram_test_nats", result.bigramNats},
            {"test_frames", result.testFrames},
            {"parameters", result.parameters},
            {"seconds", result.seconds},
            {"epochs", result.epochs},
            {"machine", result.machine}};
}

BenchmarkResult resultFrom(const json& given) {
    BenchmarkResult result;
    result.trainNats = given.at("train_nats").get<double>();
    result.validNats = given.at("valid_nats").get<double>();
    result.testNats = given.at("test_nats").get<double>();
    result.unigramNats = given.at("unigram_test_nats").get<double>();
    result.bigramNats = given.at("bigram_test_nats").get<double>();
    result.testFrames = given.at("test_frames").get<std::int64_t>();
    result.parameters = given.at("parameters").get<std::int64_t>();
    result.seconds = given.at("seconds").get<double>();
    result.epochs = given.at("epochs").get<double>();
    result.machine = given.at("machine").get<std::string>();
    return result;
}

}  // namespace

void keepRecord(const Workspace& workspace, const BenchmarkRecord& record) {
    json text{{"set", record.set}, {"rolls", record.rolls}, {"minutes", record.minutes}};
    if (record.result) text["result"] = resultJson(*record.result);
    const fs::path file = recordFile(workspace, record.runId);
    makeFolder(file.parent_path());
    writeFile(file, text.dump(2) + "\n");
}

std::optional<BenchmarkRecord> benchmarkRecord(const Workspace& workspace, const Run& run) {
    const fs::path file = recordFile(workspace, run.id);
    if (std::error_code failed; !fs::exists(file, failed)) return std::nullopt;
    BenchmarkRecord record{run.id, run.name, run.state, {}, {}, 0, {}};
    try {
        const json given = json::parse(readFile(file, 1 << 20));
        record.set = given.at("set").get<std::string>();
        record.rolls = given.at("rolls").get<std::string>();
        record.minutes = given.at("minutes").get<double>();
        if (given.contains("result")) {
            record.result = resultFrom(given.at("result"));
            record.result->runId = run.id;
            record.result->set = record.set;
            record.result->checkpoint = workspace.runsFolder() / run.bestCheckpoint;
        }
    } catch (const Error&) {
        return std::nullopt;
    } catch (const json::exception&) {
        return std::nullopt;
    }
    return record;
}

std::vector<BenchmarkRecord> benchmarkRecords(const Workspace& workspace) {
    std::vector<BenchmarkRecord> records;
    for (const Run& run : workspace.runs().all())
        if (auto record = benchmarkRecord(workspace, run)) records.push_back(std::move(*record));
    std::ranges::reverse(records);
    return records;
}

std::optional<PublicSet> publicSet(const std::string& name) {
    if (name == "JSB Chorales") return PublicSet::Jsb;
    if (name == "Nottingham") return PublicSet::Nottingham;
    if (name == "Piano-midi.de") return PublicSet::Piano;
    if (name == "MuseData") return PublicSet::MuseData;
    return std::nullopt;
}

std::optional<double> figureOf(const PublishedFigure& figure, PublicSet set) {
    switch (set) {
        case PublicSet::Jsb: return figure.jsb;
        case PublicSet::Nottingham: return figure.nottingham;
        case PublicSet::Piano: return figure.piano;
        case PublicSet::MuseData: break;
    }
    return figure.museData;
}

SelfTests knownSelfTests(PublicSet set) {
    switch (set) {
        case PublicSet::Jsb: return {11.060, 10.49};
        case PublicSet::Nottingham: return {10.252, 5.15};
        case PublicSet::Piano: return {11.046, 8.27};
        case PublicSet::MuseData: break;
    }
    return {{}, 8.56};
}

}  // namespace ricercar
