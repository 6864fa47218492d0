// SPDX-License-Identifier: MIT
#include "geo/detail/gzip.h"
#include "geo/error.h"
#include "tests/fuzz/finding.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::uintmax_t most = 100'000;
    try {
        if (geo::detail::gunzip({reinterpret_cast<const char*>(data), size}, most).size() > most) {
            fuzz::finding("more was unpacked than allowed");
        }
    } catch (const geo::Error& error) {
        if (error.problem().empty() || error.remedy().empty()) { fuzz::finding("an error without a way out"); }
    }
    return 0;
}
