// SPDX-License-Identifier: MIT
#include "geo/detail/gzip.h"

#include "geo/detail/handles.h"
#include "geo/error.h"
#include "geo/setting.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <vector>

namespace geo::detail {

namespace {

constexpr std::size_t most_at_once = std::size_t{1} << 30;  // zlib counts in 32 bits

std::string size_words(std::uintmax_t bytes) {
    constexpr std::array units{"bytes", "kB", "MB", "GB", "TB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (size >= 1000 && unit + 1 < units.size()) {
        size /= 1000;
        ++unit;
    }
    return fmt::format("{:.3g} {}", size, units[unit]);
}

/// Unpacks one member from the start of `packed`, which then begins after it.
void add_member(std::string_view& packed, std::string& bytes, std::uintmax_t max_bytes) {
    z_stream stream{};
    constexpr int expect_gzip = 16 + MAX_WBITS;
    if (inflateInit2(&stream, expect_gzip) != Z_OK) { throw Error{"cannot unpack gzip"}; }
    const Owned<z_stream, inflateEnd> owner{&stream};
    std::vector<char> buffer(std::size_t{1} << 16);
    int status = Z_OK;
    while (status != Z_STREAM_END) {
        const std::size_t given = std::min(packed.size(), most_at_once);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream.avail_in = static_cast<uInt>(given);
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        status = inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = buffer.size() - stream.avail_out;
        packed.remove_prefix(given - stream.avail_in);
        if (made > max_bytes - bytes.size()) { refuse_size(max_bytes); }
        bytes.append(buffer.data(), made);
        if (status != Z_OK && status != Z_STREAM_END) {
            const bool is_cut = status == Z_BUF_ERROR && packed.empty();
            throw Error{is_cut ? "the gzip data is cut short" : "the gzip data is damaged", "fetch or pack it again"};
        }
    }
}

}  // namespace

void refuse_size(std::uintmax_t max_bytes) {
    throw Error{
        fmt::format("its content is larger than {} once unpacked", size_words(max_bytes)),
        "if it is meant to be, allow more: " + setting("max-size", fmt::format("{}GB", max_bytes / 500'000'000 + 1)),
        Error::Kind::bad_usage};
}

bool is_gzip(std::string_view bytes) {
    return bytes.starts_with("\x1f\x8b");
}

std::string gunzip(std::string_view packed, std::uintmax_t max_bytes) {
    std::string bytes;
    while (is_gzip(packed)) { add_member(packed, bytes, max_bytes); }
    if (packed.find_first_not_of('\0') != std::string_view::npos) {
        throw Error{fmt::format("{} bytes that are no gzip follow the gzip data", packed.size()),
                    "fetch or pack it again"};
    }
    return bytes;
}

}  // namespace geo::detail
