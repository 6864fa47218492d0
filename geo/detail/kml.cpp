// SPDX-License-Identifier: MIT
#include "geo/detail/kml.h"

#include "geo/detail/endings.h"
#include "geo/detail/kml_document.h"
#include "geo/detail/layer_choice.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace geo::detail {

namespace {

/// "layers/a b.kml" of "./layers/a%20b.kml#x", seen from the file that links to it.
std::string target_of(std::string link, const std::string& from) {
    link = link.substr(0, link.find('#'));
    std::string decoded;
    for (std::size_t i = 0; i < link.size(); ++i) {
        const auto hex = [](char letter) {
            const std::size_t digit = std::string_view{"0123456789abcdef"}.find(lower({&letter, 1}));
            return digit == std::string_view::npos ? -1 : static_cast<int>(digit);
        };
        const bool is_code = link[i] == '%' && i + 2 < link.size() && hex(link[i + 1]) >= 0 && hex(link[i + 2]) >= 0;
        decoded += is_code ? static_cast<char>(16 * hex(link[i + 1]) + hex(link[i + 2])) : link[i];
        if (is_code) { i += 2; }
    }
    return (std::filesystem::path{from}.parent_path() / decoded).lexically_normal().generic_string();
}

/// The files of a KMZ in the order in which its links name them, then those that no link names.
class Archive {
public:
    Archive(const std::vector<InputFile>& files, Dataset& into) : files_{files}, into_{into} {}

    std::vector<KmlPlacemark> read() {
        follow(files_.front());
        for (const InputFile& file : files_) {
            if (seen_.contains(file.name)) { continue; }
            into_.notes.push_back(fmt::format("{} in it was read too, though no link leads to it", file.name));
            follow(file);
        }
        for (std::string& note : notes_) { into_.notes.push_back(std::move(note)); }
        if (placemarks_.empty() && !elsewhere_.empty()) {
            throw Error{fmt::format("it holds only links: {}", fmt::join(elsewhere_, ", ")),
                        "fetch what they lead to, and give that file"};
        }
        if (!elsewhere_.empty()) {
            into_.notes.push_back(fmt::format("links are not followed, and what they lead to is missing here: {}",
                                              fmt::join(elsewhere_, ", ")));
        }
        return std::move(placemarks_);
    }

private:
    void follow(const InputFile& first) {
        std::vector<const InputFile*> waiting{&first};
        seen_.insert(first.name);
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            const InputFile& file = *waiting[i];
            KmlDocument document = parse(file);
            for (std::string& note : document.notes) { notes_.push_back(std::move(note)); }
            for (KmlPlacemark& placemark : document.placemarks) {
                if (placemark.folders.empty()) { placemark.folders.push_back(layer_of(file)); }
                placemarks_.push_back(std::move(placemark));
            }
            for (const std::string& link : document.links) {
                const std::string target = target_of(link, file.name);
                const auto is_target = [&target](const InputFile& other) { return other.name == target; };
                const auto found = std::find_if(files_.begin(), files_.end(), is_target);
                if (found == files_.end()) {
                    elsewhere_.push_back(link.empty() ? "(no address)" : link);
                } else if (seen_.insert(found->name).second) {
                    waiting.push_back(&*found);
                }
            }
        }
    }

    KmlDocument parse(const InputFile& file) const {
        try {
            return parse_kml(file.bytes);
        } catch (const Error& error) {
            if (files_.size() == 1) { throw; }
            throw Error{fmt::format("{} in it: {}", file.name, error.problem()), error.remedy()}.at(error.place());
        }
    }

    static std::string layer_of(const InputFile& file) { return std::string{stem_of(base_name(file.name))}; }

    const std::vector<InputFile>& files_;
    Dataset& into_;
    std::vector<KmlPlacemark> placemarks_;
    std::vector<std::string> elsewhere_, notes_;
    std::set<std::string> seen_;
};

/// A layer is called as the innermost folder, or by the whole path where two in different places have one name.
std::map<std::vector<std::string>, std::string> layer_names(const std::vector<KmlPlacemark>& placemarks) {
    std::map<std::string, std::set<std::vector<std::string>>> places;
    for (const KmlPlacemark& placemark : placemarks) { places[placemark.folders.back()].insert(placemark.folders); }
    std::map<std::vector<std::string>, std::string> names;
    for (const auto& [name, folders] : places) {
        for (const auto& path : folders) {
            names[path] = folders.size() == 1 ? name : fmt::format("{}", fmt::join(path, "/"));
        }
    }
    return names;
}

void note_folder(std::vector<std::string>& there, const std::string& name) {
    if (std::find(there.begin(), there.end(), name) == there.end()) { there.push_back(name); }
}

}  // namespace

void read_kml(const std::vector<InputFile>& files, const std::vector<std::string>& asked, Dataset& into) {
    std::vector<KmlPlacemark> placemarks = Archive{files, into}.read();
    const auto names = layer_names(placemarks);
    std::vector<std::string> there;
    for (const auto& [path, name] : names) { note_folder(there, name); }
    for (const auto& [path, name] : names) {
        for (const std::string& folder : path) { note_folder(there, folder); }
    }
    require_layers(asked, there);
    int number = 0;
    for (KmlPlacemark& placemark : placemarks) {
        placemark.feature.number = ++number;
        placemark.feature.layer = names.at(placemark.folders);
        const auto is_asked = [&asked](const std::string& folder) { return is_chosen(folder, asked); };
        const bool is_within = std::any_of(placemark.folders.begin(), placemark.folders.end(), is_asked);
        if (is_within || is_asked(placemark.feature.layer)) { into.features.push_back(std::move(placemark.feature)); }
    }
}

}  // namespace geo::detail
