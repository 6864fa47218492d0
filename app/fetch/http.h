// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// An address in its parts. Throws geo::Error (bad usage) if it is none, or not one of http or https.
struct Address {
    std::string url;        ///< without user, password and fragment
    std::string user_info;  ///< "user:password", decoded; empty if there is none
    std::string origin;     ///< scheme, host and port: who is spoken to
    bool is_secure = false;
};

Address address_of(const std::string& text);

/// Where a redirect leads, seen from there; text that is no address stays as it is.
std::string resolved(const std::string& from, const std::string& location);

/// The head of an answer.
struct Answer {
    long status = 0;
    std::string reason;                          ///< "Not Found"; empty if the server gave none
    std::map<std::string, std::string> headers;  ///< names in lower case; of several of a name the last
    std::optional<std::uint64_t> length;         ///< of the body, by Content-Length
    std::string header(const std::string& name) const;
    std::string status_words() const;  ///< "404 Not Found"
};

struct Request {
    Address address;
    std::vector<std::string> headers;
    std::chrono::seconds timeout{30};  ///< for connecting, and in which nothing comes
};

/// What becomes of an answer: both return whether more of it is wanted.
struct Receiver {
    std::function<bool(const Answer&)> begin;
    std::function<bool(std::string_view)> take;
    std::function<void()> tick = [] {};  ///< now and then; may throw to stop it
};

/// How a body ended.
enum class Ending { whole, not_wanted, cut_short, stalled };

/// HTTP/1.1 with libcurl: one request, no redirects, proxies as curl finds them in the environment (http_proxy,
/// https_proxy, ALL_PROXY, NO_PROXY), certificates by CURL_CA_BUNDLE, SSL_CERT_FILE, SSL_CERT_DIR or the system's.
class Client {
public:
    Client();
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// Throws geo::Error if there is no answer, or it is longer than its Content-Length; what the receiver throws
    /// passes through.
    Ending get(const Request& request, const Receiver& receiver);

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
};

/// Seconds since 1970 of a date as HTTP writes it; nothing if it is none.
std::optional<std::int64_t> http_date(const std::string& text);

}  // namespace app
