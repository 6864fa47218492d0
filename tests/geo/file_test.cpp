// SPDX-License-Identifier: MIT
#include "geo/file.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace {

const std::string too_long(300, 'x');  // file systems end at 255

TEST(File, APathThatCannotBeLookedAtLeadsToNothing) {
    EXPECT_FALSE(geo::exists(too_long));
    EXPECT_FALSE(geo::is_regular_file(too_long));
    EXPECT_TRUE(geo::exists("/"));
    EXPECT_FALSE(geo::is_regular_file("/"));
}

TEST(File, WhatTheSystemRefusesIsTheCallersToMend) {
    try {
        geo::write_file(too_long, "text", false);
        FAIL();
    } catch (const std::exception& thrown) {
        const geo::Error error = geo::error_of(thrown);
        EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
        EXPECT_EQ(error.problem(), "file name too long");
        EXPECT_EQ(error.place().file, too_long);
    }
    const geo::Error fault = geo::error_of(std::out_of_range{"index 7"});
    EXPECT_EQ(fault.problem(), "this is a fault of demarc: index 7");
    EXPECT_EQ(fault.kind(), geo::Error::Kind::bad_data);
}

}  // namespace
