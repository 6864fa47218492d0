// SPDX-License-Identifier: MIT
#include "layers/language/language.h"

#include "geo/error.h"
#include "geo/installed.h"

#include <libintl.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <filesystem>

namespace layers {

namespace {

namespace fs = std::filesystem;

constexpr const char* domain = "demarc";

std::string& spoken() {
    static std::string code = "en";
    return code;
}

}  // namespace

std::vector<std::string> languages() {
    std::vector<std::string> codes{"en"};
    std::error_code none;
    for (fs::directory_iterator at{geo::installed_texts(), none}; !none && at != fs::directory_iterator{};
         at.increment(none)) {
        if (fs::exists(at->path() / "LC_MESSAGES" / "demarc.mo", none)) { codes.push_back(at->path().filename()); }
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

void speak(const std::string& code) {
    const std::vector<std::string> known = languages();
    if (std::find(known.begin(), known.end(), code) == known.end()) {
        throw geo::Error{fmt::format("there are no texts in the language \"{}\"", code),
                         fmt::format("known are: {}", fmt::join(known, ", ")), geo::Error::Kind::bad_usage};
    }
    // gettext looks at LANGUAGE unless the locale is "C"; C.UTF-8 is there without any package of locales.
    setenv("LANGUAGE", code.c_str(), 1);
    setlocale(LC_MESSAGES, code == "en" ? "C" : "C.UTF-8");
    bindtextdomain(domain, geo::installed_texts().c_str());
    bind_textdomain_codeset(domain, "UTF-8");
    spoken() = code;
}

const std::string& language() {
    return spoken();
}

std::string tr(std::string_view english) {
    const std::string text{english};
    return agreeing(tr_text(text.c_str()));
}

const char* tr_text(const char* english) {
    const bool is_head = *english == '\0';  // gettext's "" is the catalogue's head
    return is_head || spoken() == "en" ? english : dgettext(domain, english);
}

std::size_t plural_form(unsigned long number) {
    // TRANSLATORS: no text, but the numbers of the forms in their order: 0, 1, 2. The forms themselves stand where
    // they are used, as "{} ⟨день|дні|днів⟩".
    const std::string form = spoken() == "en" ? "" : dngettext(domain, "the form for one", "the form for many", number);
    const bool is_numbered = form.size() == 1 && form.front() >= '0' && form.front() <= '9';
    return is_numbered ? static_cast<std::size_t>(form.front() - '0') : (number == 1 ? 0U : 1U);
}

std::string local_name(const std::string& name, const std::string& ukrainian) {
    return language() == "uk" && !ukrainian.empty() ? ukrainian : name;
}

}  // namespace layers
