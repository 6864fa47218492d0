// SPDX-License-Identifier: MIT
#pragma once

#include "app/fetched/source_record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// What has come of a file: FILE.part beside it, with FILE.part.json that says by what the rest may be asked for. It
/// stays when the program ends before it is whole, unless there is nothing to go on with.
class PartFile {
public:
    /// Throws geo::Error if its folder cannot be written, or another process fetches the same file.
    explicit PartFile(std::string target);
    ~PartFile();
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    std::uint64_t size() const { return size_; }

    /// Of what came earlier; nothing if it cannot be gone on with.
    const std::optional<PartRecord>& record() const { return record_; }

    void begin_anew(const PartRecord& record);
    void append(std::string_view bytes);
    void discard();

    /// Makes sure that it reached the disk; returns its SHA-256.
    std::string finish();

    /// Renames it to the target, which must not have come meanwhile unless it may be replaced.
    void move_into_place(bool overwrite);

private:
    std::string target_, path_, record_path_;
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
    std::optional<PartRecord> record_;
};

/// Can the rest of such a file be asked for? A weak ETag does not say that bytes are the same.
bool can_go_on(const PartRecord& record);

}  // namespace app
