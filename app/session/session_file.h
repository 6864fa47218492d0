// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

/// What a window shows, as a file that somebody else opens: "story.demarc". Plans and files by name, as `demarc view`
/// takes them, and how they are looked at.
struct SessionFile {
    std::vector<std::string> plans;    ///< names of built-in ones, or files
    std::vector<std::string> options;  ///< "--control=FILE", "--where=…"
    std::string look = "{}";           ///< JSON of the viewer's own: see app/viewer/model/session.h
};

/// Ends the name as one does?
bool names_session(std::string_view path);

/// The text of a file that will lie at that path: files in its folder or below go by their names from there, others by
/// their whole path; each with its SHA-256. Throws geo::Error for what no other can open: standard input, a database.
std::string session_text(const SessionFile& session, const std::string& path);

/// Files by names that are right from here. Throws geo::Error, with the file, for text that is no session, and for
/// options that say anything else than what is read and how.
SessionFile read_session(const std::string& path);

/// Its files that are not as they were when it was saved, or are gone.
std::vector<std::string> changed_files(const std::string& path);

/// `demarc view story.demarc` as the words that it stands for, and "--session=story.demarc" behind them; any other
/// words as they are. Throws as read_session() does.
std::vector<std::string> with_session_opened(std::vector<std::string> words);

}  // namespace app
