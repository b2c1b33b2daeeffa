// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/JsonDepth.h"
#include "core/base/Sha256.h"
#include "core/learning/CardJson.h"
#include "core/learning/Checkpoint.h"
#include "core/learning/ConfigJson.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <numeric>

// Layout, little-endian: magic (8 bytes) | version u32 | header length u32 | header, JSON | tensors, float32 | SHA-256 as 64
// hex digits.

namespace ricercar {
namespace {

using nlohmann::json;

static_assert(std::endian::native == std::endian::little, "tensors are written as they lie in memory");

constexpr std::string_view magic = "RICERCAR";
constexpr std::uint32_t fileVersion = 1;
constexpr std::size_t digestSize = 64;
constexpr std::size_t longestHeader = 16 << 20;  // that is read without the rest
constexpr std::size_t fixedSize = magic.size() + 2 * sizeof(std::uint32_t);

template <typename State, typename Visit>
void eachField(State& state, Visit&& visit) {
    visit("step", state.step);
    visit("seconds", state.seconds);
    visit("learning_rate", state.learningRate);
    visit("recoveries", state.recoveries);
    visit("epoch_loss_sum", state.epochLossSum);
    visit("epoch_batches", state.epochBatches);
    visit("best_validation", state.bestValidation);
    visit("best_step", state.bestStep);
    visit("epochs_since_best", state.epochsSinceBest);
}

json factsJson(const TrainingFacts& facts) {
    return {{"dataset_hash", facts.datasetHash},
            {"train_pieces", facts.trainPieces},
            {"validation_pieces", facts.validationPieces},
            {"train_steps", facts.trainSteps},
            {"median_polyphony", facts.medianPolyphony},
            {"notes_per_bar", facts.notesPerBar},
            {"tempo", facts.tempo},
            {"roll_file", facts.rollFile},
            {"meter", {facts.meter.numerator, facts.meter.denominator}}};
}

TrainingFacts factsFromJson(const json& given) {
    TrainingFacts facts;
    facts.datasetHash = given.at("dataset_hash").get<std::string>();
    facts.trainPieces = given.at("train_pieces").get<int>();
    facts.validationPieces = given.at("validation_pieces").get<int>();
    facts.trainSteps = given.at("train_steps").get<std::int64_t>();
    facts.medianPolyphony = given.at("median_polyphony").get<double>();
    facts.notesPerBar = given.value("notes_per_bar", 0.0);
    facts.tempo = given.at("tempo").get<double>();
    facts.rollFile = given.value("roll_file", std::string());
    facts.meter = {given.at("meter").at(0).get<int>(), given.at("meter").at(1).get<int>()};
    return facts;
}

bool possible(const TrainingFacts& facts) {
    const Meter& meter = facts.meter;
    return meter.numerator >= 1 && meter.numerator <= 65'535 && meter.denominator >= 1 && meter.denominator <= 65'536 &&
           std::isfinite(facts.tempo) && facts.tempo > 0 && std::isfinite(facts.medianPolyphony) &&
           std::isfinite(facts.notesPerBar) && facts.notesPerBar >= 0;
}

json shapesJson(const std::vector<NamedTensor>& tensors) {
    json list = json::array();
    for (const NamedTensor& tensor : tensors) list.push_back({{"name", tensor.name}, {"shape", tensor.shape}});
    return list;
}

std::size_t countOf(const std::vector<std::int64_t>& shape) {
    return static_cast<std::size_t>(std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>()));
}

void append(Bytes& bytes, const void* data, std::size_t size) {
    const auto* first = static_cast<const std::uint8_t*>(data);
    bytes.insert(bytes.end(), first, first + size);
}

[[noreturn]] void damaged(const std::filesystem::path& path, const Message& how) {
    throw Error(ErrorKind::Damaged, {MessageId::CheckpointDamaged, {displayPath(path), how}});
}

/// The shapes have to be those the config asks for: a file of another shape is never loaded in part.
void checkShapes(const std::vector<NamedTensor>& tensors, const ModelConfig& config, int copies,
                 const std::filesystem::path& path) {
    const std::vector<NamedTensor> expected = parameterShapes(config);
    if (tensors.size() != expected.size() * static_cast<std::size_t>(copies))
        throw Error(ErrorKind::Incompatible,
                    {MessageId::CheckpointShape, {displayPath(path), Message{MessageId::ReasonTensorCount, {}}}});
    for (std::size_t i = 0; i < tensors.size(); ++i)
        if (tensors[i].shape != expected[i % expected.size()].shape || tensors[i].name != expected[i % expected.size()].name)
            throw Error(ErrorKind::Incompatible, {MessageId::CheckpointShape, {displayPath(path), tensors[i].name}});
}

std::vector<NamedTensor> readTensors(const json& list, std::span<const std::uint8_t>& rest, const std::filesystem::path& path) {
    std::vector<NamedTensor> tensors;
    for (const json& entry : list) {
        NamedTensor tensor{entry.at("name").get<std::string>(), entry.at("shape").get<std::vector<std::int64_t>>(), {}};
        const auto possible = [](std::int64_t extent) { return extent >= 1 && extent <= 1'000'000; };
        if (tensor.shape.size() > 2 || !std::ranges::all_of(tensor.shape, possible))
            damaged(path, {MessageId::ReasonTensorShape, {}});
        const std::size_t count = countOf(tensor.shape);
        if (count > rest.size() / sizeof(float)) damaged(path, {MessageId::ReasonTensorCutOff, {}});
        tensor.values.resize(count);
        std::memcpy(tensor.values.data(), rest.data(), count * sizeof(float));
        rest = rest.subspan(count * sizeof(float));
        tensors.push_back(std::move(tensor));
    }
    return tensors;
}

struct FileStart {
    std::uint32_t version = 0;
    std::uint32_t header = 0;  ///< bytes
};

FileStart fileStart(const Bytes& bytes, const std::filesystem::path& path) {
    if (bytes.size() < magic.size() || std::memcmp(bytes.data(), magic.data(), magic.size()) != 0)
        throw Error(ErrorKind::Damaged, {MessageId::NotACheckpoint, {displayPath(path)}});
    if (bytes.size() < fixedSize) damaged(path, {MessageId::ReasonCutOff, {}});
    FileStart start;
    std::memcpy(&start.version, bytes.data() + magic.size(), sizeof start.version);
    std::memcpy(&start.header, bytes.data() + magic.size() + sizeof start.version, sizeof start.header);
    return start;
}

void checkVersion(const FileStart& start, const std::filesystem::path& path) {
    if (start.version > fileVersion)
        throw Error(ErrorKind::Incompatible, {MessageId::CheckpointNewer, {displayPath(path), start.version}});
}

json parseHeader(std::span<const std::uint8_t> text, const std::filesystem::path& path) {
    if (nestedTooDeep({reinterpret_cast<const char*>(text.data()), text.size()}))
        damaged(path, {MessageId::ReasonHeaderTooDeep, {}});
    return json::parse(text.begin(), text.end());
}

Checkpoint withoutTensors(const json& header, const std::filesystem::path& path) {
    Checkpoint checkpoint;
    checkpoint.name = header.at("name").get<std::string>();
    checkpoint.program = header.at("program").get<std::string>();
    checkpoint.config = configFromJson(header.at("config"), {});
    checkpoint.facts = factsFromJson(header.at("facts"));
    if (!possible(checkpoint.facts)) damaged(path, {MessageId::ReasonFactsImpossible, {}});
    eachField(checkpoint.state, [&](const char* name, auto& member) { header.at("state").at(name).get_to(member); });
    if (header.contains("draw")) checkpoint.draw = drawFromJson(header["draw"]);
    if (header.contains("card")) checkpoint.card = cardFromJson(header["card"]);
    return checkpoint;
}

/// As many as the file has, up to `count`.
Bytes firstBytes(const std::filesystem::path& path, std::size_t count) {
    std::ifstream file(path, std::ios::binary);
    if (!file || !std::filesystem::is_regular_file(path)) return readFile(path);  // throws what is wrong
    Bytes bytes(count);
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(count));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

}  // namespace

