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
        for (const bool counting : {true, false}) {
            for (std::uint32_t i = 0; i < segments_.size(); ++i) {
                if (counts(i) == counting) { items_.push_back(i); }
                if (counting) { counting_ += counts(i) ? 1U : 0U; }
            }
        }
        for (const Bounds& box : boxes_) { all.bounds.add(box); }
        all.bounds.east = std::nextafter(all.bounds.east, HUGE_VAL);
        all.bounds.north = std::nextafter(all.bounds.north, HUGE_VAL);
        return items_.empty() || descend({0, counting_, items_.size()}, all);
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

    /// Added behind all others. Where none of them counts, none is needed.
    Items those_in(const Items& items, const Bounds& box) {
        Items found{items_.size(), 0, 0};
        const auto add = [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                if (meets(items_[i], box)) { items_.push_back(items_[i]); }
            }
            return items_.size();
        };
        found.others = add(items.begin, items.others);
        found.end = found.none_counts() ? found.others : add(items.others, items.end);
        return found;
    }

    bool visit_all(const Items& items, const Bounds& cell) {
        for (std::size_t i = items.begin; i < items.others; ++i) {
            const Bounds& box = boxes_[items_[i]];
            const Bounds wide{box.west - slack_, box.south - slack_, box.east + slack_, box.north + slack_};
            for (std::size_t j = i + 1; j < items.end; ++j) {
                if (left_ == 0) { return false; }
                --left_;
                if (wide.overlaps(boxes_[items_[j]])) { visit_(items_[i], items_[j], cell); }
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

    /// Not quite in the middle, where corners of drawings that people make often lie on one line.
    Halves halved(const Items& items, const Bounds& box, bool at_meridian) {
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
