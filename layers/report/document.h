// SPDX-License-Identifier: MIT
#pragma once

#include "layers/report/table.h"

#include <string>
#include <variant>
#include <vector>

namespace layers::report {

/// What a report says, as data: a page, Markdown and a PDF are written of the same.
struct Document {
    struct Heading {
        std::string text;
        int level = 2;
        std::string id{};  ///< by which a page's contents find a part
    };
    struct Paragraph {
        std::string text;
        bool is_faint = false;
    };
    struct Item {
        std::string text;
        std::string link{}, linked{};  ///< an address, and the words of the text that lead there
    };
    struct Items {
        std::vector<Item> items;
    };
    struct Figures {
        Table table;
        std::string caption;
    };
    using Block = std::variant<Heading, Paragraph, Items, Figures>;

    std::vector<Block> blocks;

    void add(Block block) { blocks.push_back(std::move(block)); }
    void add(Document other);
    void add_items(const std::vector<std::string>& lines);           ///< none of none
    void add_words(const std::string& text, bool is_faint = false);  ///< nothing of ""
};

/// The parts of a page: a heading of the second level begins a section.
std::string to_html(const Document& document);

/// CommonMark with the tables of GitHub's flavour; words out of files mark up nothing.
std::string to_markdown(const Document& document);

}  // namespace layers::report
