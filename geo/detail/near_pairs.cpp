// SPDX-License-Identifier: MIT
#include "geo/detail/near_pairs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace geo::detail {

namespace {

constexpr std::size_t few = 12;
/// Where a half keeps all segments and the other has many of them too, some times over, they meet in one point or lie
/// on one line: halving on helps no more.
constexpr double helpful = 1.15;
constexpr int patience = 4;
constexpr int deepest = 60;

/// Numbers of segments, in Search::items_: those that count, then the others.
struct Items {
    std::size_t begin = 0, others = 0, end = 0;
    std::size_t size() const { return end - begin; }
    bool none_counts() const { return begin == others; }
};

struct Box {
    Bounds bounds;
    int depth = 0, in_vain = 0;
};

class Search {
public:
    Search(const std::vector<Segment>& segments, double slack, std::size_t most,
           const std::function<void(std::size_t, std::size_t, const Bounds&)>& visit, const std::vector<char>& is_new)
        : segments_{segments}, slack_{slack}, left_{most}, visit_{visit}, is_new_{is_new} {}

    bool run() {
        Box all;
        items_.reserve(4 * segments_.size());  // halves of halves follow
        for (const bool counting : {true, false}) {
            for (std::uint32_t i = 0; i < segments_.size(); ++i) {
                if (counts(i) == counting) { items_.push_back(i); }
                if (counting) { counting_ += counts(i) ? 1U : 0U; }
            }
        }
        for (const Segment& segment : segments_) {
            all.bounds.add(segment.from);
            all.bounds.add(segment.to);
        }
        all.bounds.east = std::nextafter(all.bounds.east, HUGE_VAL);
        all.bounds.north = std::nextafter(all.bounds.north, HUGE_VAL);
        return items_.empty() || descend({0, counting_, items_.size()}, all);
    }

private:
    /// May a segment lie in the box that has its own box on both sides of its edge?
    bool meets(std::uint32_t item, const Bounds& box) const {
        const Segment& s = segments_[item];
        const double dx = s.to.lon - s.from.lon, dy = s.to.lat - s.from.lat;
        const double x = (box.west + box.east) / 2 - s.from.lon, y = (box.south + box.north) / 2 - s.from.lat;
        const double reach = (std::abs(dx) * (box.north - box.south) + std::abs(dy) * (box.east - box.west)) / 2 +
                             2 * slack_ * (std::abs(dx) + std::abs(dy));
        return std::abs(dx * y - dy * x) <= reach;
    }

    Bounds box_of(std::uint32_t item) const {
        const auto [west, east] = std::minmax(segments_[item].from.lon, segments_[item].to.lon);
        const auto [south, north] = std::minmax(segments_[item].from.lat, segments_[item].to.lat);
        return {west, south, east, north};
    }

    bool visit_all(const Items& items, const Bounds& cell) {
        for (std::size_t i = items.begin; i < items.others; ++i) {
            const Bounds box = box_of(items_[i]);
            const Bounds wide{box.west - slack_, box.south - slack_, box.east + slack_, box.north + slack_};
            for (std::size_t j = i + 1; j < items.end; ++j) {
                if (left_ == 0) { return false; }
                --left_;
                if (wide.overlaps(box_of(items_[j]))) { visit_(items_[i], items_[j], cell); }
            }
        }
        return true;
    }

    bool counts(std::uint32_t item) const { return is_new_.empty() || is_new_[item] != 0; }

    bool descend(const Items& items, const Box& box) {
        if (items.none_counts()) { return true; }
        if (items.size() <= few || box.in_vain >= patience || box.depth >= deepest) {
            return visit_all(items, box.bounds);
        }
        const std::size_t before = items_.size();
        const bool is_wide = box.bounds.east - box.bounds.west > box.bounds.north - box.bounds.south;
        Halves halves = halved(items, box.bounds, is_wide);
        if (!helps(halves, items)) {  // long lines side by side are best parted lengthwise
            const Halves others = halved(items, box.bounds, !is_wide);
            if (others.size() < halves.size()) { halves = others; }
        }
        const auto vain = [&](const Items& half) {
            const bool keeps_all = static_cast<double>(half.size()) > 0.95 * static_cast<double>(items.size());
            return box.in_vain + (keeps_all && !helps(halves, items) ? 1 : 0);
        };
        const bool finished = descend(halves.first, {halves.first_box, box.depth + 1, vain(halves.first)}) &&
                              descend(halves.second, {halves.second_box, box.depth + 1, vain(halves.second)});
        items_.resize(before);
        return finished;
    }

    struct Halves {
        Bounds first_box, second_box;
        Items first, second;
        std::size_t size() const { return first.size() + second.size(); }
    };

    /// Those that count first, added behind all others; where none of them counts, none is needed. Most lie in one
    /// half, as their boxes tell. Not quite in the middle, where corners of drawings that people make often lie on one
    /// line.
    Halves halved(const Items& items, const Bounds& box, bool at_meridian) {
        constexpr double first_part = 0.47;
        Halves halves{box, box, {}, {}};
        if (at_meridian) {
            halves.first_box.east = halves.second_box.west = box.west + first_part * (box.east - box.west);
        } else {
            halves.first_box.north = halves.second_box.south = box.south + first_part * (box.north - box.south);
        }
        const double at = (at_meridian ? halves.first_box.east : halves.first_box.north);
        const double low = at - slack_, high = at + slack_;
        in_second_.clear();
        halves.first.begin = items_.size();
        const auto part = [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const std::uint32_t item = items_[i];
                const Segment& own = segments_[item];
                const double from = at_meridian ? own.from.lon : own.from.lat,
                             to = at_meridian ? own.to.lon : own.to.lat;
                const bool may_be_first = std::min(from, to) <= high, may_be_second = std::max(from, to) >= low;
                if (may_be_first && (!may_be_second || meets(item, halves.first_box))) { items_.push_back(item); }
                if (may_be_second && (!may_be_first || meets(item, halves.second_box))) { in_second_.push_back(item); }
            }
        };
        part(items.begin, items.others);
        halves.first.others = items_.size();
        const std::size_t counting_in_second = in_second_.size();
        part(items.others, items.end);
        if (halves.first.none_counts()) { items_.resize(halves.first.others); }
        if (counting_in_second == 0) { in_second_.clear(); }
        halves.first.end = halves.second.begin = items_.size();
        items_.insert(items_.end(), in_second_.begin(), in_second_.end());
        halves.second.others = halves.second.begin + counting_in_second;
        halves.second.end = items_.size();
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
    std::vector<std::uint32_t> in_second_;
    std::vector<std::uint32_t> items_;  ///< of the boxes that are being looked into, one behind another
    std::size_t counting_ = 0;
};

}  // namespace

bool for_near_pairs(const std::vector<Segment>& segments, double slack, std::size_t most,
                    const std::function<void(std::size_t, std::size_t, const Bounds& cell)>& visit,
                    const std::vector<char>& is_new) {
    return Search{segments, slack, most, visit, is_new}.run();
}

}  // namespace geo::detail
