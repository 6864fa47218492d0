// SPDX-License-Identifier: MIT
#include "app/receipt/sha256.h"

#include "geo/error.h"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <fstream>

namespace app {

namespace {

void add(sha256_ctx& context, std::string_view bytes) {
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string digest_of(sha256_ctx& context) {
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    std::string text;
    for (const std::uint8_t byte : digest) { text += fmt::format("{:02x}", byte); }
    return text;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    add(context, bytes);
    return digest_of(context);
}

std::string sha256_of_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    sha256_ctx context;
    sha256_init(&context);
    std::array<char, 1 << 16> buffer;
    while (file.read(buffer.data(), buffer.size()), file.gcount() > 0) {
        add(context, {buffer.data(), static_cast<std::size_t>(file.gcount())});
    }
    if (!file.eof()) { throw geo::Error{"cannot be read"}.at({path}); }
    return digest_of(context);
}

}  // namespace app
