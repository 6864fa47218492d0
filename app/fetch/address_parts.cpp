// SPDX-License-Identifier: MIT
#include "app/fetch/http.h"
#include "app/fetched/address.h"
#include "geo/error.h"

#include <curl/curl.h>
#include <fmt/format.h>

namespace app {

namespace {

using Url = std::unique_ptr<CURLU, decltype([](CURLU* url) { curl_url_cleanup(url); })>;
constexpr unsigned lenient = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE;

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK) { return {}; }
    const std::unique_ptr<char, decltype([](char* owned) { curl_free(owned); })> owner{text};
    return text;
}

}  // namespace

Address address_of(const std::string& text) {
    const Url url{curl_url()};
    const CURLUcode failed = curl_url_set(url.get(), CURLUPART_URL, text.c_str(), lenient);
    if (failed != CURLUE_OK) {
        const std::size_t host = text.rfind('@');  // what stands before may be a password with a slash in it
        throw geo::Error{fmt::format("\"{}\" is no address: {}",
                                     shown_address(host == std::string::npos ? text : "…" + text.substr(host)),
                                     curl_url_strerror(failed)),
                         "write it as https://example.org/file.geojson", geo::Error::Kind::bad_usage};
    }
    const std::string scheme = part(url.get(), CURLUPART_SCHEME);
    if (scheme != "http" && scheme != "https") {
        throw geo::Error{fmt::format("{}: only http and https are fetched, not {}", shown_address(text), scheme),
                         "give an address that begins with https://", geo::Error::Kind::bad_usage};
    }
    Address address;
    const std::string user = part(url.get(), CURLUPART_USER, CURLU_URLDECODE);
    const std::string password = part(url.get(), CURLUPART_PASSWORD, CURLU_URLDECODE);
    if (!user.empty() || !password.empty()) { address.user_info = user + ":" + password; }
    address.origin = fmt::format("{}://{}:{}", scheme, part(url.get(), CURLUPART_HOST),
                                 part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT));
    for (const CURLUPart secret : {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT}) {
        curl_url_set(url.get(), secret, nullptr, 0);
    }
    address.url = part(url.get(), CURLUPART_URL);
    address.is_secure = scheme == "https";
    return address;
}

std::string resolved(const std::string& from, const std::string& location) {
    const Url url{curl_url()};
    if (curl_url_set(url.get(), CURLUPART_URL, from.c_str(), lenient) != CURLUE_OK) { return location; }
    if (curl_url_set(url.get(), CURLUPART_URL, location.c_str(), lenient) != CURLUE_OK) { return location; }
    return part(url.get(), CURLUPART_URL);
}

std::optional<std::int64_t> http_date(const std::string& text) {
    const std::int64_t seconds = curl_getdate(text.c_str(), nullptr);
    return seconds < 0 ? std::nullopt : std::optional{seconds};
}

}  // namespace app
