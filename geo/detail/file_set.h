// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace geo::detail {

/// The files that take the place of a file and of those that belong to it, such as a Shapefile's. The new ones lie in
/// `folder`/new; `folder` lies in `home`, where they go.
struct FileSet {
    std::filesystem::path home, folder;
    std::string main;                ///< what readers open: gone first and there last, so that none meets a mixture
    std::string made_as;             ///< its name in `folder`/new
    std::vector<std::string> aside;  ///< names of its other new files
    std::vector<std::string> old;    ///< other files in `home` that belong to the old main one
};

/// Of a file that says how the one before it came about.
inline constexpr const char* receipt_ending = ".receipt.json";

/// Names beside `main` in its folder that belong to it: parts, indexes and journals, by the format's short name. A
/// stale index or journal would lie about the new file.
std::vector<std::string> files_of(const std::filesystem::path& home, const std::string& main,
                                  const std::string& format);

/// Moves the set into place: one file in one step; of several, the old ones go to `folder`/old first, and come back if
/// anything fails. Readers find the whole old set, no main file, or the whole new set. Throws Error; also if
/// `overwrite` is not set and one of the files has come into being.
void move_into_place(const FileSet& set, bool overwrite);

/// After a death on the way: the set in `folder` is brought to its end, or the old one back.
void recover(const std::filesystem::path& home, const std::filesystem::path& folder);

/// Brings a file to the disk; throws Error if it refuses.
void sync_file(const std::filesystem::path& file);

}  // namespace geo::detail
