// SPDX-License-Identifier: MIT
#include "app/commands/reading.h"

#include "geo/error.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>

namespace {

TEST(FileReading, SizesAreReadWithTheirUnit) {
    for (const auto& [text, bytes] : {std::pair<const char*, std::uintmax_t>{"500MB", 500'000'000},
                                      {"2 GB", 2'000'000'000},
                                      {"1.5kb", 1'500},
                                      {"4GiB", std::uintmax_t{4} << 30},
                                      {"4096", 4'096}}) {
        EXPECT_EQ(app::bytes_from(text), bytes) << text;
    }
    for (const char* text : {"", "GB", "-1MB", "0", "10 parsecs", "1e300", "nan", "inf"}) {
        EXPECT_THROW(app::bytes_from(text), geo::Error) << text;
    }
}

}  // namespace
