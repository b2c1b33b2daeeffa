// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Importer.h"

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Sha256.h"
#include "core/dataset/ImportFeed.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>

namespace ricercar {
namespace {

constexpr std::size_t batchPieces = 256;
constexpr std::size_t batchCells = std::size_t{1} << 25;
constexpr std::size_t lookAhead = 512;  // files read before their turn to be committed
constexpr std::size_t lookAheadBytes = std::size_t{1} << 28;
constexpr auto batchTime = std::chrono::milliseconds(100);

using Clock = std::chrono::steady_clock;

/// What a worker made of a file.
struct Outcome {
    bool known = false;
    bool cut = false;  ///< stopped in the middle
    std::string fileHash;
    std::filesystem::path path;
    std::vector<NewPiece> pieces;

    /// Bytes, about.
    [[nodiscard]] std::size_t size() const {
        std::size_t bytes = 0;
        for (const auto& piece : pieces) bytes += piece.roll.cells().size();
        return bytes + (pieces.empty() || !pieces.front().source ? 0 : pieces.front().source->size());
    }
};

/// Files go to the workers one by one; what they make of them comes out in the order of the files.
class Readers {
public:
    Readers(ImportFeed& feed, const ImportOptions& options, const std::unordered_set<std::string>& known, const Task& task)
        : feed_(feed), options_(options), known_(known), task_(task) {
        const auto wanted = static_cast<std::size_t>(threadCount(options.threads));
        for (std::size_t i = 0; i < std::clamp<std::size_t>(feed.total(), 1, wanted); ++i)
            workers_.emplace_back([this] { work(); });
    }
    ~Readers() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        room_.notify_all();
    }
    Readers(const Readers&) = delete;
    Readers& operator=(const Readers&) = delete;

    /// The next file's outcome; nothing when it is not there by `until`, or all were given.
    std::optional<Outcome> next(Clock::time_point until) {
        std::unique_lock lock(mutex_);
        arrived_.wait_until(lock, until, [this] { return done_.contains(turn_) || over(); });
        const auto found = done_.find(turn_);
        if (found == done_.end()) return std::nullopt;
        Outcome outcome = std::move(found->second);
        done_.erase(found);
        waiting_ -= outcome.size();
        ++turn_;
        room_.notify_all();
        return outcome;
    }
    /// Nothing more will come.
    [[nodiscard]] bool finished() {
        const std::lock_guard lock(mutex_);
        return over();
    }

private:
    [[nodiscard]] bool over() const { return fedAll_ && turn_ == fed_; }

    /// The next file and its number, when there is room for what it will become.
    std::optional<ImportItem> take(std::size_t& number) {
        const std::lock_guard one(feeding_);
        {
            std::unique_lock lock(mutex_);
            room_.wait(lock,
                       [&] { return closed_ || fed_ == turn_ || (fed_ < turn_ + lookAhead && waiting_ < lookAheadBytes); });
            if (closed_ || fedAll_ || task_.stopped()) return std::nullopt;
        }
        std::optional<ImportItem> item = feed_.next();
        const std::lock_guard lock(mutex_);
        if (item)
            number = fed_++;
        else
            fedAll_ = true;
        return item;
    }

    void work() {
        std::size_t number = 0;
        while (auto item = take(number)) {
            Outcome outcome = read(*std::move(item));
            {
                const std::lock_guard lock(mutex_);
                waiting_ += outcome.size();
                done_.emplace(number, std::move(outcome));
            }
            arrived_.notify_one();
        }
        arrived_.notify_one();
    }

    [[nodiscard]] Outcome read(ImportItem item) const {
        const auto known = [&](const std::string& hash) { return known_.contains(hash); };
        FileReading reading = item.problem ? refusedFile(item.path, *item.problem)
                              : item.kind == ImportItem::Kind::Rolls
                                  ? (item.bytes ? readRollPieces(item.path, *std::move(item.bytes), options_, known, task_)
                                                : readRollPieces(item.path, options_, known, task_))
                              : item.bytes ? readPieces(item.path, *std::move(item.bytes), options_, known)
                                           : readPieces(item.path, options_, known);
        const bool cut = item.kind == ImportItem::Kind::Rolls && task_.stopped();
        return {reading.pieces.empty(), cut, std::move(reading.fileHash), std::move(item.path), std::move(reading.pieces)};
    }

