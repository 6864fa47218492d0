// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/input.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace geo::detail {

/// Takes the one data set in a zip or tar archive, as the input's format says, with what belongs to it; in a KMZ all of
/// its KML. `inner` names one of several, or is empty. Throws Error that lists them if there are several and none is
/// named, or if there is none.
void open_archive(std::string_view archive, const std::string& inner, std::uintmax_t max_bytes, Input& input);

/// "folder/x.gdb" of "folder/x.gdb/a00000001.gdbtable"; empty for a file that lies in none.
std::string geodatabase_of(const std::string& name);

/// What could be meant of an archive's files: those of a known ending, a text beside them excepted, and geodatabases,
/// which are folders.
std::vector<std::string> data_sets(const std::vector<std::string>& names);

/// Throws Error if two files of an archive have one name.
void refuse_doubles(std::vector<std::string> names);

/// The content of a file of the archive.
using Take = std::function<std::string(const std::string& name)>;

/// One of an archive's data sets, with what belongs to it, as the input's format and files.
void take_set(const std::string& chosen, const std::vector<std::string>& names, const Take& take, Input& input);

/// Throws Error if the content is another thing than the format that the name promises.
void check_content(const InputFile& file, std::string_view format);

}  // namespace geo::detail
