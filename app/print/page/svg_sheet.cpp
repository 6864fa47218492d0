// SPDX-License-Identifier: MIT
#include "app/print/page/svg_sheet.h"

#include "layers/map/hatch.h"
#include "layers/report/html.h"

#include <fmt/format.h>

#include <map>
#include <numbers>

namespace app::print {

namespace {

using layers::Colour;
using layers::Hatch;
using layers::Picture;
using layers::ScreenPoint;
using layers::Sheet;
using layers::report::escaped;

/// Two decimals, without zeros at the end.
std::string number(double value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) { text.pop_back(); }
    return text == "-0" ? "0" : text;
}

std::string hex(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b);
}

std::string opacity(const char* of, Colour colour) {
    return colour.a == 255 ? "" : fmt::format(" {}-opacity=\"{}\"", of, number(colour.a / 255.0));
}

std::string path_data(const std::vector<std::vector<ScreenPoint>>& paths, bool closed) {
    std::string data;
    for (const auto& path : paths) {
        const char* command = "M";
        for (const ScreenPoint& point : path) {
            data += fmt::format("{}{} {}", command, number(point.x), number(point.y));
            command = "L";
        }
        const bool ends_where_it_begins =
            path.size() > 2 && path.front().x == path.back().x && path.front().y == path.back().y;
        if (closed || ends_where_it_begins) { data += "Z"; }
    }
    return data;
}

/// Hatches by kind and colour, each a pattern of its own.
class Patterns {
public:
    explicit Patterns(std::string prefix) : prefix_{std::move(prefix)} {}

    std::string of(Hatch hatch, Colour colour) {
        const auto [found, is_new] = known_.try_emplace({static_cast<int>(hatch), hex(colour)}, known_.size() + 1);
        std::string id = fmt::format("{}hatch-{}", prefix_, found->second);
        if (is_new) { definitions_ += definition(id, hatch, colour); }
        return id;
    }
    const std::string& definitions() const { return definitions_; }

private:
    static std::string definition(const std::string& id, Hatch hatch, Colour colour) {
        const layers::HatchTile tile = layers::hatch_tile(hatch);
        std::string data, inside;
        for (const auto& [from, to] : tile.marks.lines) {
            data += fmt::format("M{} {}L{} {}", number(from.x), number(from.y), number(to.x), number(to.y));
        }
        for (const ScreenPoint& dot : tile.marks.dots) {
            inside += fmt::format(R"(<circle cx="{}" cy="{}" r="{}" fill="{}"/>)", number(dot.x), number(dot.y),
                                  number(layers::hatch_width_px), hex(colour));
        }
        if (!data.empty()) {
            inside += fmt::format(R"(<path d="{}" stroke="{}" stroke-width="{}" fill="none"/>)", data, hex(colour),
                                  number(layers::hatch_width_px));
        }
        return fmt::format(R"(<pattern id="{}" width="{}" height="{}" patternUnits="userSpaceOnUse">{}</pattern>)"
                           "\n",
                           id, number(tile.side), number(tile.side), inside);
    }

    std::string prefix_, definitions_;
    std::map<std::pair<int, std::string>, std::size_t> known_;
};

struct Writer {
    const TextLayout& layout;
    Patterns& patterns;
    std::string& svg;

