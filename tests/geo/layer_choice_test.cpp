// SPDX-License-Identifier: MIT
#include "geo/detail/layer_choice.h"

#include "support/errors.h"

#include <gtest/gtest.h>

namespace {

using geo::detail::is_chosen;
using geo::detail::require_layers;

TEST(LayerChoice, ANameWithACommaIsFoundInAListThatWasCutThere) {
    const std::vector<std::string> there{"North, occupied", "South", "A,B,C"};
    const std::vector<std::string> asked{"North", " occupied", "A", "B", "C"};
    EXPECT_NO_THROW(require_layers(asked, there));
    EXPECT_TRUE(is_chosen("North, occupied", asked));
    EXPECT_TRUE(is_chosen("A,B,C", asked));
    EXPECT_FALSE(is_chosen("South", asked));
    EXPECT_FALSE(is_chosen("North", {"North, occupied"}));
    EXPECT_TRUE(is_chosen("South", {})) << "all are";
}

TEST(LayerChoice, OneThatIsNotThereIsNamedWithThoseThatAre) {
    const geo::Error error = testing_support::error_of([] { require_layers({"North", "Sout"}, {"North", "South"}); });
    EXPECT_NE(error.problem().find("\"Sout\""), std::string::npos);
    EXPECT_NE(error.remedy().find("did you mean South?"), std::string::npos);
    EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
}

}  // namespace
