// SPDX-License-Identifier: MIT
#include "app/version.h"

#include "geo/versions.h"
#include "layers/language/language.h"
#include "layers/model/contact_line.h"
#include "layers/model/unit.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace app {

std::string version_words() {
    using layers::tr;
    return fmt::format("demarc {}\n{}: {}\n{}: {}\n{}: {}\n{}: {}\n", DEMARC_VERSION, tr("measuring"),
                       fmt::join(geo::library_versions(), ", "), tr("drawing"), DEMARC_DRAWING_LIBRARIES, tr("units"),
                       layers::builtin_units().source.date, tr("newest line of contact"),
                       layers::builtin_line_names().front());
}

}  // namespace app
