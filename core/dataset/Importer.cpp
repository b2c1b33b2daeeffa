#include "core/dataset/Importer.h"

#include "core/base/Error.h"
#include "core/base/Sha256.h"

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
constexpr auto batchTime = std::chrono::milliseconds(100);

using Clock = std::chrono::steady_clock;

/// What a worker made of a file.
struct Outcome {
    bool known = false;
    std::string fileHash;
    std::vector<Workspace::NewPiece> pieces;
};

/// Files go to the workers one by one; what they make of them comes out in the order of the files.
class Readers {
public:
    Readers(const std::vector<std::filesystem::path>& files, const ImportOptions& options,
            const std::unordered_set<std::string>& known, const Task& task)
        : files_(files), options_(options), known_(known), task_(task) {
        const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
        const std::size_t wanted = options.threads > 0 ? static_cast<std::size_t>(options.threads) : cores;
        for (std::size_t i = 0; i < std::min(wanted, files.size()); ++i) workers_.emplace_back([this] { work(); });
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

    /// The next file's outcome; nothing when it is not there by `until`.
    std::optional<Outcome> next(Clock::time_point until) {
        std::unique_lock lock(mutex_);
        arrived_.wait_until(lock, until, [this] { return done_.contains(turn_); });
        const auto found = done_.find(turn_);
        if (found == done_.end()) return std::nullopt;
        Outcome outcome = std::move(found->second);
        done_.erase(found);
        ++turn_;
        room_.notify_all();
        return outcome;
    }

private:
    void work() {
        for (;;) {
            const std::size_t index = taken_++;
            {
                std::unique_lock lock(mutex_);
                room_.wait(lock, [&] { return closed_ || index < turn_ + lookAhead; });
                if (closed_ || index >= files_.size()) return;
            }
            if (task_.stopped()) return;
            Outcome outcome = read(files_[index]);
            {
                const std::lock_guard lock(mutex_);
                done_.emplace(index, std::move(outcome));
            }
            arrived_.notify_one();
        }
    }

    Outcome read(const std::filesystem::path& file) const {
        FileReading reading = readPieces(file, options_, [&](const std::string& hash) { return known_.contains(hash); });
        return {reading.pieces.empty(), std::move(reading.fileHash), std::move(reading.pieces)};
    }

    const std::vector<std::filesystem::path>& files_;
    const ImportOptions& options_;
    const std::unordered_set<std::string>& known_;
    const Task& task_;
    std::atomic<std::size_t> taken_{0};
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::condition_variable room_;
    std::unordered_map<std::size_t, Outcome> done_;
    std::size_t turn_ = 0;
    bool closed_ = false;
    std::vector<std::jthread> workers_;  // joined first
};

/// Pieces on their way into the workspace.
class Batch {
public:
    Batch(Workspace& workspace, const ImportedCallback& imported) : workspace_(workspace), imported_(imported) {}

    void add(std::vector<Workspace::NewPiece> pieces) {
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
            workspace_.addPieces(pieces_);
            if (imported_) imported_(pieces_);
        }
        pieces_.clear();
        cells_ = 0;
        committed_ = Clock::now();
    }

private:
    Workspace& workspace_;
    const ImportedCallback& imported_;
    std::vector<Workspace::NewPiece> pieces_;
    std::size_t cells_ = 0;
    Clock::time_point committed_ = Clock::now();
};

}  // namespace

ImportReport importFiles(Workspace& workspace, const std::vector<std::filesystem::path>& paths, const ImportOptions& options,
                         const Task& task, const ImportedCallback& imported) {
    const auto start = Clock::now();
    const std::vector<std::filesystem::path> files = findMidiFiles(paths, task);
    ImportReport report;
    report.files = static_cast<int>(files.size());
    const std::unordered_set<std::string> before = workspace.fileHashes();
    std::unordered_set<std::string> added;

    Batch batch(workspace, imported);
    Readers readers(files, options, before, task);
    for (std::size_t done = 0; done < files.size() && !task.stopped();) {
        // woken at least ten times a second: to commit, and to see a stop
        auto outcome = readers.next(std::max(batch.until(), Clock::now() + batchTime / 4));
        if (outcome) {
            // two files of the same bytes in one import: the first counts
            if (outcome->known || !added.insert(outcome->fileHash).second) {
                ++report.known;
            } else {
                for (const auto& piece : outcome->pieces)
                    ++(piece.piece.state == PieceState::Rejected ? report.rejected : report.accepted);
                const std::string unread = unreadableHash(files[done]);
                if (before.contains(unread) && outcome->fileHash != unread) workspace.removeFile(unread);
                batch.add(std::move(outcome->pieces));
            }
            task.report(++done, files.size());
        }
        if (batch.due()) batch.commit();
    }
    batch.commit();
    report.stopped = task.stopped();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return report;
}

}  // namespace ricercar
