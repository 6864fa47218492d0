// SPDX-License-Identifier: MIT
#include "geo/detail/archive.h"
#include "geo/detail/zip.h"
#include "geo/error.h"
#include "tests/fuzz/finding.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::uintmax_t most = 100'000;
    const std::string archive{reinterpret_cast<const char*>(data), size};
    geo::detail::Input input{"fuzz.zip", "zip", {}, {}};
    try {
        geo::detail::open_archive(archive, "", most, input);
        std::size_t total = 0;
        for (const geo::detail::InputFile& file : input.files) {
            total += file.bytes.size();
            const bool leads_out = ("/" + file.name + "/").find("/../") != std::string::npos;  // "..gdb/x" does not
            if (leads_out || file.name.starts_with("/")) { fuzz::finding("a name that leads out of the archive"); }
        }
        if (total > 2 * most) { fuzz::finding("more was unpacked than allowed"); }
    } catch (const geo::Error& error) {
        if (error.problem().empty()) { fuzz::finding("an error without words"); }
    }
    return 0;
}
