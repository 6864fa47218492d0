// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/input.h"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <atomic>
#include <string>

namespace geo::detail {

/// The files of an input in a folder of GDAL's memory, alone there, so that a driver finds nothing else beside them and
/// leaves nothing on the disk. Gone with the object; the input must outlive it.
class MemoryFolder {
public:
    explicit MemoryFolder(const Input& input) {
        VSIMkdir(folder_.c_str(), owner_only);
        for (const InputFile& file : input.files) {
            const std::size_t slash = file.name.rfind('/');  // of a geodatabase, which is a folder
            if (slash != std::string::npos) { VSIMkdir((path() + file.name.substr(0, slash)).c_str(), owner_only); }
            auto* data = reinterpret_cast<GByte*>(const_cast<char*>(file.bytes.data()));
            VSIFCloseL(VSIFileFromMemBuffer((path() + file.name).c_str(), data, file.bytes.size(), FALSE));
        }
    }
    ~MemoryFolder() { VSIRmdirRecursive(folder_.c_str()); }
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    std::string path() const { return folder_ + "/"; }

private:
    static constexpr long owner_only = 0700;
    inline static std::atomic<int> count{0};
    std::string folder_ = fmt::format("/vsimem/demarc-{}", ++count);
};

}  // namespace geo::detail
