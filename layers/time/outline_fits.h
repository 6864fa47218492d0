// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"
#include "layers/model/contact_line.h"
#include "layers/model/outline_fit.h"
#include "layers/model/unit.h"

#include <functional>
#include <memory>

namespace layers {

/// What goes with held land along border and coast, on one day after the other: see outline_fit(). Where nothing has
/// moved near border and coast it is that of the day before, and is not looked for again.
class OutlineFits {
public:
    /// Of each day: the land, or its areas alone.
    enum class Keeps { land, areas };

    OutlineFits(const Units& units, geo::Kilometres reach, Keeps keeps);
    ~OutlineFits();
    OutlineFits(const OutlineFits&) = delete;
    OutlineFits& operator=(const OutlineFits&) = delete;

    /// May be asked by several threads.
    std::shared_ptr<const OutlineFit> of(const Control& control) { return begun(control)(); }

    /// The same for a thread that has better to do than to wait while another looks for just that: what is returned
    /// waits if it must.
    std::function<std::shared_ptr<const OutlineFit>()> begun(const Control& control);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace layers
