// SPDX-License-Identifier: MIT
#include "layers/report/basis_words.h"

#include "layers/language/language.h"
#include "layers/model/assignment.h"
#include "layers/model/line_words.h"
#include "layers/model/text_age.h"

namespace layers::report {

std::string basis_words(const Plan& plan, const Overlay& land) {
    std::string words = line_words(line_under(plan, land));
    for (const std::size_t line : lines_of(plan, land)) {
        const LineInfo& other = land.lines[line].control.info;
        if (&other != &line_under(plan, land)) { words += "; " + tr("beside it") + " " + line_words(other); }
    }
    if (land.by) { words += " · " + tr("by the units of {}", land.by->path); }
    return words + " · " + edges_words();
}

std::string basis_and_age(const Plan& plan, const Overlay& land) {
    const std::string age = text_age_words({&plan}, line_under(plan, land));
    return basis_words(plan, land) + (age.empty() ? "" : "\n" + age);
}

std::string edges_words() {
    return tr("edges straight in longitude and latitude, WGS84");
}

}  // namespace layers::report
