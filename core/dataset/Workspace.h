// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/base/Task.h"
#include "core/dataset/Dataset.h"
#include "core/dataset/Piece.h"
#include "core/dataset/Profile.h"
#include "core/dataset/Take.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ricercar {

/// Whether a file is a workspace by its name (.ricercar-db) or its first bytes; music never is.
bool isWorkspaceFile(const std::filesystem::path& path);

/// Interrupted: it was running, but the process that had it is gone (RunLock). Found when runs are read, never stored.
enum class RunState { Running, Finished, Stopped, Failed, Interrupted };

/// Who trains a run.
struct RunOwner {
    Message who;        ///< "ricercar-cli on workshop, process 4711"
    std::string since;  ///< ISO 8601, UTC

    friend bool operator==(const RunOwner&, const RunOwner&) = default;
};

struct Run {
    std::int64_t id = 0;
    std::string name;
    std::string config;  ///< JSON of the TrainConfig
    std::string datasetHash;
    std::string program;  ///< versions
    std::string started;  ///< ISO 8601, UTC
    RunState state = RunState::Running;
    std::optional<Message> problem{};  ///< when failed
    std::string lastCheckpoint;        ///< file in runsFolder(); empty: none yet
    std::string bestCheckpoint;
    std::int64_t dataset = 0;         ///< what it learns from; 0: a roll file, or not known (an old run)
    std::optional<RunOwner> owner{};  ///< of a run that is running; found when runs are read, never stored

    friend bool operator==(const Run&, const Run&) = default;
};

/// One number of a run's record. Series: "loss", "gradient_norm", "learning_rate", "epoch_loss", "validation".
struct Metric {
    std::string series;
    std::int64_t step = 0;
    double epoch = 0;
    double seconds = 0;
    double value = 0;
};

/// One state of a piece on its way from the imported one.
struct PieceVersion {
    int number = 0;
    std::string recipe;  ///< JSON: the remedies that made it from the source
    PieceState state = PieceState::Accepted;
    std::int64_t score = 0;  ///< the edited score that the recipe begins with; 0: the imported file
};

/// The file of a run that goes by a name such as Run::lastCheckpoint in a runs folder. Throws Error Damaged
/// (WorkspaceFileOutside) for what lies outside of the folder, by its name or by symbolic links: a workspace may come from a
/// stranger.
std::filesystem::path runFileIn(const std::filesystem::path& runsFolder, const std::string& name);

/// A SQLite file (WAL, foreign keys, versioned schema): the imported files, pieces with the versions of their rolls, datasets,
/// runs with every metric point, takes. All but the checkpoints is in it, so it can be moved to another machine.
/// A connection: one thread at a time, each thread opens its own. Every call is one transaction: killed at any instant, the
/// file opens with all that was committed. Throws Error (Unwritable, Damaged, Incompatible for a newer version, NotFound).
class Workspace {
public:
    /// Opens, or creates where there is none.
    explicit Workspace(const std::filesystem::path& path);
    /// Opens one that is there. Throws Error NotFound (FileNotFound) as well: nothing is made in its place.
    static Workspace existing(const std::filesystem::path& path);
    /// Opens one that is there, for reading: where it is closed to writing, a copy among the temporary files that goes with
    /// this. Throws Error NotFound (FileNotFound) as well.
    static Workspace forReading(const std::filesystem::path& path);
    ~Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;

    [[nodiscard]] const std::filesystem::path& path() const;
    /// Where the files of runs go: "<file name without extension>.runs" beside the workspace.
    [[nodiscard]] std::filesystem::path runsFolder() const;

    /// A copy of all that is committed, with the files of its runs, under another name; what stands there is replaced. A
    /// stopped task leaves what stands there as it is: false.
    bool copyTo(const std::filesystem::path& path, const Task& task = {}) const;
    /// A number that differs from the last one when another connection has changed the file since.
    [[nodiscard]] std::int64_t changeCounter() const;

    struct NewPiece {
        Piece piece;
        PianoRoll roll;                         ///< empty: there is none (a rejected piece may have one)
        std::optional<Profile> profile{};       ///< of the roll; nothing: computed when it is needed
        std::shared_ptr<const Bytes> source{};  ///< the file; nothing: it is not kept, or is there already
        std::shared_ptr<const Bytes> score{};   ///< edited, MIDI; nothing: piece.score says what the recipe begins with
    };
    /// A piece that is there already (file hash and part) keeps its id, tags and subsets by hand; its versions are replaced by
    /// the new one. Fills in the ids.
    void addPieces(std::vector<NewPiece>& pieces);
    /// The same, but a file that is there (another connection may have been faster) is left as it is, and its pieces taken out
    /// of the list. Pieces without a source always come in. The number of such files.
    int addNewFiles(std::vector<NewPiece>& pieces);
    [[nodiscard]] std::vector<Piece> pieces() const;  ///< by id
    [[nodiscard]] std::optional<Piece> piece(std::int64_t id) const;
    [[nodiscard]] bool hasFile(const std::string& fileHash) const;
    [[nodiscard]] std::unordered_set<std::string> fileHashes() const;
    /// Of the current version, or of the one with that number. Throws Error NotFound for a piece without a roll.
    [[nodiscard]] PianoRoll roll(std::int64_t pieceId) const;
    [[nodiscard]] PianoRoll roll(std::int64_t pieceId, int version) const;
    /// The bytes of an imported file. Throws Error NotFound (SourceMissing, with `path` of the piece) where they were not kept.
    [[nodiscard]] Bytes source(const Piece& piece) const;

