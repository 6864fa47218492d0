// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"
#include "layers/model/area_expression.h"
#include "layers/model/detail/levels.h"
#include "layers/model/overlay.h"

namespace layers::detail {

/// How far a cell or a point lies from the edge of held land and from that of held and contested land together: the
/// same without contested land. Negative within. `shift` is by how much each edge is thought to lie farther on.
struct FromLine {
    geo::Kilometres held, either;
    geo::Kilometres shift;

    bool is_held() const { return held < shift; }
    bool is_contested() const { return !is_held() && either < shift; }

    /// With contested land counted as the shift says.
    FromLine counted(Contested as) const {
        if (as == Contested::with_ukraine) { return {held, held, shift}; }
        const bool enclosed = either < shift || !is_held();  // fitted to the outline, the two edges may cross by a hair
        return as == Contested::with_russia && enclosed ? FromLine{either, either, shift} : *this;
    }

    bool held_by(Side side) const {
        if (side == Side::contested) { return is_contested(); }
        return side == Side::russia ? is_held() : !is_held() && !is_contested();
    }

    /// In a strip: on either side measured from the land that this side holds. Contested land lies in it where the
    /// strip reaches to both sides and comes near either edge.
    bool is_near(const Depths& depths) const {
        const geo::Kilometres low = to_metre(shift - depths.russia), high = to_metre(shift + depths.ukraine);
        const bool two_sided = depths.russia > geo::Kilometres{0} && depths.ukraine > geo::Kilometres{0};
        if (is_contested()) { return two_sided && (held < high || either > low); }
        return is_held() ? held > low && held < high : either > low && either < high;
    }
};

}  // namespace layers::detail
