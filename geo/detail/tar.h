// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace geo::detail {

/// What is done with the files of an archive, one after the other.
struct TarVisitor {
    TarVisitor() = default;
    TarVisitor(const TarVisitor&) = delete;
    TarVisitor& operator=(const TarVisitor&) = delete;
    virtual ~TarVisitor() = default;
    /// Is it wanted? If not, its content is passed over, which takes as long as to read it.
    virtual bool begins(const std::string& name, std::uintmax_t bytes) = 0;
    virtual void more(std::string_view bytes) = 0;
    virtual void ends() = 0;
    /// So many bytes of the archive have been unpacked, headers and what is passed over among them.
    virtual void unpacked(std::uintmax_t bytes) = 0;
};

/// What needs libarchive, which takes 20 ms to load: a module of its own, loaded on first use, as Formats are.
struct TarModule {
    /// Throws Error for an archive that is damaged or cut short, and for a link among its wanted files.
    void (*visit)(std::string_view archive, TarVisitor& visitor);
};

/// The one symbol that the module exports.
inline constexpr const char* tar_symbol = "demarc_tar";

/// Hands on the files of a tar archive, plain or packed by gzip, xz, bzip2 or zstd, that are wanted by their names, in
/// the archive's order. Throws Error for an archive that is damaged, and for one of more than max_bytes unpacked.
void each_in_tar(std::string_view archive, std::uintmax_t max_bytes,
                 const std::function<bool(const std::string& name)>& is_wanted,
                 const std::function<void(std::string name, std::string bytes)>& take);

/// Names of its files, without folders and litter.
std::vector<std::string> tar_names(std::string_view archive, std::uintmax_t max_bytes);

/// The content of one of them.
std::string untar(std::string_view archive, const std::string& name, std::uintmax_t max_bytes);

}  // namespace geo::detail
