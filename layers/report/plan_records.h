// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/contact_line.h"
#include "layers/model/plan.h"
#include "layers/report/record.h"

namespace layers::report {

/// What the interval means, how likely it is, and of which model; nothing if the line states no accuracy.
Entry interval_of(const LineInfo& line, const Overlay& land);
Record interval_record(const LineInfo& line, const Overlay& land);

/// A line with kind, date, source and accuracy.
Record line_record(const LineInfo& line);

/// The plan's sources, by key, with title, publisher, date and address; those that are named, or all.
Record source_record(const std::string& key, const PlanSource& source);
Records source_records(const Plan& plan, const std::vector<std::string>& keys);
Records source_records(const Plan& plan);

/// A zone by id, kind and title.
Record zone_record(const Zone& zone);
Records zone_records(const std::vector<const Zone*>& zones);

Records parameter_records(const Plan& plan);

/// The reading that this is, or those that there are.
Records reading_records(const Plan& plan);

/// What the text sets without an area, and why it is not drawn.
Records not_drawn_records(const Plan& plan);

/// What the text leaves unclear, by clause; of the readings too.
Records unclear_records(const Plan& plan);

/// Holder and status in the words of the sides.
Record class_record(const StatusClass& status_class, const Sides& sides);

/// Everything of a plan but its geometry: what `demarc plans` says.
Record plan_record(const Plan& plan);

}  // namespace layers::report
