// SPDX-License-Identifier: MIT
#include "app/receipt/rerun.h"

#include "app/self.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace app {

namespace {

namespace fs = std::filesystem;

/// A file may come by mail: its receipt runs what only measures and draws.
void require_measuring(const Receipt& receipt) {
    constexpr std::array known{"areas",  "compare", "sums",   "export", "track", "view",   "render",
                               "report", "at",      "places", "units",  "plans", "measure"};
    const std::string command = receipt.command.empty() ? "" : receipt.command.front();
    if (std::find(known.begin(), known.end(), command) == known.end()) {
        throw geo::Error{fmt::format("its receipt names the command \"{}\", which makes no such file", command)};
    }
    if ((command == "view" || command == "render" || command == "report") && receipt.output.empty()) {
        throw geo::Error{"its receipt names no picture"};
    }
}

std::string content_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

ScratchFolder::ScratchFolder() {
    path_ = (fs::temp_directory_path() / "demarc-verify-XXXXXX").string();
    if (mkdtemp(path_.data()) == nullptr) {
        throw geo::Error{fmt::format("cannot make a folder for what is made again: {}", std::strerror(errno))};
    }
}

ScratchFolder::~ScratchFolder() {
    std::error_code none;
    fs::remove_all(path_, none);
}

Rerun::Rerun(const Receipt& receipt) {
    require_measuring(receipt);
    const fs::path folder{folder_.path()}, made = folder / "made";
    fs::create_directory(made);
    const std::string errors = (folder / "stderr").string(), out = (folder / "stdout").string();
    path_ = receipt.output.empty() ? out : (made / fs::path{receipt.output}.filename()).string();
    if (run_self(receipt.command, made.string(), errors, out) != 0) {
        const std::string said = content_of(errors);
        throw geo::Error{"its command fails now: " + said.substr(0, said.find_last_not_of('\n') + 1)};
    }
    if (!fs::exists(path_)) { throw geo::Error{"its command does not write " + receipt.output}; }
}

}  // namespace app
