// SPDX-License-Identifier: MIT
#include "geo/safe_text.h"
#include "layers/report/record.h"

#include <nlohmann/json.hpp>

namespace layers::report {

namespace {

using Json = nlohmann::ordered_json;  // keeps its keys in the order in which they are given

struct ToJson {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(const std::string& words) const { return words; }
    Json operator()(bool value) const { return value; }
    Json operator()(std::int64_t value) const { return value; }
    Json operator()(double value) const { return value; }
    Json operator()(geo::Date value) const { return geo::to_text(std::optional{value}); }
    Json operator()(const geo::PartialDate& value) const { return geo::to_text(std::optional{value}); }
    Json operator()(geo::Kilometres value) const { return value.value(); }
    Json operator()(geo::SquareKilometres value) const { return value.value(); }
    Json operator()(const Estimate& value) const { return value.area.value(); }
    Json operator()(const List& value) const { return value.words; }

    Json operator()(const Entry& entry) const { return std::visit(*this, entry); }
    Json operator()(const Record& record) const {
        Json object = Json::object();
        for (const Record::Item& item : record.items()) {
            object[std::string{item.field->key}] = std::visit(*this, item.value);
        }
        return object;
    }
    Json operator()(const Records& records) const {
        Json list = Json::array();
        for (const Record& record : records) { list.push_back((*this)(record)); }
        return list;
    }
};

std::string printed(const Json& json) {
    return geo::harmless_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace

std::string to_json(const Record& record) {
    return printed(ToJson{}(record));
}

std::string to_json(const Records& records) {
    return printed(ToJson{}(records));
}

std::string to_json_lines(const Records& records) {
    std::string lines;
    for (const Record& record : records) {
        const std::string line = ToJson{}(record).dump(-1, ' ', false, Json::error_handler_t::replace);
        lines += geo::harmless_json(line) + "\n";
    }
    return lines;
}

}  // namespace layers::report
