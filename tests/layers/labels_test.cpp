// SPDX-License-Identifier: MIT
#include "layers/map/labels.h"

#include "support/random_region.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace {

using layers::LabelWish;
using layers::place_labels;
using layers::PlacedLabel;
using layers::ScreenBox;
using layers::Viewport;

const Viewport window{200, 50, 1000, 700};

std::vector<LabelWish> random_wishes(std::mt19937_64& random, int count) {
    const auto between = [&random](double least, double most) {
        return std::uniform_real_distribution<double>{least, most}(random);
    };
    std::vector<LabelWish> wishes;
    for (int i = 0; i < count; ++i) {
        wishes.push_back({{between(150, 1250), between(0, 800)},
                          between(20, 140),
                          between(10, 20),
                          between(0, 1) < 0.7 ? between(2, 5) : 0,
                          between(0, 100)});
    }
    return wishes;
}

ScreenBox dot_of(const LabelWish& wish) {
    return {wish.at.x - wish.dot_px, wish.at.y - wish.dot_px, wish.at.x + wish.dot_px, wish.at.y + wish.dot_px};
}

/// Do they share more than an edge?
bool meet(const ScreenBox& a, const ScreenBox& b) {
    return std::max(a.left, b.left) < std::min(a.right, b.right) &&
           std::max(a.top, b.top) < std::min(a.bottom, b.bottom);
}

bool is_in_window(const ScreenBox& box) {
    return box.left >= 200 && box.right <= 1200 && box.top >= 50 && box.bottom <= 750;
}

TEST(Labels, NoneOverlapsAnotherItsDotOrWhatIsTaken) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (int round = 0; round < 50; ++round) {
        const std::vector<LabelWish> wishes = random_wishes(random, 150);
        const std::vector<ScreenBox> taken{{210, 60, 500, 260}, {210, 700, 600, 745}};
        const std::vector<PlacedLabel> placed = place_labels(wishes, window, taken);
        ASSERT_GT(placed.size(), 20U);
        ASSERT_LT(placed.size(), wishes.size()) << "there is no room for all";
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const LabelWish& wish = wishes[placed[i].wish];
            const ScreenBox& box = placed[i].box;
            EXPECT_NEAR(box.right - box.left, wish.width, 1e-9);
            EXPECT_NEAR(box.bottom - box.top, wish.height, 1e-9);
            EXPECT_TRUE(is_in_window(box));
            EXPECT_FALSE(meet(box, dot_of(wish))) << "its own dot";
            for (const ScreenBox& other : taken) {
                EXPECT_FALSE(meet(box, other));
                EXPECT_FALSE(wish.dot_px > 0 && meet(dot_of(wish), other)) << "a dot that is covered";
            }
            for (std::size_t k = 0; k < placed.size(); ++k) {
                if (k == i) { continue; }
                const LabelWish& other = wishes[placed[k].wish];
                EXPECT_FALSE(meet(box, placed[k].box));
                EXPECT_FALSE(other.dot_px > 0 && meet(box, dot_of(other)));
                EXPECT_FALSE(wish.dot_px > 0 && other.dot_px > 0 && meet(dot_of(wish), dot_of(other)));
            }
        }
    }
}

/// Whatever is added with a lower rank, the higher ones stand where they stood without it.
TEST(Labels, LowerRanksNeverDisplaceHigherOnes) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (int round = 0; round < 50; ++round) {
        std::vector<LabelWish> wishes = random_wishes(random, 120);
        std::sort(wishes.begin(), wishes.end(), [](const auto& a, const auto& b) { return a.rank > b.rank; });
        const std::vector<LabelWish> higher(wishes.begin(), wishes.begin() + 60);
        const auto by_wish = [](const std::vector<PlacedLabel>& placed) {
            std::map<std::size_t, std::pair<double, double>> corners;
            for (const PlacedLabel& label : placed) {
                if (label.wish < 60) { corners[label.wish] = {label.box.left, label.box.top}; }
            }
            return corners;
        };
        const auto alone = by_wish(place_labels(higher, window, {}));
        std::vector<LabelWish> all = wishes;
        EXPECT_EQ(by_wish(place_labels(all, window, {})), alone);
    }
}

