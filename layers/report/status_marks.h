// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/point.h"

#include <string>

namespace layers::report {

/// The marks beside positions' statuses in a table, and below it what those mean that were set.
class StatusMarks {
public:
    /// "±": the status would be another, were the line off by its accuracy; "±z": the zones would be; "?": unclear
    /// text.
    std::string of(const PointStatus& point_status);

    /// A line for each kind that of() returned.
    std::string meaning() const;

private:
    bool near_ = false, zones_near_ = false, unclear_ = false;
};

}  // namespace layers::report
