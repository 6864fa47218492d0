// SPDX-License-Identifier: MIT
#include "geo/detail/gzip.h"

#include "geo/error.h"
#include "support/archives.h"

#include <gtest/gtest.h>

namespace {

using geo::detail::gunzip;
using testing_support::gzip_of;

constexpr std::uintmax_t plenty = 1'000'000;

TEST(Gzip, EveryMemberIsUnpacked) {
    EXPECT_EQ(gunzip(gzip_of("one ") + gzip_of("") + gzip_of("two"), plenty), "one two");
    EXPECT_EQ(gunzip(gzip_of("tape") + std::string(512, '\0'), plenty), "tape");
}

TEST(Gzip, WhatIsCutDamagedOrFollowedByOtherBytesIsRefused) {
    const std::string whole = gzip_of("a text that is long enough to be cut somewhere in its middle");
    for (std::size_t length = 2; length < whole.size(); ++length) {
        EXPECT_THROW(gunzip(whole.substr(0, length), plenty), geo::Error) << length;
    }
    std::string damaged = whole;
    damaged[damaged.size() - 6] ^= 1;  // the checksum
    EXPECT_THROW(gunzip(damaged, plenty), geo::Error);
    EXPECT_THROW(gunzip(whole + "tail", plenty), geo::Error);
    EXPECT_THROW(gunzip(whole + whole.substr(0, 15), plenty), geo::Error);
}

TEST(Gzip, AContentLargerThanAllowedIsRefusedWithTheOptionThatAllowsIt) {
    const std::string bomb = gzip_of(std::string(100'000, ' '));
    EXPECT_LT(bomb.size(), 300U);
    EXPECT_EQ(gunzip(bomb, 100'000).size(), 100'000U);
    for (const std::string& packed : {bomb, gzip_of("x") + bomb}) {
        try {
            gunzip(packed, 99'999);
            ADD_FAILURE() << "nothing was refused";
        } catch (const geo::Error& error) {
            EXPECT_EQ(error.problem(), "its content is larger than 100 kB once unpacked");
            EXPECT_NE(error.remedy().find("‹max-size "), std::string::npos);
        }
    }
}

}  // namespace
