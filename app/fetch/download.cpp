// SPDX-License-Identifier: MIT
#include "app/fetch/download.h"

#include "app/clock.h"
#include "app/console.h"
#include "app/fetch/exchange.h"
#include "app/fetch/part_file.h"
#include "app/fetched/address.h"
#include "app/receipt/sha256.h"
#include "geo/error.h"
#include "geo/file.h"
#include "geo/setting.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>

namespace app {

namespace {

namespace fs = std::filesystem;

/// "bytes 100-199/200"
struct ContentRange {
    std::uint64_t first = 0, last = 0;
    std::optional<std::uint64_t> all;
};

std::optional<ContentRange> content_range(std::string_view text) {
    constexpr std::string_view unit = "bytes ";
    if (!text.starts_with(unit)) { return std::nullopt; }
    text.remove_prefix(unit.size());
    const auto number = [&text](char before, std::uint64_t& value) {
        if (before != '\0' && (text.empty() || text.front() != before)) { return false; }
        text.remove_prefix(before == '\0' ? 0 : 1);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        return error == std::errc{};
    };
    ContentRange range;
    if (!number('\0', range.first) || !number('-', range.last)) { return std::nullopt; }
    if (text == "/*") { return range; }
    std::uint64_t all = 0;
    if (!number('/', all) || !text.empty()) { return std::nullopt; }
    range.all = all;
    return range;
}

std::string in_megabytes(std::uint64_t bytes) {
    constexpr double mega = 1e6;
    return fmt::format("{:.1f}", static_cast<double>(bytes) / mega);
}

class Download {
public:
    Download(const FetchOptions& options, Console& console)
        : options_{options}, console_{console}, shown_{shown_address(options.address)}, target_{options.file} {}

    void run();

private:
    void look_at_target();
    std::vector<std::string> headers(const PartFile& part) const;
    bool begin(const Answer& answer, PartFile& part);
    bool take(std::string_view bytes, PartFile& part);
    bool goes_on(const Answer& answer, const PartFile& part) const;
    void require_whole(const Exchanged& exchanged, const PartFile& part) const;
    void keep(const Exchanged& exchanged, PartFile& part);

