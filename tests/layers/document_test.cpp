// SPDX-License-Identifier: MIT
#include "layers/report/document.h"

#include "layers/model/field.h"

#include <gtest/gtest.h>

namespace {

using layers::report::Document;
using layers::report::Table;

Document small_document() {
    Document document;
    document.add(Document::Heading{"A <b> & c", 2, "first"});
    document.add_words("under_score *and* a | bar");
    document.add_words("");
    document.add(Document::Items{{{"K: a text (example.org/a)", "https://example.org/a", "example.org/a"}, {"plain"}}});
    Table table{{{&layers::field::unit}, {&layers::field::km2, layers::report::Shows::number}}};
    table.add({"a|b", 1.5});
    table.add_total({"all", 2.0});
    table.add_title("a title");
    document.add(Document::Figures{std::move(table), "Figures"});
    document.add(Document::Heading{"Second", 2, "second"});
    document.add_items({});
    return document;
}

TEST(Document, APageHasASectionForEveryHeadingOfTheSecondLevel) {
    const std::string html = to_html(small_document());
    EXPECT_NE(html.find("<section id=\"first\"><h2>A &lt;b&gt; &amp; c</h2>"), html.npos) << html;
    EXPECT_NE(html.find("</section>\n<section id=\"second\"><h2>Second</h2>\n</section>\n"), html.npos) << html;
    EXPECT_NE(html.find("<li>K: a text (<a href=\"https://example.org/a\">example.org/a</a>)</li>"), html.npos) << html;
    EXPECT_EQ(html.find("<p></p>"), html.npos);
}

/// Reference: CommonMark 0.31, and GitHub's extension of tables: a bar within a cell is escaped.
TEST(Document, MarkdownMarksUpNothingThatAFileSays) {
    const std::string text = to_markdown(small_document());
    EXPECT_NE(text.find("## A \\<b\\> & c\n"), text.npos) << text;
    EXPECT_NE(text.find("under\\_score \\*and\\* a \\| bar\n"), text.npos) << text;
    EXPECT_NE(text.find("- K: a text ([example.org/a](<https://example.org/a>))\n- plain\n"), text.npos) << text;
    EXPECT_NE(text.find("| unit | km² |\n| --- | ---: |\n| a\\|b | 1.5 |\n| **all** | **2** |\n| **a title** |  |\n"),
              text.npos)
        << text;
}

}  // namespace