TEST(Labels, OfTwoOnOneSpotTheHigherRankStays) {
    const LabelWish low{{600, 400}, 80, 14, 0, 1}, high{{610, 402}, 80, 14, 0, 2};
    for (const auto& [wishes, winner] : {std::pair{std::vector<LabelWish>{low, high}, 1U}, {{high, low}, 0U}}) {
        const std::vector<PlacedLabel> placed = place_labels(wishes, window, {});
        ASSERT_EQ(placed.size(), 1U);
        EXPECT_EQ(placed[0].wish, winner);
    }
}

TEST(Labels, WordsWithoutADotStandOnTheirSpot) {
    const std::vector<PlacedLabel> placed = place_labels({{{600, 400}, 80, 14, 0, 1}}, window, {});
    ASSERT_EQ(placed.size(), 1U);
    EXPECT_NEAR((placed[0].box.left + placed[0].box.right) / 2, 600, 1e-9);
    EXPECT_NEAR((placed[0].box.top + placed[0].box.bottom) / 2, 400, 1e-9);
}

/// Where the words stand of the dot: "right", "left", "above", "below", or a corner such as "above right".
std::string spot_of(const ScreenBox& box, const LabelWish& wish) {
    const bool right = box.left > wish.at.x, left = box.right < wish.at.x;
    const double middle = (box.top + box.bottom) / 2;
    const std::string row = std::abs(middle - wish.at.y) < 1e-9 ? "" : middle < wish.at.y ? "above" : "below";
    const std::string column = right ? "right" : left ? "left" : "";
    return row.empty() || column.empty() ? row + column : row + " " + column;
}

/// Something small in the middle of each spot pushes the words on to the next. The dot is so large that no other spot
/// covers that.
TEST(Labels, SpotsAreTriedInTheOrderOfTheHeader) {
    const LabelWish wish{{600, 400}, 80, 6, 6, 1};
    std::vector<ScreenBox> taken;
    std::vector<std::string> spots;
    while (true) {
        const std::vector<PlacedLabel> placed = place_labels({wish}, window, taken);
        if (placed.empty()) { break; }
        const ScreenBox& box = placed[0].box;
        spots.push_back(spot_of(box, wish));
        const double x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
        taken.push_back({x - 0.5, y - 0.5, x + 0.5, y + 0.5});
        ASSERT_LT(taken.size(), 20U);
    }
    ASSERT_EQ(spots.size(), 8U);
    EXPECT_EQ((std::vector<std::string>{spots.begin(), spots.begin() + 4}),
              (std::vector<std::string>{"right", "left", "above", "below"}));
    std::sort(spots.begin() + 4, spots.end());
    EXPECT_EQ((std::vector<std::string>{spots.begin() + 4, spots.end()}),
              (std::vector<std::string>{"above left", "above right", "below left", "below right"}));
}

TEST(Labels, AtTheEdgeTheWordsGoInwards) {
    const LabelWish at_the_right{{1190, 400}, 80, 14, 3, 1};
    const std::vector<PlacedLabel> placed = place_labels({at_the_right}, window, {});
    ASSERT_EQ(placed.size(), 1U);
    EXPECT_EQ(spot_of(placed[0].box, at_the_right), "left");
    EXPECT_TRUE(place_labels({{{1300, 400}, 80, 14, 3, 1}}, window, {}).empty()) << "out of sight";
    EXPECT_TRUE(place_labels({{{600, 400}, 2000, 14, 3, 1}}, window, {}).empty()) << "wider than the window";
}

TEST(Labels, WordsWiderThanWhatTheyNameStandBesideItAndAreLedThere) {
    LabelWish wish{{600, 400}, 120, 16, 0, 1};
    wish.stands_off = true;
    const std::vector<PlacedLabel> placed = place_labels({wish}, window, {});
    ASSERT_EQ(placed.size(), 1U);
    EXPECT_GT(placed[0].box.left, wish.at.x) << "to the right where there is room";
    const ScreenBox right_half{610, 0, 1200, 800};
    const std::vector<PlacedLabel> other = place_labels({wish}, window, {right_half});
    ASSERT_EQ(other.size(), 1U);
    EXPECT_LT(other[0].box.right, wish.at.x);
    wish.stands_off = false;
    EXPECT_NEAR(place_labels({wish}, window, {})[0].box.left, 540, 1e-9) << "on its middle";
    EXPECT_TRUE(place_labels({wish}, window, {{590, 390, 610, 410}}).empty()) << "only there";
}

}  // namespace