void saveCheckpoint(const Checkpoint& checkpoint, const std::filesystem::path& path) {
    json state;
    eachField(checkpoint.state, [&](const char* name, const auto& member) { state[name] = member; });
    json header{{"name", validUtf8(checkpoint.name)},
                {"program", validUtf8(checkpoint.program)},
                {"config", configJson(checkpoint.config)},
                {"facts", factsJson(checkpoint.facts)},
                {"state", state},
                {"weights", shapesJson(checkpoint.weights)},
                {"optimizer", shapesJson(checkpoint.optimizer)}};
    if (checkpoint.draw) header["draw"] = drawJson(*checkpoint.draw);
    if (checkpoint.card) header["card"] = cardJson(*checkpoint.card);
    const std::string text = header.dump();

    Bytes bytes;
    append(bytes, magic.data(), magic.size());
    append(bytes, &fileVersion, sizeof fileVersion);
    const auto length = static_cast<std::uint32_t>(text.size());
    append(bytes, &length, sizeof length);
    append(bytes, text.data(), text.size());
    for (const auto* tensors : {&checkpoint.weights, &checkpoint.optimizer})
        for (const NamedTensor& tensor : *tensors) append(bytes, tensor.values.data(), tensor.values.size() * sizeof(float));
    const std::string digest = sha256(bytes);
    append(bytes, digest.data(), digest.size());
    writeFile(path, bytes);
}

