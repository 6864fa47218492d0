// SPDX-License-Identifier: MIT
#include "layers/report/status_marks.h"

#include "layers/language/language.h"

namespace layers::report {

std::string StatusMarks::of(const PointStatus& point_status) {
    const bool unclear = point_status.rule != nullptr && !point_status.rule->provenance.unclear.empty();
    near_ = near_ || point_status.within_accuracy;
    zones_near_ = zones_near_ || point_status.zones_within_accuracy;
    unclear_ = unclear_ || unclear;
    return std::string{point_status.within_accuracy ? "±" : ""} + (point_status.zones_within_accuracy ? "±z" : "") +
           (unclear ? "?" : "");
}

std::string StatusMarks::meaning() const {
    std::string text;
    if (near_) { text += tr("± within the accuracy of the line: it may as well lie on its other side") + "\n"; }
    if (zones_near_) {
        text += tr("±z within the accuracy of the line of a zone's edge: it may lie in the zone or not") + "\n";
    }
    if (unclear_) { text += tr("? the text is unclear: see demarc plans PLAN") + "\n"; }
    return text;
}

}  // namespace layers::report