    void operator()(const Sheet::Area& area) {
        const std::string data = path_data(area.rings, true);
        const auto add = [&](const std::string& fill) {
            svg += fmt::format(R"(<path fill-rule="evenodd" d="{}" {}><title>{}</title></path>)"
                               "\n",
                               data, fill, escaped(area.id));
        };
        if (area.is_target) { return add("class=\"target\" fill=\"#000000\" fill-opacity=\"0\""); }
        if (area.fill.a > 0) { add(fmt::format("fill=\"{}\"{}", hex(area.fill), opacity("fill", area.fill))); }
        if (area.hatch != Hatch::none) {
            add(fmt::format("fill=\"url(#{})\"", patterns.of(area.hatch, area.hatch_colour)));
        }
    }
    void operator()(const Sheet::Lines& lines) {
        svg += fmt::format(
            R"(<path fill="none" stroke-linejoin="round" stroke-linecap="round" d="{}" {}><title>{}</title></path>)"
            "\n",
            path_data(lines.paths, false), stroke(lines.colour, lines.width), escaped(lines.id));
    }
    void operator()(const Picture::Item& item) { std::visit(*this, item); }
    void operator()(const Picture::Box& box) {
        const std::string fill =
            box.fill.a > 0 ? fmt::format("fill=\"{}\"{}", hex(box.fill), opacity("fill", box.fill)) : "fill=\"none\"";
        svg += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" {}{}/>)"
                           "\n",
                           number(box.at.left), number(box.at.top), number(box.at.width()), number(box.at.height()),
                           fill, box.edge.a > 0 ? " " + stroke(box.edge, 1) : "");
    }
    void operator()(const Picture::Line& line) {
        svg += fmt::format(R"(<path d="M{} {}L{} {}" stroke-linecap="round" {}/>)"
                           "\n",
                           number(line.from.x), number(line.from.y), number(line.to.x), number(line.to.y),
                           stroke(line.colour, line.width));
    }
    void operator()(const Picture::Disc& disc) {
        const std::string fill = disc.fill.a > 0
                                     ? fmt::format("fill=\"{}\"{}", hex(disc.fill), opacity("fill", disc.fill))
                                     : "fill=\"none\"";
        svg += fmt::format(R"(<circle cx="{}" cy="{}" r="{}" {}{}/>)"
                           "\n",
                           number(disc.at.x), number(disc.at.y), number(disc.radius), fill,
                           disc.edge.a > 0 ? " " + stroke(disc.edge, disc.edge_width) : "");
    }
    void operator()(const Picture::Triangle& triangle) {
        svg += fmt::format("<path d=\"{}\" fill=\"{}\"/>\n",
                           path_data({{triangle.corners.begin(), triangle.corners.end()}}, true), hex(triangle.fill));
    }
    void operator()(const Picture::Words& words) {
        constexpr double halo_px = 3;
        const std::string halo = words.halo.a == 0 ? ""
                                                   : fmt::format(R"( paint-order="stroke" stroke-linejoin="round" {})",
                                                                 stroke(words.halo, halo_px));
        svg += fmt::format(R"(<text x="{}" y="{}" font-size="{}"{} fill="{}"{}>{}</text>)"
                           "\n",
                           number(words.at.x), number(words.at.y + layout.baseline_of(words.font, words.text)),
                           number(TextLayout::size_px(words.font)),
                           TextLayout::is_bold(words.font) ? " font-weight=\"600\"" : "", hex(words.colour), halo,
                           escaped(words.text));
    }
    void operator()(const Picture::Hatching& hatching) {
        svg += fmt::format(R"x(<rect x="{}" y="{}" width="{}" height="{}" fill="url(#{})"/>)x"
                           "\n",
                           number(hatching.at.left), number(hatching.at.top), number(hatching.at.width()),
                           number(hatching.at.height()), patterns.of(hatching.hatch, hatching.colour));
    }

private:
    static std::string stroke(Colour colour, double width) {
        return fmt::format("stroke=\"{}\"{} stroke-width=\"{}\"", hex(colour), opacity("stroke", colour),
                           number(width));
    }
};

/// An id of XML: of letters, figures and hyphens.
std::string id_of(const std::string& name) {
    std::string id;
    for (const char c : name) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_plain || (!id.empty() && id.back() != '-')) { id += is_plain ? c : '-'; }
    }
    return id;
}

}  // namespace

std::string to_svg(const Sheet& sheet, const TextLayout& layout, const SvgOptions& options) {
    Patterns patterns{options.prefix};
    std::string body, clips;
    Writer writer{layout, patterns, body};
    for (const Sheet::Group& group : sheet.groups) {
        const std::string id = options.prefix + id_of(group.id);
        std::string clip;
        if (group.clip) {
            clips += fmt::format(R"x(<clipPath id="clip-{}"><rect x="{}" y="{}" width="{}" height="{}"/></clipPath>)x"
                                 "\n",
                                 id, number(group.clip->left), number(group.clip->top), number(group.clip->width()),
                                 number(group.clip->height()));
            clip = fmt::format(" clip-path=\"url(#clip-{})\"", id);
        }
        body += fmt::format("<g id=\"{}\"{}>\n", id, clip);
        for (const Sheet::Item& item : group.items) { std::visit(writer, item); }
        body += "</g>\n";
    }
    const std::string size = options.is_inline
                                 ? std::string{}
                                 : fmt::format(R"( width="{}" height="{}")", number(sheet.width), number(sheet.height));
    std::string svg = options.is_inline ? "" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    svg += fmt::format(
        R"x(<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{0}title {0}desc"{1} viewBox="0 0 {2} {3}" )x"
        R"x(font-family="{4}" style="font-feature-settings:'tnum'">)x"
        "\n<title id=\"{0}title\">{5}</title>\n<desc id=\"{0}desc\">{6}</desc>\n",
        options.prefix, size, number(sheet.width), number(sheet.height), TextLayout::families(), escaped(sheet.title),
        escaped(options.description));
    if (!options.receipt.empty()) {
        svg += fmt::format("<metadata id=\"{}receipt\">{}</metadata>\n", options.prefix, escaped(options.receipt));
    }
    return svg + fmt::format(
                     "<defs>\n{}{}</defs>\n"
                     R"x(<rect width="{}" height="{}" fill="{}"/>)x"
                     "\n{}</svg>\n",
                     clips, patterns.definitions(), number(sheet.width), number(sheet.height), hex(sheet.background),
                     body);
}

}  // namespace app::print
