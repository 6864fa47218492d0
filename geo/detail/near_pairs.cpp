// SPDX-License-Identifier: MIT
#include "geo/detail/near_pairs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace geo::detail {

namespace {

using Items = std::vector<std::uint32_t>;

constexpr std::size_t few = 12;
/// Where a half keeps all segments and the other has many of them too, some times over, they meet in one point or lie
/// on one line: halving on helps no more.
constexpr double helpful = 1.15;
constexpr int patience = 4;
constexpr int deepest = 60;

struct Box {
    Bounds bounds;
    int depth = 0, in_vain = 0;
};

class Search {
public:
    Search(const std::vector<Segment>& segments, double slack, std::size_t most,
           const std::function<void(std::size_t, std::size_t, const Bounds&)>& visit, const std::vector<char>& is_new)
        : segments_{segments}, slack_{slack}, left_{most}, visit_{visit}, is_new_{is_new} {
        boxes_.reserve(segments.size());
        for (const Segment& segment : segments) {
            Bounds box;
            box.add(segment.from);
            box.add(segment.to);
            boxes_.push_back(box);
        }
    }

    bool run() {
        Box all;
        Items items(segments_.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            items[i] = static_cast<std::uint32_t>(i);
            all.bounds.add(boxes_[i]);
        }
        all.bounds.east = std::nextafter(all.bounds.east, HUGE_VAL);
        all.bounds.north = std::nextafter(all.bounds.north, HUGE_VAL);
        return items.empty() || descend(items, all);
    }

private:
    bool meets(std::uint32_t item, const Bounds& box) const {
        const Bounds& own = boxes_[item];
        if (own.west > box.east + slack_ || own.east < box.west - slack_ || own.south > box.north + slack_ ||
            own.north < box.south - slack_) {
            return false;
        }
        const Segment& s = segments_[item];
        const double dx = s.to.lon - s.from.lon, dy = s.to.lat - s.from.lat;
        const double x = (box.west + box.east) / 2 - s.from.lon, y = (box.south + box.north) / 2 - s.from.lat;
        const double reach = (std::abs(dx) * (box.north - box.south) + std::abs(dy) * (box.east - box.west)) / 2 +
                             2 * slack_ * (std::abs(dx) + std::abs(dy));
        return std::abs(dx * y - dy * x) <= reach;
    }

    Items those_in(const Items& items, const Bounds& box) const {
        Items found;
        for (const std::uint32_t item : items) {
            if (meets(item, box)) { found.push_back(item); }
        }
        return found;
    }

    bool visit_all(const Items& items, const Bounds& cell) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Bounds& box = boxes_[items[i]];
            const Bounds wide{box.west - slack_, box.south - slack_, box.east + slack_, box.north + slack_};
            for (std::size_t j = i + 1; j < items.size(); ++j) {
                if (left_ == 0) { return false; }
                --left_;
                if (!counts(items[i]) && !counts(items[j])) { continue; }
                if (wide.overlaps(boxes_[items[j]])) { visit_(items[i], items[j], cell); }
            }
        }
        return true;
    }

    bool counts(std::uint32_t item) const { return is_new_.empty() || is_new_[item] != 0; }

    bool descend(const Items& items, const Box& box) {
        if (std::none_of(items.begin(), items.end(), [this](std::uint32_t item) { return counts(item); })) {
            return true;
        }
        if (items.size() <= few || box.in_vain >= patience || box.depth >= deepest) {
            return visit_all(items, box.bounds);
        }
        const bool is_wide = box.bounds.east - box.bounds.west > box.bounds.north - box.bounds.south;
        Halves halves = halved(items, box.bounds, is_wide);
        if (!helps(halves, items)) {  // long lines side by side are best parted lengthwise
            Halves others = halved(items, box.bounds, !is_wide);
            if (others.size() < halves.size()) { halves = std::move(others); }
        }
        const auto vain = [&](const Items& half) {
            const bool keeps_all = static_cast<double>(half.size()) > 0.95 * static_cast<double>(items.size());
            return box.in_vain + (keeps_all && !helps(halves, items) ? 1 : 0);
        };
        return descend(halves.first, {halves.first_box, box.depth + 1, vain(halves.first)}) &&
               descend(halves.second, {halves.second_box, box.depth + 1, vain(halves.second)});
    }

    struct Halves {
        Bounds first_box, second_box;
        Items first, second;
        std::size_t size() const { return first.size() + second.size(); }
    };

    /// Not quite in the middle, where corners of drawings that people make often lie on one line.
    Halves halved(const Items& items, const Bounds& box, bool at_meridian) const {
        constexpr double part = 0.47;
        Halves halves{box, box, {}, {}};
        if (at_meridian) {
            halves.first_box.east = halves.second_box.west = box.west + part * (box.east - box.west);
        } else {
            halves.first_box.north = halves.second_box.south = box.south + part * (box.north - box.south);
        }
        halves.first = those_in(items, halves.first_box);
        halves.second = those_in(items, halves.second_box);
        return halves;
    }

    static bool helps(const Halves& halves, const Items& items) {
        return static_cast<double>(halves.size()) < helpful * static_cast<double>(items.size());
    }

    const std::vector<Segment>& segments_;
    double slack_;
    std::size_t left_;
    const std::function<void(std::size_t, std::size_t, const Bounds&)>& visit_;
    const std::vector<char>& is_new_;
    std::vector<Bounds> boxes_;
};

}  // namespace

bool for_near_pairs(const std::vector<Segment>& segments, double slack, std::size_t most,
                    const std::function<void(std::size_t, std::size_t, const Bounds& cell)>& visit,
                    const std::vector<char>& is_new) {
    return Search{segments, slack, most, visit, is_new}.run();
}

}  // namespace geo::detail
