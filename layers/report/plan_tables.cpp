// SPDX-License-Identifier: MIT
#include "layers/report/plan_tables.h"

#include "layers/language/language.h"

namespace layers::report {

Table clause_table(const Plan& plan) {
    Table table{{{&field::clause},
                 {&field::where},
                 {&field::holder, Shows::words, tr("holder or kind")},
                 {&field::status, Shows::words, tr("status or zone")},
                 {&field::confidence},
                 {&field::sources}}};
    const auto row = [&table](const Provenance& provenance, const AreaExpression& where, const std::string& who,
                              const std::string& what) {
        table.add(
            {provenance.clause.empty() ? "–" : provenance.clause, where.words, who, what,
             tr(provenance.confidence) + (provenance.unclear.empty() || provenance.confidence == "unclear" ? "" : " ?"),
             List{provenance.sources, " "}});
    };
    for (const Rule& rule : plan.rules) {
        row(rule.provenance, rule.where, plan.sides.in_words(rule.status_class.holder),
            plan.sides.in_words(rule.status_class.status));
    }
    for (const Zone& zone : plan.zones) {
        row(zone.provenance, zone.where, in_words(zone.kind), tr("zone {}", zone.id));
    }
    return table;
}

}  // namespace layers::report
