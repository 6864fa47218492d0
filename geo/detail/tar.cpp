// SPDX-License-Identifier: MIT
#include "geo/detail/tar.h"

#include "geo/detail/endings.h"
#include "geo/detail/gzip.h"
#include "geo/detail/module.h"
#include "geo/error.h"

#include <fmt/format.h>

#include <utility>

namespace geo::detail {

namespace {

const TarModule& tar_module() {
    static const TarModule* const loaded = [] {
        void* symbol = symbol_in_module("demarc-tar.so", tar_symbol, "this module reads tar archives");
        return reinterpret_cast<const TarModule* (*)()>(symbol)();
    }();
    return *loaded;
}

class Taker final : public TarVisitor {
public:
    Taker(std::uintmax_t max_bytes, const std::function<bool(const std::string&)>& is_wanted,
          const std::function<void(std::string, std::string)>& take)
        : max_bytes_{max_bytes}, is_wanted_{is_wanted}, take_{take} {}

    bool begins(const std::string& name, std::uintmax_t bytes) override {
        if (bytes > max_bytes_ - unpacked_) { refuse_size(max_bytes_); }
        if (is_litter(name) || !is_wanted_(name)) { return false; }
        name_ = name;
        bytes_.clear();
        return true;
    }
    void more(std::string_view bytes) override {
        if (bytes.size() > max_bytes_ - bytes_.size()) { refuse_size(max_bytes_); }
        bytes_.append(bytes);
    }
    void ends() override { take_(std::move(name_), std::move(bytes_)); }
    void unpacked(std::uintmax_t bytes) override {
        if (bytes > max_bytes_) { refuse_size(max_bytes_); }
        unpacked_ = bytes;
    }

private:
    std::uintmax_t max_bytes_, unpacked_ = 0;
    const std::function<bool(const std::string&)>& is_wanted_;
    const std::function<void(std::string, std::string)>& take_;
    std::string name_, bytes_;
};

}  // namespace

void each_in_tar(std::string_view archive, std::uintmax_t max_bytes,
                 const std::function<bool(const std::string& name)>& is_wanted,
                 const std::function<void(std::string name, std::string bytes)>& take) {
    Taker taker{max_bytes, is_wanted, take};
    tar_module().visit(archive, taker);
}

std::vector<std::string> tar_names(std::string_view archive, std::uintmax_t max_bytes) {
    std::vector<std::string> names;
    const auto note = [&names](const std::string& name) {
        names.push_back(name);
        return false;
    };
    each_in_tar(archive, max_bytes, note, {});
    return names;
}

std::string untar(std::string_view archive, const std::string& name, std::uintmax_t max_bytes) {
    std::string content;
    each_in_tar(
        archive, max_bytes, [&name](const std::string& other) { return other == name; },
        [&content](const std::string&, std::string bytes) { content = std::move(bytes); });
    return content;
}

}  // namespace geo::detail
