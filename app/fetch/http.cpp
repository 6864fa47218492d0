// SPDX-License-Identifier: MIT
#include "app/fetch/http.h"

#include "app/fetched/address.h"
#include "geo/error.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <exception>

namespace app {

namespace {

using Clock = std::chrono::steady_clock;

/// A server that was asked to close the connection has this long to do so behind the last byte that it announced.
constexpr std::chrono::seconds grace{2};

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) { return {}; }
    return std::string{text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1)};
}

std::uint64_t length_in(const std::string& text) {
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error == std::errc{} && end == text.data() + text.size()) { return length; }
    throw geo::Error{fmt::format("the server gives \"{}\" as the length of its answer", text), "nothing was written"};
}

std::string host_of(const Address& address) {
    return address.origin.substr(0, address.origin.rfind(':'));
}

}  // namespace

std::string Answer::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
}

std::string Answer::status_words() const {
    return reason.empty() ? fmt::format("{}", status) : fmt::format("{} {}", status, reason);
}

/// One transfer: what curl calls back. Nothing may be thrown through C, so it is kept.
struct Client::Handle {
    std::unique_ptr<CURL, decltype([](CURL* curl) { curl_easy_cleanup(curl); })> curl{curl_easy_init()};
    std::array<char, CURL_ERROR_SIZE> reason{};
    const Receiver* receiver = nullptr;
    std::chrono::seconds timeout{};
    Answer answer;
    bool has_begun = false, not_wanted = false, is_stalled = false;
    std::uint64_t received = 0;
    Clock::time_point last, complete_since;
    std::exception_ptr thrown;

    bool is_complete() const { return has_begun && answer.length && received == *answer.length; }

    /// Of a header, body or progress: false stops the transfer.
    template <class Work>
    bool guarded(const Work& work) {
        try {
            return work();
        } catch (...) {
            thrown = std::current_exception();
            return false;
        }
    }

    bool take_header(std::string_view line) {
        last = Clock::now();
        if (has_begun) { return true; }  // behind the body
        if (line.starts_with("HTTP/")) {
            answer = {};
            const std::string words = trimmed(line.substr(std::min(line.find(' '), line.size())));
            (void)std::from_chars(words.data(), words.data() + words.size(), answer.status);
            answer.reason = words.size() > 4 ? words.substr(4) : "";
            return true;
        }
        const std::size_t colon = line.find(':');
        if (colon != line.npos) {
            std::string name{line.substr(0, colon)};
            std::transform(name.begin(), name.end(), name.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
            const std::string value = trimmed(line.substr(colon + 1));
            if (name == "content-length") {
                const std::uint64_t length = length_in(value);
                if (answer.length && *answer.length != length) { length_in(value + ", " + answer.header(name)); }
                answer.length = length;
            }
            answer.headers[name] = value;
            return true;
        }
        if (!trimmed(line).empty() || answer.status < 200) { return true; }
        if (!answer.header("transfer-encoding").empty()) { answer.length.reset(); }
        has_begun = true;
        complete_since = last;
        not_wanted = !receiver->begin(answer);
        return !not_wanted;
    }

    bool take_body(std::string_view bytes) {
        last = complete_since = Clock::now();
        received += bytes.size();
        if (answer.length && received > *answer.length) {
            throw geo::Error{fmt::format("the server announced {} bytes and sends more", *answer.length),
                             "it may have changed the file meanwhile: try again"};
        }
        not_wanted = !receiver->take(bytes);
        return !not_wanted;
    }

    bool tick() {
        receiver->tick();
        const auto now = Clock::now();
        if (is_complete()) { return now - complete_since < grace; }
        is_stalled = now - last >= timeout;
        return !is_stalled;
    }

    static std::size_t on_header(char* data, std::size_t, std::size_t size, void* self) {
        auto* handle = static_cast<Handle*>(self);
        return handle->guarded([&] { return handle->take_header({data, size}); }) ? size : 0;
    }

    static std::size_t on_body(char* data, std::size_t, std::size_t size, void* self) {
        auto* handle = static_cast<Handle*>(self);
        return handle->guarded([&] { return handle->take_body({data, size}); }) ? size : 0;
    }

    static int on_tick(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
        auto* handle = static_cast<Handle*>(self);
        return handle->guarded([&] { return handle->tick(); }) ? 0 : 1;
    }

    void set_up(const Request& request, curl_slist* headers);
    [[noreturn]] void refuse(CURLcode code, const Address& address) const;
};

void Client::Handle::set_up(const Request& request, curl_slist* headers) {
    CURL* const easy = curl.get();
    curl_easy_reset(easy);
    curl_easy_setopt(easy, CURLOPT_URL, request.address.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_IGNORE_CONTENT_LENGTH, 1L);  // so that a body longer than announced is seen
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, static_cast<long>(request.timeout.count()));
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "demarc/" DEMARC_VERSION);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, reason.data());
    if (!request.address.user_info.empty()) {
        const std::string& user_info = request.address.user_info;
        const std::size_t colon = user_info.find(':');
        curl_easy_setopt(easy, CURLOPT_USERNAME, user_info.substr(0, colon).c_str());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, user_info.substr(colon + 1).c_str());
    }
    const auto from_environment = [easy](const char* variable, CURLoption option) {
        const char* value = std::getenv(variable);
        const bool is_set = value != nullptr && *value != '\0';
        if (is_set) { curl_easy_setopt(easy, option, value); }
        return is_set;
    };
    if (!from_environment("CURL_CA_BUNDLE", CURLOPT_CAINFO)) {
        from_environment("SSL_CERT_DIR", CURLOPT_CAPATH);
        from_environment("SSL_CERT_FILE", CURLOPT_CAINFO);
    }
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, on_tick);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, this);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
}