    ImportFeed& feed_;
    const ImportOptions& options_;
    const std::unordered_set<std::string>& known_;
    const Task& task_;
    std::mutex feeding_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::condition_variable room_;
    std::unordered_map<std::size_t, Outcome> done_;
    std::size_t waiting_ = 0;  ///< bytes in done_
    std::size_t fed_ = 0;      ///< files taken
    std::size_t turn_ = 0;
    bool fedAll_ = false;
    bool closed_ = false;
    std::vector<std::jthread> workers_;  // joined first
};

/// Pieces on their way into the workspace.
class Batch {
public:
    Batch(Workspace& workspace, const ImportedCallback& imported, ImportReport& report)
        : workspace_(workspace), imported_(imported), report_(report) {}

    void add(std::vector<NewPiece> pieces) {
        if (!pieces.empty() && pieces.front().source) cells_ += pieces.front().source->size();
        for (auto& piece : pieces) {
            cells_ += piece.roll.cells().size();
            pieces_.push_back(std::move(piece));
        }
    }
    [[nodiscard]] bool due() const {
        return pieces_.size() >= batchPieces || cells_ >= batchCells || (!pieces_.empty() && Clock::now() >= until());
    }
    [[nodiscard]] Clock::time_point until() const { return committed_ + batchTime; }
    void commit() {
        if (!pieces_.empty()) {
            report_.known += workspace_.pieces().addNewFiles(pieces_);
            for (const auto& piece : pieces_)
                ++(piece.piece.state == PieceState::Rejected ? report_.rejected : report_.accepted);
            if (imported_ && !pieces_.empty()) imported_(pieces_);
        }
        pieces_.clear();
        cells_ = 0;
        committed_ = Clock::now();
    }

private:
    Workspace& workspace_;
    const ImportedCallback& imported_;
    ImportReport& report_;
    std::vector<NewPiece> pieces_;
    std::size_t cells_ = 0;
    Clock::time_point committed_ = Clock::now();
};

bool refusedBySystem(const Outcome& outcome) {
    if (outcome.pieces.size() != 1 || outcome.pieces.front().piece.remarks.empty()) return false;
    const MessageId id = outcome.pieces.front().piece.remarks.front().id;
    return id == MessageId::FileUnreadable || id == MessageId::FileNotFound;
}

/// What it is no trifle not to be able to read: folders, and what was named.
std::unordered_set<std::string> hardToLose(const std::vector<std::filesystem::path>& files,
                                           const std::vector<std::filesystem::path>& named) {
    std::unordered_set<std::string> hard;
    for (const std::filesystem::path& path : named) hard.insert(path.string());
    std::error_code ignored;
    for (const std::filesystem::path& file : files)
        if (std::filesystem::is_directory(file, ignored)) hard.insert(file.string());
    return hard;
}

}  // namespace

ImportReport importFiles(Workspace& workspace, const std::vector<std::filesystem::path>& paths, const ImportOptions& options,
                         const Task& task, const ImportedCallback& imported) {
    const auto start = Clock::now();
    const std::vector<std::filesystem::path> files = findMidiFiles(paths, task);
    ImportFeed feed(files, task);
    ImportReport report;
    report.files = static_cast<int>(feed.total());
    std::unordered_set<std::string> before = workspace.pieces().fileHashes();
    for (const std::filesystem::path& file : files)  // what is wrong with an archive is found anew
        if (namedAsArchive(file) && before.erase(unreadableHash(file)) > 0) workspace.pieces().removeFile(unreadableHash(file));
    std::unordered_set<std::string> added;

    const std::unordered_set<std::string> hard = hardToLose(files, paths);
    Batch batch(workspace, imported, report);
    Readers readers(feed, options, before, task);
    for (std::size_t done = 0; !task.stopped() && !readers.finished();) {
        // woken at least ten times a second: to commit, and to see a stop
        auto outcome = readers.next(std::max(batch.until(), Clock::now() + batchTime / 4));
        if (outcome && outcome->cut) break;
        if (outcome) {
            // two files of the same bytes in one import: the first counts
            if (outcome->known || !added.insert(outcome->fileHash).second) {
                ++report.known;
            } else {
                if (refusedBySystem(*outcome) && hard.contains(outcome->path.string())) ++report.unreadable;
                const std::string unread = unreadableHash(outcome->path);
                if (before.contains(unread) && outcome->fileHash != unread) workspace.pieces().removeFile(unread);
                batch.add(std::move(outcome->pieces));
            }
            ++done;
            task.report(done, std::max(done, feed.total()));
        }
        if (batch.due()) batch.commit();
    }
    batch.commit();
    report.stopped = task.stopped();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return report;
}

}  // namespace ricercar
