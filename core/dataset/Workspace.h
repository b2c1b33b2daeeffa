#pragma once

#include "core/base/Message.h"
#include "core/music/PianoRoll.h"
#include "core/music/Quantizer.h"
#include "core/music/Statistics.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace ricercar {

enum class PieceState { Accepted, Warned, Rejected };

/// A source file, or a part of one where its meter changes.
struct Piece {
    std::int64_t id = 0;
    std::string fileHash;  ///< SHA-256 of the file's bytes; with `part` the identity of a piece
    int part = 0;
    int parts = 1;
    std::string path;   ///< where it was imported from, UTF-8
    std::string title;  ///< from the file's first track name, or the file's name
    PieceState state = PieceState::Accepted;
    std::vector<Message> remarks;  ///< why it was rejected, what was repaired or left out
    Meter meter;
    double tempo = 120;  ///< quarter notes a minute
    int steps = 0;
    int barOffset = 0;
    int tracks = 0;              ///< MTrk chunks of the file
    std::int64_t fileNotes = 0;  ///< note-ons of the whole file
    QuantizeReport report;
    RollStatistics statistics;
    KeyEstimate key;
};

enum class RunState { Running, Finished, Stopped, Failed };

struct Run {
    std::int64_t id = 0;
    std::string name;
    std::string config;  ///< JSON of the TrainConfig
    std::string datasetHash;
    std::string program;  ///< versions
    std::string started;  ///< ISO 8601, UTC
    RunState state = RunState::Running;
    std::string problem;         ///< the sentence, when failed
    std::string lastCheckpoint;  ///< file in runsFolder(); empty: none yet
    std::string bestCheckpoint;
};

/// One number of a run's record. Series: "loss", "gradient_norm", "learning_rate", "epoch_loss", "validation".
struct Metric {
    std::string series;
    std::int64_t step = 0;
    double epoch = 0;
    double seconds = 0;
    double value = 0;
};

struct Take {
    std::int64_t id = 0;
    std::string name;
    std::string created;  ///< ISO 8601, UTC
    std::string modelHash;
    std::string settings;  ///< JSON: checkpoint, seed, temperature ...
    double tempo = 120;
    int primerSteps = 0;
    PianoRoll roll;
};

/// A SQLite file (WAL, foreign keys, versioned schema): pieces with their rolls, runs with every metric point, takes.
/// A connection: one thread at a time, each thread opens its own. Every call is one transaction: killed at any instant, the
/// file opens with all that was committed. Throws Error (Unwritable, Damaged, Incompatible for a newer version, NotFound).
class Workspace {
public:
    /// Opens, or creates where there is none.
    explicit Workspace(const std::filesystem::path& path);
    ~Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;

    [[nodiscard]] const std::filesystem::path& path() const;
    /// Where the files of runs go: "<file name without extension>.runs" beside the workspace.
    [[nodiscard]] std::filesystem::path runsFolder() const;

    struct NewPiece {
        Piece piece;
        PianoRoll roll;  ///< empty when rejected
    };
    /// A piece that is there already (file hash and part) keeps its id and is replaced. Fills in the ids.
    void addPieces(std::vector<NewPiece>& pieces);
    [[nodiscard]] std::vector<Piece> pieces() const;  ///< by id
    [[nodiscard]] std::optional<Piece> piece(std::int64_t id) const;
    [[nodiscard]] bool hasFile(const std::string& fileHash) const;
    [[nodiscard]] std::unordered_set<std::string> fileHashes() const;
    /// Throws Error NotFound for a piece without a roll.
    [[nodiscard]] PianoRoll roll(std::int64_t pieceId) const;
    void removePieces(const std::vector<std::int64_t>& ids);
    void removeFile(const std::string& fileHash);  ///< every part of it

    std::int64_t addRun(const Run& run);
    void updateRun(const Run& run);
    [[nodiscard]] std::vector<Run> runs() const;  ///< by id
    [[nodiscard]] std::optional<Run> run(std::int64_t id) const;
    void removeRun(std::int64_t id);  ///< with its metrics; the checkpoint files stay
    void addMetrics(std::int64_t runId, const std::vector<Metric>& metrics);
    [[nodiscard]] std::vector<Metric> metrics(std::int64_t runId) const;  ///< in the order they were added
    /// Of steps beyond `step`: a run that goes on from there writes them anew.
    void removeMetricsAfter(std::int64_t runId, std::int64_t step);

    std::int64_t addTake(const Take& take);
    [[nodiscard]] std::vector<Take> takes() const;  ///< by id
    [[nodiscard]] std::optional<Take> take(std::int64_t id) const;
    void removeTake(std::int64_t id);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ricercar
