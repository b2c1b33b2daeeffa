// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Duplicates.h"

#include "core/base/Random.h"

#include <algorithm>
#include <map>
#include <string>

namespace ricercar {
namespace {

// 16 bands of 4: of two pieces that share half of their runs at least one band agrees with a chance of 64 in 100, of those
// that share three quarters with more than 99 in 100.
constexpr std::size_t bands = 16;
constexpr std::size_t bandRows = 4;
constexpr std::size_t longestBucket = 64;  // pieces of one band that are compared

/// Finds the pieces before one that it is alike to.
class Index {
public:
    explicit Index(const std::vector<PieceProfile>& profiles) : profiles_(profiles) {}

    /// Places in the list of profiles, ascending; then the piece is known itself.
    std::vector<std::size_t> relativesAndAdd(std::size_t place) {
        const Fingerprint& print = profiles_[place].profile.fingerprint;
        std::vector<std::size_t> candidates;
        const auto look = [&](std::uint64_t key) {
            std::vector<std::size_t>& bucket = buckets_[key];
            candidates.insert(candidates.end(), bucket.begin(), bucket.end());
            if (bucket.size() < longestBucket) bucket.push_back(place);
        };
        if (print.notes > 0) {
            look(Random::stream(1, print.exact));
            look(Random::stream(2, print.shape));
            for (std::size_t band = 0; band < bands && print.shingles > 0; ++band) {
                std::uint64_t key = 3 + band;
                for (std::size_t row = 0; row < bandRows; ++row) key = Random::stream(key, print.sketch[band * bandRows + row]);
                look(key);
            }
        }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        std::erase_if(candidates,
                      [&](std::size_t other) { return likeness(profiles_[other].profile.fingerprint, print) < nearDuplicate; });
        return candidates;
    }

private:
    const std::vector<PieceProfile>& profiles_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> buckets_;
};

}  // namespace

std::unordered_map<std::int64_t, DuplicateRelation> findKinships(const std::vector<Piece>& pieces,
                                                                 const std::vector<PieceProfile>& profiles, const Task& task) {
    std::unordered_map<std::int64_t, DuplicateRelation> kinships;
    // what belongs together whatever it sounds like: a file
    std::map<std::string, std::vector<const Piece*>> files;
    std::vector<std::pair<std::int64_t, const std::vector<const Piece*>*>> units;
    for (const Piece& piece : pieces)
        files[piece.fixedSubset ? piece.fileHash + "#" + std::to_string(piece.part) : piece.fileHash].push_back(&piece);
    for (auto& [key, members] : files) {
        std::sort(members.begin(), members.end(), [](const Piece* a, const Piece* b) { return a->id < b->id; });
        units.emplace_back(members.front()->id, &members);
    }
    std::sort(units.begin(), units.end());
    std::unordered_map<std::int64_t, const Piece*> byId;
    for (const Piece& piece : pieces) byId.emplace(piece.id, &piece);
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < profiles.size(); ++i)
        if (byId.contains(profiles[i].pieceId)) places.emplace(profiles[i].pieceId, i);

    Index index(profiles);
    for (const auto& [first, members] : units) {
        std::vector<std::int64_t> groups;  // near to the file
        for (const Piece* piece : *members) {
            DuplicateRelation& kinship = kinships[piece->id];
            const auto place = places.find(piece->id);
            if (place == places.end() || task.stopped()) continue;
            const Fingerprint& mine = profiles[place->second].profile.fingerprint;
            std::int64_t same = 0, near = 0;
            for (const std::size_t other : index.relativesAndAdd(place->second)) {
                const std::int64_t id = profiles[other].pieceId;
                // what a file repeats is its form
                if (!piece->fixedSubset && byId.at(id)->fileHash == piece->fileHash) continue;
                std::int64_t& earliest = profiles[other].profile.fingerprint.exact == mine.exact ? same : near;
                if (earliest == 0 || id < earliest) earliest = id;
                const std::int64_t group = kinships[id].group;
                groups.push_back(group);
            }
            kinship.same = same;
            kinship.near = near;
        }
        std::sort(groups.begin(), groups.end());
        groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
        for (const Piece* piece : *members) {
            DuplicateRelation& kinship = kinships[piece->id];
            kinship.group = groups.empty() || piece->fixedSubset ? first : groups.front();
            if (!piece->fixedSubset && groups.size() > 1) kinship.otherGroups.assign(groups.begin() + 1, groups.end());
        }
    }
    return kinships;
}

}  // namespace ricercar
