// SPDX-License-Identifier: MIT
#include "app/fetch/arcgis.h"

#include "app/clock.h"
#include "app/console.h"
#include "app/fetch/exchange.h"
#include "app/fetched/address.h"
#include "app/receipt/sha256.h"
#include "geo/error.h"
#include "geo/file.h"
#include "geo/setting.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <set>

namespace app {

namespace {

using Json = nlohmann::json;

/// "…/FeatureServer/49?token=x" is asked as "…/FeatureServer/49/query?token=x&…".
struct Layer {
    std::string path, query;
    std::string asked(const std::string& below, const std::string& parameters) const {
        return path + below + "?" + (query.empty() ? "" : query + "&") + parameters;
    }
};

Layer layer_of(std::string address) {
    address.resize(std::min(address.find('#'), address.size()));
    const std::size_t mark = std::min(address.find('?'), address.size());
    Layer layer{address.substr(0, mark), mark < address.size() ? address.substr(mark + 1) : ""};
    while (layer.path.ends_with('/')) { layer.path.pop_back(); }
    return layer;
}

std::string text_in(const Json& document, const char* key) {
    const auto found = document.find(key);
    return found != document.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::uint64_t number_in(const Json& document, const char* key) {
    const auto found = document.find(key);
    return found != document.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

/// Has the server more than it gave? GeoJSON has that at the top or, of older servers, among properties.
bool exceeded(const Json& page) {
    const auto is_true = [](const Json& of) {
        const auto found = of.find("exceededTransferLimit");
        return found != of.end() && found->is_boolean() && found->get<bool>();
    };
    const auto properties = page.find("properties");
    return is_true(page) || (properties != page.end() && properties->is_object() && is_true(*properties));
}

std::string object_id_field(const Json& about) {
    if (std::string named = text_in(about, "objectIdField"); !named.empty()) { return named; }
    const auto fields = about.find("fields");
    if (fields != about.end() && fields->is_array()) {
        for (const Json& field : *fields) {
            if (field.is_object() && text_in(field, "type") == "esriFieldTypeOID") { return text_in(field, "name"); }
        }
    }
    throw geo::Error{"the layer names no field of object ids, so that its pages have no order",
                     "fetch it in another way"};
}

/// A field of a database stands in an address as it is.
bool is_field_name(const std::string& name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char letter) {
        return std::isalnum(letter) != 0 || letter == '_' || letter == '.';
    });
}

/// The whole server, of which a layer has to be chosen.
void refuse_server(const Json& about) {
    const auto layers = about.find("layers");
    if (layers == about.end() || !layers->is_array() || about.contains("objectIdField") || about.contains("fields")) {
        return;
    }
    std::string list;
    for (const Json& layer : *layers) {
        if (!layer.is_object() || !layer.contains("id")) { continue; }
        list += fmt::format("{}/{} ({})", list.empty() ? "" : ", ", layer.at("id").dump(), text_in(layer, "name"));
    }
    throw geo::Error{"the server has several layers", "add one of these to the address: " + list,
                     geo::Error::Kind::bad_usage};
}

class LayerDownload {
public:
    LayerDownload(const FetchOptions& options, Console& console)
        : options_{options},
          console_{console},
          exchange_{console, options.timeout, options.wait},
          asked_{address_of(options.address)},
          layer_{layer_of(asked_.url)} {}

    void run();

private:
    struct Text {
        Json json;
        std::string bytes;
    };
    Text ask(const std::string& below, const std::string& parameters);
    std::uint64_t count();
    void add_page(const Text& page, const std::string& ids);
    void take_pages(const std::string& ids, std::uint64_t page_size);