Checkpoint loadCheckpoint(const std::filesystem::path& path) {
    const Bytes bytes = readFile(path);
    const FileStart start = fileStart(bytes, path);
    if (bytes.size() < fixedSize + digestSize) damaged(path, {MessageId::ReasonCutOff, {}});
    const auto content = std::span(bytes).first(bytes.size() - digestSize);
    const std::string digest(bytes.end() - digestSize, bytes.end());
    if (digest != sha256(content)) damaged(path, {MessageId::ReasonChecksum, {}});
    checkVersion(start, path);
    if (start.header > content.size() - fixedSize) damaged(path, {MessageId::ReasonHeaderCutOff, {}});

    try {
        const auto text = content.subspan(fixedSize, start.header);
        const json header = parseHeader(text, path);
        Checkpoint checkpoint = withoutTensors(header, path);
        auto rest = content.subspan(fixedSize + start.header);
        checkpoint.weights = readTensors(header.at("weights"), rest, path);
        checkpoint.optimizer = readTensors(header.at("optimizer"), rest, path);
        if (!rest.empty()) damaged(path, {MessageId::ReasonMoreThanNamed, {}});
        checkShapes(checkpoint.weights, checkpoint.config.model, 1, path);
        if (!checkpoint.optimizer.empty()) checkShapes(checkpoint.optimizer, checkpoint.config.model, 2, path);
        return checkpoint;
    } catch (const json::exception& exception) {
        damaged(path, {MessageId::ReasonHeaderUnreadable, {validUtf8(exception.what())}});
    }
}

Checkpoint loadCheckpointHeader(const std::filesystem::path& path) {
    const FileStart start = fileStart(firstBytes(path, fixedSize), path);
    checkVersion(start, path);
    const Bytes bytes = firstBytes(path, std::min(fixedSize + start.header, longestHeader));
    if (bytes.size() < fixedSize + start.header) damaged(path, {MessageId::ReasonHeaderCutOff, {}});
    try {
        return withoutTensors(parseHeader(std::span(bytes).subspan(fixedSize), path), path);
    } catch (const json::exception& exception) {
        damaged(path, {MessageId::ReasonHeaderUnreadable, {validUtf8(exception.what())}});
    }
}

}  // namespace ricercar
