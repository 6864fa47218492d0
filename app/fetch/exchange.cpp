// SPDX-License-Identifier: MIT
#include "app/fetch/exchange.h"

#include "app/clock.h"
#include "app/console.h"
#include "app/fetch/interruption.h"
#include "app/fetched/address.h"
#include "geo/error.h"
#include "geo/safe_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace app {

namespace {

constexpr std::size_t most_redirects = 10, most_said = 4096;

bool is_redirect(const Answer& answer) {
    constexpr std::array statuses{301L, 302L, 303L, 307L, 308L};
    return std::find(statuses.begin(), statuses.end(), answer.status) != statuses.end() &&
           !answer.header("location").empty();
}

bool is_for_receiver(const Answer& answer) {
    constexpr std::array statuses{200L, 206L, 304L, 416L};
    return std::find(statuses.begin(), statuses.end(), answer.status) != statuses.end();
}

/// Of a web page its title: the rest, without its layout, reads as one word after the other.
std::string title_or_all(const std::string& said) {
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    const auto find = [&](std::string_view words, std::string::const_iterator from) {
        return std::search(from, said.end(), words.begin(), words.end(), same);
    };
    const auto begin = find("<title", said.begin()), text = std::find(begin, said.end(), '>');
    const auto end = find("</title", text);
    return end == said.end() ? said : std::string{text + 1, end};
}

/// The start of what a server said, without the marks of a page.
std::string start_of(const std::string& said) {
    constexpr std::size_t shown = 200;
    std::string words;
    bool is_mark = false;
    for (const char letter : title_or_all(said)) {
        if (letter == '<' || letter == '>') {
            is_mark = letter == '<';
            words += ' ';
        } else if (!is_mark) {
            words += letter;
        }
    }
    std::string plain = geo::plain_text(words);
    plain.erase(std::unique(plain.begin(), plain.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
                plain.end());
    plain.erase(0, plain.find_first_not_of(' '));
    plain.erase(plain.find_last_not_of(' ') + 1);
    return printable(plain, shown);
}

/// Where the next request goes. A way that others can change in passing is not gone down from one that they cannot.
Address next_of(const Address& from, const Answer& answer) {
    const std::string next = resolved(from.url, answer.header("location"));
    if (!next.starts_with("http://") && !next.starts_with("https://")) {
        throw geo::Error{fmt::format("{} sends on to {}, which is no address of http or https", shown_address(from.url),
                                     shown_address(next)),
                         "nothing was read from there"};
    }
    Address address = address_of(next);
    if (from.is_secure && !address.is_secure) {
        throw geo::Error{
            fmt::format("{} sends on to {}, which is not encrypted", shown_address(from.url), shown_address(next)),
            "fetch that address itself if you trust the way to it"};
    }
    if (address.user_info.empty() && address.origin == from.origin) { address.user_info = from.user_info; }
    return address;
}

std::optional<std::chrono::seconds> retry_after(const Answer& answer) {
    const std::string text = answer.header("retry-after");
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error == std::errc{} && end == text.data() + text.size() && seconds >= 0) {
        return std::chrono::seconds{seconds};
    }
    const std::optional<std::int64_t> date = http_date(text);
    if (text.empty() || !date) { return std::nullopt; }
    return std::chrono::seconds{std::max<std::int64_t>(*date - now().time_since_epoch().count(), 0)};
}

/// With what shown_address() hides.
std::string secret_form(const Address& address) {
    const std::size_t host = address.url.find("://") + 3;
    return address.url.substr(0, host) + address.user_info + "@" + address.url.substr(host);
}

[[noreturn]] void refuse(const Answer& answer, const std::string& said, const Address& address) {
    const std::string shown = shown_address(address.url), words = start_of(without_secrets(said, secret_form(address))),
                      status = answer.status_words();
    const std::string remedy = answer.status == 404   ? tr("check the address, and the date in it")
                               : answer.status == 401 ? tr("it wants a user and a password: https://USER:PASSWORD@…")
                                                      : "";
    if (words.empty()) { throw geo::Error{fmt::format("the server answers {}", status), remedy}.at({shown}); }
    throw geo::Error{fmt::format("the server answers {}: {}", status, words), remedy}.at({shown});
}

}  // namespace

void Exchange::wait_for(const Answer& answer, const std::string& said, const Address& address) {
    const std::optional<std::chrono::seconds> asked = retry_after(answer);
    if (!asked) { refuse(answer, said, address); }
    constexpr std::chrono::hours most{24 * 365};
    const std::string status = answer.status_words();
    if (*asked > most) {
        throw geo::Error{fmt::format("the server answers {}, and asks to wait for {} s", status, asked->count())}.at(
            {shown_address(address.url)});
    }
    const std::chrono::seconds time = std::max(*asked, std::chrono::seconds{1});  // that 0 for ever has an end
    if (time > wait_) {
        throw geo::Error{fmt::format("the server answers {}, and asks to wait for {} s, until {}", status,
                                     asked->count(), to_text(now() + *asked)),
                         "run the same again then, or wait for it with --wait"}
            .at({shown_address(address.url)});
    }
    console_.say(fmt::format("the server answers {}: waiting for {} s as it asks", status, asked->count()));
    wait_ -= time;
    sleep_for(time);
}

Exchanged Exchange::get(const Address& asked, const std::vector<std::string>& headers, const Receiver& receiver) {
    Exchanged result;
    result.address = asked;
    for (std::size_t redirects = 0;;) {
        std::string said;
        const auto begin = [&](const Answer& answer) {
            result.answer = answer;
            if (is_redirect(answer)) { return false; }
            return !is_for_receiver(answer) || receiver.begin(answer);
        };
        const auto take = [&](std::string_view bytes) {
            if (is_for_receiver(result.answer)) { return receiver.take(bytes); }
            said += bytes.substr(0, most_said - said.size());
            return said.size() < most_said;
        };
        result.ending = client_.get({result.address, headers, timeout_}, {begin, take, [] { stop_if_interrupted(); }});
        if (is_for_receiver(result.answer)) { return result; }
        if (is_redirect(result.answer)) {
            if (++redirects > most_redirects) {
                throw geo::Error{fmt::format("the server sends on more than {} times", most_redirects),
                                 "it may send on in a circle"}
                    .at({shown_address(asked.url)});
            }
            result.address = next_of(result.address, result.answer);
            console_.say(fmt::format("sent on to {}", shown_address(result.address.url)));
        } else if (result.answer.status == 429 || result.answer.status == 503) {
            wait_for(result.answer, said, result.address);
        } else {
            refuse(result.answer, said, result.address);
        }
    }
}

}  // namespace app
