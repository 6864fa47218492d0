// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/plan.h"
#include "layers/plan_language/detail/yaml.h"
#include "layers/plan_language/plan_file.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace layers::detail {

struct PlanText {
    std::string text, file;
    bool is_builtin = false;
};

/// A plan's file, and behind it the file that it extends, and so on.
struct PlanDocument {
    PlanText source;
    YamlText yaml;
    YAML::Node root;
    explicit PlanDocument(PlanText from) : source{std::move(from)}, yaml{source.text, source.file}, root{yaml.root()} {}
    PlanDocument(const PlanDocument&) = delete;  // yaml points into source
    PlanDocument& operator=(const PlanDocument&) = delete;
    ~PlanDocument() = default;
};
using PlanChain = std::vector<std::unique_ptr<PlanDocument>>;

/// `find` gives the text of a plan by its name, as seen from the file that names it. Throws geo::Error for a circle.
PlanChain chain_of(PlanText text,
                   const std::function<PlanText(const std::string& name, const std::string& seen_from)>& find);

/// Does a file of the chain list readings?
bool has_readings(const PlanChain& chain);

/// That the plan has none of that name.
[[noreturn]] void refuse_reading(const Plan& plan, const std::string& name);

/// One reading, or the base.
Plan read_plan(const PlanChain& chain, const std::vector<Unit>& units, const PlanOptions& options);

/// Keys of a plan and of its parts, as the schema lists them.
const std::vector<std::string>& plan_keys();

}  // namespace layers::detail
