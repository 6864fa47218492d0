// SPDX-License-Identifier: MIT
#include "geo/detail/handles.h"
#include "geo/detail/tar.h"
#include "geo/error.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>

namespace geo::detail {

namespace {

constexpr const char* again = "fetch or pack it again";

using Archive = Owned<archive, archive_read_free>;

[[noreturn]] void refuse_damage(archive* opened) {
    const char* reason = archive_error_string(opened);
    throw Error{fmt::format("the tar archive is damaged or cut short: {}", reason == nullptr ? "" : reason), again};
}

/// Tar ends in two blocks of zeros; without them nobody can tell a whole archive from one that lost its last files.
void require_end(std::string_view bytes) {
    constexpr std::size_t two_blocks = 1024;
    const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), two_blocks));
    if (tail.find_first_not_of('\0') == std::string_view::npos && tail.size() == two_blocks) { return; }
    throw Error{"the tar archive is cut short: its end is missing", again};
}

Archive open(std::string_view bytes) {
    Archive opened{archive_read_new()};
    archive_read_support_format_tar(opened.get());
    archive_read_support_filter_gzip(opened.get());
    archive_read_support_filter_xz(opened.get());
    archive_read_support_filter_bzip2(opened.get());
    archive_read_support_filter_zstd(opened.get());
    if (archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
        refuse_damage(opened.get());
    }
    return opened;
}

std::string name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) { name = archive_entry_pathname(entry); }
    const std::string path = name == nullptr ? "" : name;
    return path.starts_with("./") ? path.substr(2) : path;
}

void say_how_far(archive* opened, TarVisitor& visitor) {
    visitor.unpacked(static_cast<std::uintmax_t>(std::max<la_int64_t>(0, archive_filter_bytes(opened, 0))));
}

/// What a sparse file does not store.
void hand_on_zeros(la_int64_t count, TarVisitor& visitor) {
    constexpr la_int64_t at_once = 1 << 16;
    const std::string zeros(static_cast<std::size_t>(std::min(count, at_once)), '\0');
    for (; count > 0; count -= at_once) {
        visitor.more(std::string_view{zeros}.substr(0, static_cast<std::size_t>(std::min(count, at_once))));
    }
}

void hand_on(archive* opened, la_int64_t file_size, TarVisitor& visitor) {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t at = 0, end = 0;
    for (;;) {
        const int status = archive_read_data_block(opened, &block, &size, &at);
        if (status == ARCHIVE_EOF) { break; }
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) { refuse_damage(opened); }
        say_how_far(opened, visitor);
        if (at < end || at > file_size || size > static_cast<std::uintmax_t>(file_size - at)) {
            throw Error{"the tar archive is damaged: a file is longer than it says", again};
        }
        hand_on_zeros(at - end, visitor);
        visitor.more({static_cast<const char*>(block), size});
        end = at + static_cast<la_int64_t>(size);
    }
    hand_on_zeros(file_size - end, visitor);
    visitor.ends();
}

void visit(std::string_view bytes, TarVisitor& visitor) {
    const Archive opened = open(bytes);
    archive_entry* entry = nullptr;
    for (;;) {
        const int status = archive_read_next_header(opened.get(), &entry);
        if (status == ARCHIVE_EOF) { break; }
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) { refuse_damage(opened.get()); }
        say_how_far(opened.get(), visitor);
        const std::string name = name_of(entry);
        const bool is_link = archive_entry_hardlink(entry) != nullptr || archive_entry_filetype(entry) == AE_IFLNK;
        if (!is_link && archive_entry_filetype(entry) != AE_IFREG) { continue; }
        if (!visitor.begins(name, static_cast<std::uintmax_t>(std::max<la_int64_t>(0, archive_entry_size(entry))))) {
            continue;
        }
        if (is_link) {
            throw Error{fmt::format("{} in it is a link to another file", name),
                        "pack it again with tar's -h and --hard-dereference"};
        }
        hand_on(opened.get(), archive_entry_size(entry), visitor);
    }
    if (archive_filter_code(opened.get(), 0) == ARCHIVE_FILTER_NONE) { require_end(bytes); }
}

}  // namespace

}  // namespace geo::detail

extern "C" __attribute__((visibility("default"))) const geo::detail::TarModule* demarc_tar() {
    static const geo::detail::TarModule module{geo::detail::visit};
    return &module;
}