    const FetchOptions& options_;
    Console& console_;
    std::string shown_, target_;
    bool has_secrets_ = false;  ///< in the query: addresses that differ in them alone look the same in a record
    std::optional<SourceRecord> earlier_;  ///< of the file that is there, if it is what the record says
    bool resumes_ = false;                 ///< asks for the rest of a part
    bool is_writing_ = false, begins_anew_ = false;
    std::optional<std::uint64_t> expected_;  ///< bytes of the whole file
};

void Download::look_at_target() {
    std::error_code none;
    if (fs::is_symlink(target_, none) && fs::exists(target_, none)) { target_ = fs::canonical(target_).string(); }
    if (!fs::exists(target_, none)) { return; }
    const std::optional<SourceRecord> record = read_source_record(record_path(target_));
    const bool is_the_same = !has_secrets_ && record && record->address == shown_ &&
                             record->bytes == fs::file_size(target_) && record->sha256 == sha256_of_file(target_);
    if (is_the_same) { earlier_ = record; }
    if (is_the_same || options_.overwrite) { return; }
    throw geo::Error{!record        ? "the output exists already"
                     : has_secrets_ ? "the output exists already, and no record tells addresses with keys apart"
                     : record->address != shown_ ? "the output exists already, and comes from another address"
                                                 : "the output exists already, and is not what was fetched",
                     "add " + geo::setting("overwrite") + " to replace it", geo::Error::Kind::bad_usage}
        .at({options_.file});
}

std::vector<std::string> Download::headers(const PartFile& part) const {
    if (resumes_) {
        const PartRecord& record = *part.record();
        const bool is_strong = !record.etag.empty() && !record.etag.starts_with("W/");
        return {fmt::format("Range: bytes={}-", part.size()),
                "If-Range: " + (is_strong ? record.etag : record.last_modified)};
    }
    if (!earlier_) { return {}; }
    if (!earlier_->etag.empty()) { return {"If-None-Match: " + earlier_->etag}; }
    if (!earlier_->last_modified.empty()) { return {"If-Modified-Since: " + earlier_->last_modified}; }
    return {};
}

/// Is a part of an answer the one that was asked for? Some servers do not look at If-Range.
bool Download::goes_on(const Answer& answer, const PartFile& part) const {
    const std::optional<ContentRange> range = content_range(answer.header("content-range"));
    const PartRecord& record = *part.record();
    const bool is_same_file = answer.header("etag") == record.etag &&
                              (record.last_modified.empty() || answer.header("last-modified") == record.last_modified);
    return range && range->first == part.size() && is_same_file &&
           (!range->all || (range->last + 1 == *range->all && range->last >= range->first));
}

bool Download::begin(const Answer& answer, PartFile& part) {
    is_writing_ = begins_anew_ = false;
    if (answer.status == 304) { return false; }
    if (answer.status == 416 || (answer.status == 206 && !(resumes_ && goes_on(answer, part)))) {
        begins_anew_ = true;
        return false;
    }
    if (answer.status == 206) {
        expected_ = content_range(answer.header("content-range"))->all;
        if (!expected_ && answer.length) { expected_ = part.size() + *answer.length; }
        console_.say(fmt::format("going on after the {} bytes that have come",
                                 with_thousands(static_cast<double>(part.size()))));
    } else {
        if (earlier_ && !options_.overwrite) {
            throw geo::Error{
                "the server has another file there by now, or cannot say that it is the same; yours is left",
                "add " + geo::setting("overwrite") + " to replace it, or name another file",
                geo::Error::Kind::bad_usage}
                .at({options_.file});
        }
        if (resumes_) {
            console_.say("the server sends all of it anew: it has changed, or cannot go on in the middle");
        }
        expected_ = answer.length;
        part.begin_anew({shown_, answer.header("etag"), answer.header("last-modified")});
    }
    is_writing_ = true;
    if (expected_ && *expected_ > options_.max_bytes) {
        throw geo::Error{fmt::format("it has {} bytes, which is more than {}", *expected_, options_.max_bytes),
                         geo::setting("max-size", "4GB") + " raises that limit", geo::Error::Kind::bad_usage}
            .at({shown_});
    }
    return true;
}

bool Download::take(std::string_view bytes, PartFile& part) {
    if (!is_writing_) { return false; }
    if (part.size() + bytes.size() > options_.max_bytes) {
        throw geo::Error{fmt::format("it has more than {} bytes", options_.max_bytes),
                         geo::setting("max-size", "4GB") + " raises that limit", geo::Error::Kind::bad_usage}
            .at({shown_});
    }
    part.append(bytes);
    console_.progress(expected_ ? tr("{} of {} MB", in_megabytes(part.size()), in_megabytes(*expected_))
                                : tr("{} MB", in_megabytes(part.size())));
    return true;
}

void Download::require_whole(const Exchanged& exchanged, const PartFile& part) const {
    const bool is_whole = exchanged.ending == Ending::whole && (!expected_ || *expected_ == part.size());
    if (is_whole && part.size() > 0) { return; }
    const std::string remedy = part.size() > 0 && part.record() && !has_secrets_
                                   ? tr("what has come is kept: run the same again, and it goes on from there")
                                   : tr("run the same again");
    if (is_whole) { throw geo::Error{"the answer is empty", remedy}.at({shown_}); }
    const std::string so_far = expected_ ? tr("{} of {} bytes", part.size(), *expected_) : tr("{} bytes", part.size());
    if (exchanged.ending == Ending::stalled) {
        throw geo::Error{fmt::format("nothing more came for {} s, after {}", options_.timeout.count(), so_far), remedy}
            .at({shown_});
    }
    throw geo::Error{fmt::format("the answer ended early, after {}", so_far), remedy}.at({shown_});
}

void Download::keep(const Exchanged& exchanged, PartFile& part) {
    const Answer& answer = exchanged.answer;
    if (!options_.overwrite && geo::exists(target_)) {
        throw geo::Error{"the output has come meanwhile", "add " + geo::setting("overwrite") + " to replace it",
                         geo::Error::Kind::bad_usage}
            .at({options_.file});
    }
    SourceRecord record{shown_,
                        shown_address(exchanged.address.url),
                        to_text(now()),
                        part.size(),
                        part.finish(),
                        answer.header("etag"),
                        answer.header("last-modified"),
                        answer.header("content-type"),
                        options_.source,
                        {}};
    geo::write_file(record_path(target_), to_json(record), true);
    part.move_into_place(options_.overwrite);
    console_.say(fmt::format("wrote {}: {} bytes with the SHA-256 {}", options_.file,
                             with_thousands(static_cast<double>(record.bytes)), record.sha256));
    console_.say(fmt::format("wrote {}: where it comes from", record_path(options_.file)));
    if (!answer.length && answer.header("transfer-encoding").empty()) {
        console_.note("the server did not say how long it is: whether it is whole only its content tells");
    }
    if (record.content_type.starts_with("text/html")) {
        console_.note("the server calls it a web page (text/html): look whether it is what you asked for");
    }
}

void Download::run() {
    const Address address = address_of(options_.address);
    has_secrets_ = shown_address(address.url) != address.url;
    look_at_target();
    PartFile part{target_};
    Exchange exchange{console_, options_.timeout, options_.wait};
    const Receiver receiver{[&](const Answer& answer) { return begin(answer, part); },
                            [&](std::string_view bytes) { return take(bytes, part); }};
    resumes_ = !has_secrets_ && part.record() && part.record()->address == shown_ && (!earlier_ || options_.overwrite);
    while (true) {
        Exchanged exchanged;
        try {
            exchanged = exchange.get(address, headers(part), receiver);
        } catch (const geo::Error&) {
            if (is_writing_) { part.discard(); }  // it lied about its length, is too large, or the disk is full
            throw;
        }
        if (exchanged.answer.status == 304 && earlier_) {
            return console_.say(fmt::format("{} is what the server has, fetched {}", options_.file, earlier_->fetched));
        }
        if (!begins_anew_) {
            if (!is_writing_) {
                throw geo::Error{
                    fmt::format("the server answers {}, which was not asked for", exchanged.answer.status_words())}
                    .at({shown_});
            }
            require_whole(exchanged, part);
            return keep(exchanged, part);
        }
        if (!resumes_) {
            throw geo::Error{
                fmt::format("the server answers {}, which was not asked for", exchanged.answer.status_words())}
                .at({shown_});
        }
        console_.say("what has come does not fit what the server has now: beginning anew");
        resumes_ = false;
    }
}

}  // namespace

void download(const FetchOptions& options, Console& console) {
    Download{options, console}.run();
}

}  // namespace app
