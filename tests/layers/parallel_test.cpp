// SPDX-License-Identifier: MIT
#include "layers/model/detail/parallel.h"

#include "geo/error.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

TEST(Parallel, EachJobIsDoneOnce) {
    std::vector<std::atomic<int>> done(100);
    layers::detail::in_parallel(done.size(), [&done](std::size_t i) { ++done[i]; });
    for (const auto& times : done) { EXPECT_EQ(times, 1); }
    layers::detail::in_parallel(0, [](std::size_t) { FAIL(); });
}

TEST(Parallel, WhatAJobThrowsReachesTheCaller) {
    for (const std::size_t bad : {0U, 7U, 19U}) {
        EXPECT_THROW(layers::detail::in_parallel(20,
                                                 [bad](std::size_t i) {
                                                     if (i == bad) { throw geo::Error{"no"}; }
                                                 }),
                     geo::Error);
    }
}
