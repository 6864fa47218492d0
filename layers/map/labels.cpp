// SPDX-License-Identifier: MIT
#include "layers/map/labels.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace layers {

namespace {

constexpr double name_gap_px = 2;

/// From a place to words that stand off it: rather beside it than above.
constexpr std::array<std::pair<double, double>, 8> directions{
    {{1, 0}, {-1, 0}, {0.7, 0.7}, {0.7, -0.7}, {-0.7, 0.7}, {-0.7, -0.7}, {0, 1}, {0, -1}}};

std::vector<ScreenBox> spots_of(const LabelWish& wish) {
    const auto box = [&wish](double left, double top) {
        return ScreenBox{left, top, left + wish.width, top + wish.height};
    };
    const double x = wish.at.x, y = wish.at.y, w = wish.width, h = wish.height;
    if (wish.dot_px == 0) {
        if (!wish.stands_off) { return {box(x - w / 2, y - h / 2)}; }
        std::vector<ScreenBox> spots;
        for (double away = 24; away <= 150; away += 18) {
            for (const auto& [dx, dy] : directions) {
                spots.push_back(box(x + dx * (away + w / 2) - w / 2, y + dy * (away + h / 2) - h / 2));
            }
        }
        return spots;
    }
    const double off = wish.dot_px + name_gap_px;
    return {box(x + off, y - h / 2),           box(x - off - w, y - h / 2),      box(x - w / 2, y - off - h),
            box(x - w / 2, y + off),           box(x + off, y - off - h / 2),    box(x + off, y + off - h / 2),
            box(x - off - w, y - off - h / 2), box(x - off - w, y + off - h / 2)};
}

}  // namespace

std::vector<PlacedLabel> place_labels(const std::vector<LabelWish>& wishes, const Viewport& viewport,
                                      const std::vector<ScreenBox>& taken) {
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wishes[a].rank > wishes[b].rank; });
    std::vector<ScreenBox> used = taken;
    std::vector<PlacedLabel> placed;
    const auto is_free = [&used, &viewport](const ScreenBox& box) {
        return box.inside(viewport) &&
               std::none_of(used.begin(), used.end(), [&box](const ScreenBox& other) { return box.overlaps(other); });
    };
    for (const std::size_t index : order) {
        const LabelWish& wish = wishes[index];
        const ScreenBox dot{wish.at.x - wish.dot_px, wish.at.y - wish.dot_px, wish.at.x + wish.dot_px,
                            wish.at.y + wish.dot_px};
        if (wish.dot_px > 0 && !is_free(dot)) { continue; }
        for (const ScreenBox& spot : spots_of(wish)) {
            if (!is_free(spot)) { continue; }
            used.push_back(spot);
            if (wish.dot_px > 0) { used.push_back(dot); }
            placed.push_back({index, spot});
            break;
        }
    }
    return placed;
}

}  // namespace layers
