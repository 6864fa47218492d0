// SPDX-License-Identifier: MIT
#include "app/fetched/source_record.h"

#include "geo/safe_text.h"
#include "layers/model/field.h"
#include "layers/report/record.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace app {

namespace {

namespace field = layers::field;
namespace report = layers::report;
using Json = nlohmann::json;

std::string words(const Json& document, const layers::Field& of) {
    const auto found = document.find(of.key);
    return found != document.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

/// What goes back to the server in a header: a line break in it, which no server sends, would be a header of its own.
std::string header_words(const Json& document, const layers::Field& of) {
    std::string text = words(document, of);
    const bool is_plain =
        std::all_of(text.begin(), text.end(), [](char letter) { return letter >= ' ' && letter <= '~'; });
    return is_plain ? text : std::string{};
}

std::uint64_t number(const Json& document, const layers::Field& of) {
    const auto found = document.find(of.key);
    return found != document.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

/// An object in a file of no more than a record can have; nothing for whatever else.
std::optional<Json> object_in(const std::string& path) {
    constexpr std::streamsize most = 4 << 20;
    std::ifstream file{path, std::ios::binary};
    std::string text(static_cast<std::size_t>(most), '\0');
    if (!file) { return std::nullopt; }
    file.read(text.data(), most);
    if (file.gcount() == most) { return std::nullopt; }
    text.resize(static_cast<std::size_t>(file.gcount()));
    Json document = Json::parse(text, nullptr, false);
    if (!document.is_object()) { return std::nullopt; }
    return document;
}

report::Record record_of(const FetchedSource& source) {
    return report::Record{}
        .add(field::name, source.name)
        .add(field::title, report::entry_of(source.title))
        .add(field::date, report::entry_of(source.date))
        .add(field::licence, report::entry_of(source.licence))
        .add(field::terms, report::entry_of(source.terms))
        .add(field::classes, report::entry_of(source.classes));
}

FetchedSource source_in(const Json& document) {
    return {words(document, field::name),    words(document, field::title), words(document, field::date),
            words(document, field::licence), words(document, field::terms), words(document, field::classes)};
}

}  // namespace

std::string record_path(const std::string& file) {
    return file + ".source.json";
}

std::string to_json(const SourceRecord& record) {
    report::Record all;
    all.add(field::address, record.address)
        .add(field::final_address, record.final_address)
        .add(field::fetched, record.fetched)
        .add(field::bytes, static_cast<std::int64_t>(record.bytes))
        .add(field::sha256, record.sha256)
        .add(field::etag, report::entry_of(record.etag))
        .add(field::last_modified, report::entry_of(record.last_modified))
        .add(field::content_type, report::entry_of(record.content_type));
    if (record.source) { all.add(field::source, record_of(*record.source)); }
    if (!record.pages.empty()) {
        report::Records pages;
        for (const FetchedPage& page : record.pages) {
            pages.push_back(report::Record{}
                                .add(field::address, page.address)
                                .add(field::bytes, static_cast<std::int64_t>(page.bytes))
                                .add(field::sha256, page.sha256));
        }
        all.add(field::pages, std::move(pages));
    }
    return to_json(all);
}

std::optional<SourceRecord> read_source_record(const std::string& path) {
    const std::optional<Json> document = object_in(path);
    if (!document) { return std::nullopt; }
    SourceRecord record{words(*document, field::address),
                        words(*document, field::final_address),
                        words(*document, field::fetched),
                        number(*document, field::bytes),
                        words(*document, field::sha256),
                        header_words(*document, field::etag),
                        header_words(*document, field::last_modified),
                        words(*document, field::content_type),
                        std::nullopt,
                        {}};
    if (record.address.empty() || record.sha256.empty()) { return std::nullopt; }
    const auto source = document->find(field::source.key);
    if (source != document->end() && source->is_object()) { record.source = source_in(*source); }
    return record;
}

std::string to_json(const PartRecord& record) {
    return to_json(report::Record{}
                       .add(field::address, record.address)
                       .add(field::etag, report::entry_of(record.etag))
                       .add(field::last_modified, report::entry_of(record.last_modified)));
}

std::optional<PartRecord> read_part_record(const std::string& path) {
    const std::optional<Json> document = object_in(path);
    if (!document) { return std::nullopt; }
    return PartRecord{words(*document, field::address), header_words(*document, field::etag),
                      header_words(*document, field::last_modified)};
}

}  // namespace app
