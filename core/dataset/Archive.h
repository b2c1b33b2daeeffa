// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/base/Message.h"
#include "core/base/Task.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace ricercar {

/// The MIDI and roll files in a zip archive, in its order, unpacked one by one in memory; archives inside of it are not opened,
/// but told of. Names are found in every locale, whatever their encoding (TextEncoding, with that of DOS). What it unpacks in
/// all is bounded by a hundred times its size and 64 MB, as a guard against zip bombs. One thread at a time.
class Archive {
public:
    /// Throws Error (NotFound, Unreadable, Damaged).
    explicit Archive(const std::filesystem::path& path, const Task& task = {});
    ~Archive();
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    struct Member {
        std::string name;  ///< with its folders, UTF-8
        Bytes bytes;
        std::optional<Message> problem{};  ///< why there are no bytes
    };
    /// The next one; nothing at the end, or when stopped. Throws Error where nothing more can be read: Damaged, or Unsupported
    /// beyond the bound.
    std::optional<Member> next();

    /// The members, counted without unpacking; what is damaged is not counted. Stopped: those until then.
    static std::size_t count(const std::filesystem::path& path, const Task& task = {});

private:
    class Reader;
    std::unique_ptr<Reader> reader_;
    Task task_;
};

/// By its name: ".zip" in any case.
bool namedAsArchive(const std::filesystem::path& path);

}  // namespace ricercar