    const FetchOptions& options_;
    Console& console_;
    Exchange exchange_;
    Address asked_;
    Layer layer_;
    std::vector<FetchedPage> pages_;
    std::string joined_;
    std::set<std::string> seen_;  ///< object ids
};

LayerDownload::Text LayerDownload::ask(const std::string& below, const std::string& parameters) {
    Address address = asked_;
    address.url = layer_.asked(below, parameters);
    const std::string shown = shown_address(address.url);
    std::string bytes;
    const auto take = [&](std::string_view part) {
        if (joined_.size() + bytes.size() + part.size() > options_.max_bytes) {
            throw geo::Error{fmt::format("it has more than {} bytes", options_.max_bytes),
                             geo::setting("max-size", "4GB") + " raises that limit", geo::Error::Kind::bad_usage}
                .at({shown});
        }
        bytes += part;
        return true;
    };
    const Exchanged exchanged = exchange_.get(address, {}, {[](const Answer&) { return true; }, take});
    const bool is_whole =
        exchanged.ending == Ending::whole && (!exchanged.answer.length || *exchanged.answer.length == bytes.size());
    if (!is_whole || exchanged.answer.status != 200) {
        throw geo::Error{fmt::format("the answer ended early, after {}", tr("{} bytes", bytes.size())),
                         "run the same again"}
            .at({shown});
    }
    Json json = Json::parse(bytes, nullptr, false);
    if (!json.is_object()) {
        throw geo::Error{"the answer is no JSON of an ArcGIS server", "check the address: …/FeatureServer/NUMBER"}.at(
            {shown});
    }
    if (const auto error = json.find("error"); error != json.end()) {  // with status 200
        const std::string words = error->is_object() ? text_in(*error, "message") : error->dump();
        const std::string code =
            error->is_object() && error->contains("code") ? error->at("code").dump() + " " : std::string{};
        throw geo::Error{
            fmt::format("the server answers with an error: {}{}", code, without_secrets(words, address.url)),
            "check the address: …/FeatureServer/NUMBER"}
            .at({shown});
    }
    pages_.push_back({shown, sha256(bytes), bytes.size()});
    return {std::move(json), std::move(bytes)};
}

std::uint64_t LayerDownload::count() {
    const Text answer = ask("/query", "where=1%3D1&returnCountOnly=true&f=json");
    const auto found = answer.json.find("count");
    if (found != answer.json.end() && found->is_number_unsigned()) { return found->get<std::uint64_t>(); }
    throw geo::Error{"the server does not say how many features the layer has", "fetch it in another way"};
}

void LayerDownload::add_page(const Text& page, const std::string& ids) {
    for (const Json& feature : page.json.at("features")) {
        const Json properties = feature.is_object() ? feature.value("properties", Json::object()) : Json{};
        const Json id = properties.is_object() && properties.contains(ids) ? properties.at(ids)
                        : feature.is_object()                              ? feature.value("id", Json{})
                                                                           : Json{};
        if (id.is_null()) { throw geo::Error{fmt::format("a feature has no object id {}", ids)}; }
        if (!seen_.insert(id.dump()).second) {
            throw geo::Error{fmt::format("the server gives the feature {} twice: its pages overlap", id.dump()),
                             "it may have been edited meanwhile: try again"};
        }
    }
    const std::string_view features = list_in(page.bytes, "features");
    if (page.json.at("features").empty()) { return; }
    if (!joined_.empty()) { joined_ += ",\n"; }
    joined_ += features;
}

void LayerDownload::take_pages(const std::string& ids, std::uint64_t page_size) {
    const std::uint64_t all = count();
    bool has_more = all > 0;
    while (has_more) {
        const Text page =
            ask("/query", fmt::format("where=1%3D1&outFields=*&outSR=4326&orderByFields={}&resultOffset={}"
                                      "&resultRecordCount={}&f=geojson",
                                      ids, seen_.size(), page_size));
        const auto features = page.json.find("features");
        if (features == page.json.end() || !features->is_array()) {
            throw geo::Error{"the server gives no GeoJSON", "fetch it in another way"}.at({pages_.back().address});
        }
        add_page(page, ids);
        has_more = !features->empty() && (seen_.size() < all || exceeded(page.json));
        console_.progress(tr("{} of {} features", seen_.size(), all));
    }
    const std::uint64_t now = count();
    if (all == seen_.size() && now == all) { return; }
    throw geo::Error{fmt::format("the layer has {} features, and the server gave {}", now, seen_.size()),
                     "it may have been edited meanwhile: try again"};
}

void LayerDownload::run() {
    if (!options_.overwrite && geo::exists(options_.file)) {
        throw geo::Error{"the output exists already", "add " + geo::setting("overwrite") + " to replace it",
                         geo::Error::Kind::bad_usage}
            .at({options_.file});
    }
    const Json about = ask("", "f=json").json;
    refuse_server(about);
    const std::string ids = object_id_field(about);
    if (!is_field_name(ids)) { throw geo::Error{fmt::format("\"{}\" is no name of a field", ids)}; }
    constexpr std::uint64_t usual = 1000;
    const std::uint64_t most = number_in(about, "maxRecordCount");
    take_pages(ids, most == 0 ? usual : std::min(most, usual));
    const std::string bytes =
        fmt::format("{{\"type\": \"FeatureCollection\", \"name\": {}, \"features\": [\n{}\n]}}\n",
                    Json(text_in(about, "name")).dump(-1, ' ', false, Json::error_handler_t::replace), joined_);
    const Json made = Json::parse(bytes, nullptr, false);
    if (!made.is_object() || made.at("features").size() != seen_.size()) {
        throw geo::Error{"the pages cannot be joined: one of them has two lists of features"};
    }
    const std::string shown = shown_address(options_.address);
    SourceRecord record{shown, shown_address(layer_.path), to_text(now()),  bytes.size(),     sha256(bytes), "",
                        "",    "application/geo+json",     options_.source, std::move(pages_)};
    geo::write_file(options_.file, bytes, options_.overwrite);
    geo::write_file(record_path(options_.file), to_json(record), true);
    console_.say(fmt::format("wrote {}: {} features, {} bytes with the SHA-256 {}", options_.file, seen_.size(),
                             with_thousands(static_cast<double>(record.bytes)), record.sha256));
    console_.say(fmt::format("wrote {}: where it comes from", record_path(options_.file)));
}

}  // namespace

bool is_arcgis_layer(const std::string& address) {
    const std::string path = layer_of(address).path;
    const std::size_t slash = path.rfind('/');
    if (slash == path.npos || slash + 1 == path.size()) { return false; }
    const std::string_view server = std::string_view{path}.substr(0, slash);
    if (path.ends_with("/FeatureServer")) { return true; }
    const bool is_number = std::all_of(path.begin() + static_cast<std::ptrdiff_t>(slash) + 1, path.end(),
                                       [](unsigned char letter) { return std::isdigit(letter) != 0; });
    return is_number && (server.ends_with("/FeatureServer") || server.ends_with("/MapServer"));
}

void download_layer(const FetchOptions& options, Console& console) {
    LayerDownload{options, console}.run();
}

}  // namespace app