    /// A new current version of each piece (by piece.id, with piece.recipe): it follows the one that was current, and versions
    /// beyond that are dropped. Fills in the numbers. All or nothing: NotFound for a piece that is not there.
    void addVersions(std::vector<NewPiece>& versions);
    /// The versions of those numbers (by piece.id and piece.version) anew, with other music, and current; those beyond stay.
    /// Each brings its score. All or nothing.
    void replaceVersions(std::vector<NewPiece>& versions);
    /// The MIDI bytes of an edited score. Throws Error NotFound.
    [[nodiscard]] Bytes score(std::int64_t id) const;
    [[nodiscard]] std::vector<PieceVersion> versions(std::int64_t pieceId) const;  ///< by number
    /// Undo and redo: makes the version of that number the current one of its piece. All or nothing.
    void setVersions(const std::vector<std::pair<std::int64_t, int>>& pieceAndVersion);

    struct PieceProfile {
        std::int64_t pieceId = 0;
        Profile profile;
    };
    /// Of the pieces' current versions, or of the imported ones, by id; without those that have no roll. What is not in the
    /// file yet is computed and written. Stopped: what was there.
    [[nodiscard]] std::vector<PieceProfile> profiles(bool imported = false, const Task& task = {});

    void addTag(const std::vector<std::int64_t>& pieceIds, const std::string& tag);
    void removeTag(const std::vector<std::int64_t>& pieceIds, const std::string& tag);

    /// By id; one at least in a new workspace. Adding or renaming throws Error Invalid for a name that is empty or taken.
    [[nodiscard]] std::vector<Dataset> datasets() const;
    [[nodiscard]] std::optional<Dataset> dataset(std::int64_t id) const;
    std::int64_t addDataset(const Dataset& dataset);
    void updateDataset(const Dataset& dataset);
    void removeDataset(std::int64_t id);  ///< the pieces stay
    /// Undo of removeDataset: with the id and the subsets by hand it had.
    void restoreDataset(const Dataset& dataset, const std::unordered_map<std::int64_t, Subset>& subsets);
    /// Subsets chosen by hand, by piece.
    [[nodiscard]] std::unordered_map<std::int64_t, Subset> subsets(std::int64_t datasetId) const;
    /// Nothing: no longer by hand.
    void setSubsets(std::int64_t datasetId, const std::vector<std::int64_t>& pieceIds, std::optional<Subset> subset);

    void removePieces(const std::vector<std::int64_t>& ids);
    /// All there is to some pieces: versions, rolls, files, tags, subsets by hand. Opaque; for restorePieces of this workspace.
    struct RemovedPieces;
    /// The same, with what is needed to undo it.
    [[nodiscard]] std::shared_ptr<const RemovedPieces> takePieces(const std::vector<std::int64_t>& ids);
    /// Undo of takePieces: with the ids they had. A piece of a file that came in again meanwhile stays out.
    void restorePieces(const RemovedPieces& pieces);
    void removeFile(const std::string& fileHash);  ///< every part of it

    /// runFileIn of its runs folder.
    [[nodiscard]] std::filesystem::path runFile(const std::string& name) const { return runFileIn(runsFolder(), name); }
    std::int64_t addRun(const Run& run);
    void updateRun(const Run& run);
    [[nodiscard]] std::vector<Run> runs() const;  ///< by id
    [[nodiscard]] std::optional<Run> run(std::int64_t id) const;
    void removeRun(std::int64_t id);  ///< with its metrics; the checkpoint files stay
    /// Undo of removeRun: with the id and the metrics it had.
    void restoreRun(const Run& run, const std::vector<Metric>& metrics);
    /// A number of a series and step that is there already gives way to the new one.
    void addMetrics(std::int64_t runId, const std::vector<Metric>& metrics);
    [[nodiscard]] std::vector<Metric> metrics(std::int64_t runId) const;  ///< in the order they were added
    /// Of steps beyond `step`: a run that goes on from there writes them anew.
    void removeMetricsAfter(std::int64_t runId, std::int64_t step);
    /// The last step that was recorded; 0: none.
    [[nodiscard]] std::int64_t lastStep(std::int64_t runId) const;

    std::int64_t addTake(const Take& take);
    /// Another name and other music, by its id: its facts are forgotten, its marks stay. Throws Error NotFound.
    void updateTake(const Take& take);
    [[nodiscard]] std::vector<Take> takes() const;        ///< by id
    [[nodiscard]] std::vector<TakeRow> takeRows() const;  ///< the same, packed
    [[nodiscard]] std::optional<Take> take(std::int64_t id) const;
    void removeTake(std::int64_t id);
    void restoreTake(const Take& take);  ///< undo of removeTake: with the id it had
    // Of takes that are gone meanwhile: nothing.
    void renameTake(std::int64_t id, const std::string& name);
    void setTakeMarks(std::int64_t id, const TakeMarks& marks);
    void setTakeFacts(const std::vector<std::pair<std::int64_t, TakeFacts>>& facts);

    /// 5th and 95th percentile of the nats a step that a model gives to passages of a dataset; kept by the hashes of both.
    [[nodiscard]] std::optional<FigureRange> natsRange(const std::string& modelHash, const std::string& datasetHash) const;
    void setNatsRange(const std::string& modelHash, const std::string& datasetHash, const FigureRange& range);

private:
    class Impl;
    explicit Workspace(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace ricercar
