// SPDX-License-Identifier: MIT
#include "app/receipt/receipt.h"

#include "app/receipt/sha256.h"
#include "geo/error.h"
#include "geo/file.h"
#include "geo/versions.h"
#include "layers/builtin/builtin.h"
#include "layers/model/contact_line.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace app {

namespace {

namespace field = layers::field;
namespace fs = std::filesystem;

bool is_builtin_file(const std::string& name) {
    const std::vector<std::string> files = layers::builtin_files(name, "");
    return std::find(files.begin(), files.end(), name) != files.end();
}

/// What belongs to a file of several parts: a Shapefile's, or all that lies in a folder.
std::vector<std::string> parts_of(const std::string& name) {
    std::vector<std::string> parts{name};
    std::error_code none;
    if (fs::is_directory(name, none)) {
        parts.clear();
        for (fs::directory_iterator at{name, none}; !none && at != fs::directory_iterator{}; at.increment(none)) {
            if (at->is_regular_file(none)) { parts.push_back(at->path().string()); }
        }
    } else if (name.ends_with(".shp")) {
        for (const char* ending : {".dbf", ".shx", ".prj", ".cpg"}) {
            const std::string part = fs::path{name}.replace_extension(ending).string();
            if (geo::exists(part)) { parts.push_back(part); }
        }
    }
    std::sort(parts.begin(), parts.end());
    return parts;
}

class Inputs {
public:
    void add(const std::string& name) {
        for (const std::string& part : parts_of(name)) { add(part, false); }
    }

    void add_builtin(const std::string& name) { add(name, true); }

    std::vector<InputFile> take() { return std::move(files_); }

private:
    void add(const std::string& name, bool is_builtin) {
        if (name.empty() || !seen_.insert(name).second) { return; }
        files_.push_back(input_file(name, is_builtin).value_or(InputFile{name, "", 0, is_builtin}));
    }

    std::vector<InputFile> files_;
    std::set<std::string> seen_;
};

void add_plan(const layers::Plan& plan, Inputs& inputs) {
    for (const layers::Plan::File& file : plan.files) {
        file.is_builtin ? inputs.add_builtin(file.name) : inputs.add(file.name);
    }
    for (const layers::AreaExpression* area : layers::areas_of(plan)) {
        layers::visit(*area, [&inputs](const layers::AreaExpression& where) { inputs.add(where.outline.file); });
    }
}

}  // namespace

std::optional<InputFile> input_file(const std::string& name, bool is_builtin) {
    if (is_builtin) {
        if (!is_builtin_file(name)) { return std::nullopt; }
        const std::string_view bytes = layers::builtin_file(name);
        return InputFile{name, sha256(bytes), bytes.size(), true};
    }
    if (!geo::is_regular_file(name)) { return std::nullopt; }
    std::ifstream file{name, std::ios::binary};
    if (!file) { return std::nullopt; }
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    return InputFile{name, sha256(bytes), bytes.size(), false};
}

Receipt receipt_of(const Console& console, const InputNames& names, const std::vector<layers::Plan>& plans,
                   const std::string& output) {
    Inputs inputs;
    names.units.empty() ? inputs.add_builtin("units.geojson") : inputs.add(names.units);
    inputs.add(names.by);
    const std::vector<std::string> lines = layers::builtin_line_names();
    for (const std::string& name : names.lines) {
        const bool is_known = std::find(lines.begin(), lines.end(), name) != lines.end();
        is_known ? inputs.add_builtin(fmt::format("line-{}.geojson", name)) : inputs.add(name);
    }
    for (const layers::Plan& plan : plans) { add_plan(plan, inputs); }
    return {DEMARC_VERSION, geo::library_versions(), console.command(), output, inputs.take(), names.left_out};
}

report::Record record_of(const Receipt& receipt) {
    report::Records inputs;
    for (const InputFile& file : receipt.inputs) {
        inputs.push_back(report::Record{}
                             .add(field::name, file.name)
                             .add(field::built_in, file.is_builtin)
                             .add(field::bytes, static_cast<std::int64_t>(file.bytes))
                             .add(field::sha256, report::entry_of(file.sha256)));
    }
    report::Record record;
    record.add(field::program, "demarc")
        .add(field::version, receipt.version)
        .add(field::libraries, report::List{receipt.libraries})
        .add(field::command, report::List{receipt.command, " "})
        .add(field::output, report::entry_of(receipt.output))
        .add(field::inputs, std::move(inputs));
    if (receipt.left_out.empty()) { return record; }
    report::Records left_out;
    for (const LeftOutFile& file : receipt.left_out) {
        left_out.push_back(report::Record{}
                               .add(field::name, file.name)
                               .add(field::date, report::entry_of(file.date))
                               .add(field::why, file.why));
    }
    record.add(field::left_out, std::move(left_out));
    return record;
}

report::Records with_receipt(report::Records rows, const Receipt& receipt) {
    if (!rows.empty()) { rows.front().add(field::receipt, record_of(receipt)); }
    return rows;
}

std::string json_of(const Receipt& receipt) {
    return nlohmann::ordered_json::parse(report::to_json(record_of(receipt))).dump();
}

Receipt parse_receipt(const std::string& json) {
    try {
        const auto document = nlohmann::json::parse(json);
        const auto words = [](const nlohmann::json& value) {
            return value.is_string() ? value.get<std::string>() : "";
        };
        Receipt receipt{
            document.at("version"), document.at("libraries"), document.at("command"), words(document.at("output")), {}};
        for (const auto& file : document.at("inputs")) {
            receipt.inputs.push_back(
                {file.at("name"), words(file.at("sha256")), file.at("bytes"), file.at("built_in")});
        }
        return receipt;
    } catch (const nlohmann::json::exception&) {
        throw geo::Error{"its receipt cannot be read", "it was changed by hand, or is of another program"};
    }
}

}  // namespace app