void Client::Handle::refuse(CURLcode code, const Address& address) const {
    const std::string host = host_of(address);
    const std::string words = reason.front() == '\0' ? curl_easy_strerror(code) : reason.data();
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            throw geo::Error{fmt::format("{} is not known to the network", host),
                             "check the address, and that there is a network"};
        case CURLE_COULDNT_CONNECT:
            throw geo::Error{fmt::format("no connection to {}: {}", address.origin, words), "try again later"};
        case CURLE_OPERATION_TIMEDOUT:
            throw geo::Error{fmt::format("no connection to {} within {} s", address.origin, timeout.count()),
                             "try again later, or wait longer with --timeout"};
        case CURLE_PEER_FAILED_VERIFICATION:
            throw geo::Error{fmt::format("the certificate of {} is not trusted: {}", host, words),
                             "whoever it is may be another; an authority of your own is named by SSL_CERT_FILE=CA.pem"};
        case CURLE_SSL_CACERT_BADFILE:
            throw geo::Error{fmt::format("the authorities' certificates cannot be read: {}", words),
                             "install ca-certificates, or name a file by SSL_CERT_FILE=CA.pem"};
        default:
            throw geo::Error{fmt::format("no answer from {}: {}", host, words), "try again later"};
    }
}

Client::Client() : handle_{std::make_unique<Handle>()} {
    if (!handle_->curl) { throw geo::Error{"libcurl cannot be started"}; }
}

Client::~Client() = default;

Ending Client::get(const Request& request, const Receiver& receiver) {
    using List = std::unique_ptr<curl_slist, decltype([](curl_slist* list) { curl_slist_free_all(list); })>;
    List headers;
    const auto add = [&headers](const std::string& line) {
        curl_slist* longer = curl_slist_append(headers.get(), line.c_str());
        (void)headers.release();
        headers.reset(longer);
    };
    add("Connection: close");
    for (const std::string& line : request.headers) { add(line); }
    Handle& handle = *handle_;
    handle.receiver = &receiver;
    handle.timeout = request.timeout;
    handle.answer = {};
    handle.has_begun = handle.not_wanted = handle.is_stalled = false;
    handle.received = 0;
    handle.last = Clock::now();
    handle.thrown = nullptr;
    handle.reason.fill('\0');
    handle.set_up(request, headers.get());
    const CURLcode code = curl_easy_perform(handle.curl.get());
    if (handle.thrown) { std::rethrow_exception(handle.thrown); }
    if (handle.not_wanted) { return Ending::not_wanted; }
    if (handle.is_complete()) { return Ending::whole; }
    if (handle.is_stalled) {
        if (handle.has_begun) { return Ending::stalled; }
        throw geo::Error{fmt::format("nothing came from {} for {} s", host_of(request.address), handle.timeout.count()),
                         "try again later, or wait longer with --timeout"};
    }
    if (!handle.has_begun) { handle.refuse(code == CURLE_OK ? CURLE_GOT_NOTHING : code, request.address); }
    const bool has_no_body = handle.answer.status == 204 || handle.answer.status == 304;
    return has_no_body || (code == CURLE_OK && !handle.answer.length) ? Ending::whole : Ending::cut_short;
}

}  // namespace app
