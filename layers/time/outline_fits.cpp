// SPDX-License-Identifier: MIT
#include "layers/time/outline_fits.h"

#include "geo/error.h"
#include "geo/file.h"
#include "geo/integrals.h"
#include "layers/time/detail/edge_numbers.h"
#include "layers/time/detail/near_outline.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace layers {

namespace {

/// Of all edges near the outline, in whatever order: on these alone slivers depend.
using OutlineKey = std::pair<std::uint64_t, std::uint64_t>;

}  // namespace

struct OutlineFits::Parts {
    Parts(const Units& of, geo::Kilometres so_far, Keeps kept)
        : units{of}, reach{so_far}, keeps{kept}, near{of, so_far} {}

    OutlineFit made_of(const Control& control) const {
        OutlineFit fit = outline_fit(control, units, reach);
        if (keeps == Keeps::areas) { fit.held = fit.contested = {}; }
        return fit;
    }

    OutlineKey key_of(const Control& control) const {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U, another = 0xC2B2AE3D27D4EB4FU;
        OutlineKey key;
        std::uint64_t times = odd;
        for (const std::vector<geo::Region>* regions : {&control.held, &control.contested}) {
            for (const geo::Region& region : *regions) {
                geo::each_edge(region, [&](const geo::LonLat& from, const geo::LonLat& to) {
                    if (!near.may_be_near(from, to)) { return; }
                    const std::uint64_t hash = detail::EdgeNumbers::hash_of({from, to}) * times;
                    key.first += hash;
                    key.second += (hash ^ hash >> 31U) * another;
                });
            }
            times *= another;
        }
        return key;
    }

    struct Entry {
        std::mutex mutex;
        std::shared_ptr<const OutlineFit> made;
        std::optional<geo::Error> failed;
    };

    const Units units;
    geo::Kilometres reach;
    Keeps keeps;
    detail::NearOutline near;
    std::mutex mutex;
    std::map<OutlineKey, std::shared_ptr<Entry>> known;
};

OutlineFits::OutlineFits(const Units& units, geo::Kilometres reach, Keeps keeps)
    : parts_{new Parts{units, reach, keeps}} {}

OutlineFits::~OutlineFits() = default;

std::function<std::shared_ptr<const OutlineFit>()> OutlineFits::begun(const Control& control) {
    const OutlineKey key = parts_->key_of(control);
    std::shared_ptr<Parts::Entry> entry;
    bool is_new = false;
    {
        const std::lock_guard lock{parts_->mutex};
        std::shared_ptr<Parts::Entry>& known = parts_->known[key];
        is_new = !known;
        if (is_new) { known = std::make_shared<Parts::Entry>(); }
        entry = known;
        if (is_new) { entry->mutex.lock(); }  // before anybody else sees it
    }
    if (is_new) {
        const std::lock_guard lock{entry->mutex, std::adopt_lock};
        try {
            entry->made = std::make_shared<const OutlineFit>(parts_->made_of(control));
        } catch (const std::exception& error) { entry->failed = geo::error_of(error); }
    }
    return [entry] {
        const std::lock_guard lock{entry->mutex};
        if (entry->failed) { throw geo::Error{*entry->failed}; }
        return entry->made;
    };
}

}  // namespace layers
