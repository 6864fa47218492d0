#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Draw an exported plan as an SVG map with legend, scale bar and sources: the picture of the README.

    demarc export us-28-point plan.geojson --layer status,zone,line,units,places
    draw_map.py plan.geojson layers/builtin/neighbours.geojson .readme/us-28-point.svg

Only the standard library is used; the same input gives the same bytes. Colours and areas are those of the export: the
legend sums km2 over its features and measures nothing. The projection is equal-area, so equal land has equal size on
the page. Text is measured as if set in DejaVu Sans, which is wider than what takes its place where it is missing.
"""

import json
import math
import sys
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

WIDTH, HEADER, MAP_HEIGHT, MARGIN, LEGEND_GAP = 1200, 70, 714, 16, 10  # px
CENTRE = (31.2, 48.7)  # degrees east and north
SEA, LAND, INK, GREY = "#dce3e8", "#f3f0e9", "#1a1a1a", "#4a4f55"
LINE_WIDTH, FOOTER_SIZE = 2.6, 12
HALO = {"stroke": "#ffffff", "stroke_width": 3, "stroke_opacity": 0.85, "stroke_linejoin": "round",
        "paint_order": "stroke"}

EDGES = {"lonlat": "straight in longitude and latitude"}
HATCH_ANGLES = {"demilitarized": 45, "economic": -45, "international": 0, "special": 90}  # told apart without colour

# First come, first placed: one that finds no room is left out.
PLACES = ("Kyiv Kharkiv Donetsk Luhansk Kherson Zaporizhzhia Odesa Dnipro Mariupol Kramatorsk Sevastopol Simferopol "
          "Lviv Melitopol Pokrovsk Mykolaiv Sumy Vinnytsia Kerch Kupiansk").split()
SEAS = {"Black Sea": (31.4, 45.35), "Sea of Azov": (36.55, 46.05)}


class Box(NamedTuple):
    """A rectangle of the page, in pixels."""
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other):
        return (self.left < other.right and other.left < self.right
                and self.top < other.bottom and other.top < self.bottom)

    def inside(self, other):
        return (other.left <= self.left and self.right <= other.right
                and other.top <= self.top and self.bottom <= other.bottom)

    def grown(self, by):
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, point):
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom


# --- from degrees to pixels -------------------------------------------------------------------------------------------

FLATTENING = 1 / 298.257223563
ECCENTRICITY = math.sqrt(FLATTENING * (2 - FLATTENING))


def authalic_q(sine):
    e = ECCENTRICITY
    return (1 - e * e) * (sine / (1 - (e * sine) ** 2) + math.atanh(e * sine) / e)


AUTHALIC_RADIUS = 6378.137 * math.sqrt(authalic_q(1) / 2)  # km


def authalic_latitude(degrees):
    return math.asin(authalic_q(math.sin(math.radians(degrees))) / authalic_q(1))


def project(point):
    """Kilometres east and north of CENTRE: Lambert azimuthal equal-area, by way of the authalic sphere of WGS84."""
    east = math.radians(point[0] - CENTRE[0])
    north, origin = authalic_latitude(point[1]), authalic_latitude(CENTRE[1])
    cosine = math.sin(origin) * math.sin(north) + math.cos(origin) * math.cos(north) * math.cos(east)
    scale = AUTHALIC_RADIUS * math.sqrt(2 / (1 + cosine))
    return (scale * math.cos(north) * math.sin(east),
            scale * (math.cos(origin) * math.sin(north) - math.sin(origin) * math.cos(north) * math.cos(east)))


class View:
    """Fits points into the map, centred, with MARGIN on each side.

    `frame`, the part of the page that shows the map, is grown at its foot until something of the given width and height
    in its bottom left corner covers none of the points.
    """

    def __init__(self, points, corner_width, corner_height):
        east, north = zip(*map(project, points))
        self.px_per_km = min((WIDTH - 2 * MARGIN) / (max(east) - min(east)),
                             (MAP_HEIGHT - 2 * MARGIN) / (max(north) - min(north)))
        self.middle = ((max(east) + min(east)) / 2, (max(north) + min(north)) / 2)
        lowest = max((y for x, y in map(self.place, points) if x < corner_width), default=0)
        self.frame = Box(0, HEADER, WIDTH, max(HEADER + MAP_HEIGHT, math.ceil(lowest + corner_height)))

    def place(self, point):
        east, north = project(point)
        return (WIDTH / 2 + (east - self.middle[0]) * self.px_per_km,
                HEADER + MAP_HEIGHT / 2 - (north - self.middle[1]) * self.px_per_km)

    def shows(self, part):
        x, y = zip(*part)
        return Box(min(x), min(y), max(x), max(y)).overlaps(self.frame)


def parts_of(geometry):
    """The rings or lines of a geometry."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "MultiPolygon":
        return [ring for polygon in coordinates for ring in polygon]
    return {"Polygon": coordinates, "MultiLineString": coordinates}.get(kind, [coordinates])


def drawn(features, view):
    return [[view.place(point) for point in part] for feature in features for part in parts_of(feature["geometry"])]


# --- SVG --------------------------------------------------------------------------------------------------------------

def path_data(parts, close=True):
    """Relative moves in hundredths of a pixel: differences of rounded places, so that nothing drifts."""
    def pair(x, y):
        return f"{x / 100:g},{y / 100:g}"
    words = []
    for part in parts:
        places = [tuple(round(100 * value) for value in point) for point in (part[:-1] if close else part)]
        moves = [pair(x - from_x, y - from_y) for (from_x, from_y), (x, y) in zip(places, places[1:])]
        moves = [move for move in moves if move != "0,0"]
        if moves:
            words.append(f"M{pair(*places[0])}l{' '.join(moves)}{'z' if close else ''}")
    return "".join(words)


def tag(name, content=None, **attributes):
    """An element; an underscore in an attribute's name stands for a hyphen, and numbers are rounded to 0.01."""
    def shown(value):
        return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    words = "".join(f" {key.replace('_', '-')}={quoteattr(shown(value))}" for key, value in attributes.items())
    return f"<{name}{words}/>" if content is None else f"<{name}{words}>{content}</{name}>"


def text(words, x, y, size, **attributes):
    return tag("text", escape(words), x=float(x), y=float(y), font_size=size, **attributes)


def text_width(words, size):
    """In pixels, from the widest letter of each group in DejaVu Sans: 1 to 7 % too much for a name."""
    groups = ((0.3, "ijlIJ'"), (0.36, " .,:;|/f-·"), (0.42, "rt()!²"), (0.53, "sz?"), (0.6, "ckvxyFLP"),
              (0.7, "ABCEKRSTVXZ"), (0.82, "w"), (1.0, "mMW%—@"))

    def em(letter):
        return next((width for width, letters in groups if letter in letters), 0.79 if letter.isupper() else 0.64)
    return size * sum(map(em, words))


def wrapped(words, size, width):
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def on_white(colour, opacity):
    """What a see-through colour looks like on white: drawn opaque, it is the same everywhere, also in the legend."""
    parts = (int(colour[at:at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * opacity):02x}" for part in parts)


# --- the plan ---------------------------------------------------------------------------------------------------------

def of_layer(plan, layer):
    return [feature for feature in plan["features"] if feature["properties"]["layer"] == layer]


def grouped(features, *keys):
    groups = {}
    for feature in features:
        groups.setdefault(tuple(feature["properties"][key] for key in keys), []).append(feature)
    return groups


def statuses(plan):
    """Features by (status, holder): what Russia would hold first, and the larger before the smaller."""
    groups = grouped(of_layer(plan, "status"), "status", "holder")
    return dict(sorted(groups.items(), key=lambda item: (item[0][1] != "Russia", -area_sum(item[1]))))


def colour_of(features):
    properties = features[0]["properties"]
    return on_white(properties["fill"], properties["fill-opacity"])


def area_sum(features):
    return sum(feature["properties"]["km2"] for feature in features)


def area_words(features):
    unclear = any(feature["properties"]["unclear"] for feature in features)
    return f"{area_sum(features):,.0f}" + ("?" if unclear else "")


def hatch_patterns(zones):
    return "".join(
        tag("pattern", tag("rect", x=0, y=0, width=1.6, height=7, fill=features[0]["properties"]["stroke"]),
            id=f"hatch-{kind}", patternUnits="userSpaceOnUse", width=7, height=7,
            patternTransform=f"rotate({HATCH_ANGLES.get(kind, 20)})")
        for (kind,), features in sorted(grouped(zones, "kind").items()))


# --- the land ---------------------------------------------------------------------------------------------------------

def frame_rect(view, **attributes):
    return tag("rect", x=0, y=HEADER, width=WIDTH, height=view.frame.bottom - HEADER, **attributes)


def draw_land(plan, neighbours, view):
    context = [part for part in drawn(neighbours["features"], view) if view.shows(part)]
    yield frame_rect(view, fill=SEA)
    yield tag("path", d=path_data(context), fill=LAND, stroke="#b9b3a6", stroke_width=0.8)
    yield tag("use", href="#units", stroke=GREY, stroke_width=3)  # its outer half stays in sight: the border and coast
    for features in statuses(plan).values():
        colour = colour_of(features)
        yield tag("path", d=path_data(drawn(features, view)), fill=colour, stroke=colour, stroke_width=0.5)
    for (kind,), features in grouped(of_layer(plan, "zone"), "kind").items():
        yield tag("path", d=path_data(drawn(features, view)), fill=f"url(#hatch-{kind})",
                  stroke=features[0]["properties"]["stroke"], stroke_width=1.2)
    yield tag("use", href="#units", stroke=GREY, stroke_width=0.6, stroke_opacity=0.7)
    line = {"d": path_data(drawn(of_layer(plan, "line"), view), close=False), "fill": "none", "stroke": INK}
    yield tag("path", **line, stroke_width=0.8)  # thin where it runs beyond border and coast
    yield tag("path", **line, stroke_width=LINE_WIDTH, clip_path="url(#land)")


# --- the legend -------------------------------------------------------------------------------------------------------

class Legend:
    """Lines of text under each other, from the top left corner of a panel whose height grows with them."""

    WIDTH, EDGE, INDENT = 408, 12, 52
    RIGHT = WIDTH - EDGE

    def __init__(self):
        self.items, self.height = [], 8

    def line(self, words, value="", size=13, step=17, indent=INDENT, **attributes):
        self.height += step
        self.items.append(text(words, indent, self.height, size, **attributes))
        if value:
            self.value(value, 13)

    def value(self, words, size, **attributes):
        """Digits under digits: the question mark hangs to their right."""
        digits, right = words.rstrip("?"), self.RIGHT - 9
        self.items.append(text(digits, right, self.height, size, text_anchor="end", **attributes))
        if words != digits:
            self.items.append(text("?", right, self.height, size, **attributes))

    def swatch(self, **attributes):
        self.items.append(tag("rect", x=self.EDGE, y=self.height + 9, width=32, height=24,
                              **{"stroke": GREY, "stroke_width": 0.8, **attributes}))

    def status(self, name, holder, meaning, value, colour):
        self.swatch(fill=colour)
        self.height += 20
        words = (tag("tspan", escape(name), font_weight="bold", font_size=14)
                 + tag("tspan", escape(f"holder {holder}"), dx=8))
        self.items.append(tag("text", words, x=self.INDENT, y=self.height, font_size=13))
        self.value(value, 14, font_weight="bold")
        for words in wrapped(meaning, 12.5, self.RIGHT - self.INDENT):
            self.line(words, size=12.5, fill=GREY)

    def total(self, name, value):
        self.height += 9
        self.items.append(tag("path", d=f"M{self.EDGE},{self.height}H{self.RIGHT}", stroke="#b0b5ba"))
        self.line(name, value, step=19)

    def zone(self, name, kind, value, outline):
        """The value stands in the last line: names of zones are long."""
        self.swatch(fill=f"url(#hatch-{kind})", stroke=outline)
        self.height += 3
        for words in wrapped(name, 13, self.RIGHT - self.INDENT):
            self.line(words)
        self.line(f"{kind} zone, on land counted above", value, size=12.5, fill=GREY)

    def contact_line(self, name):
        self.line(f"{name}, thin off the land", step=24)
        self.items.append(tag("path", d=f"M{self.EDGE},{self.height - 4}h32", stroke=INK, stroke_width=LINE_WIDTH))

    def panel(self, frame):
        """The legend in the bottom left corner of the frame, and the room it takes."""
        height = self.height + LEGEND_GAP
        box = Box(LEGEND_GAP, frame.bottom - LEGEND_GAP - height, LEGEND_GAP + self.WIDTH, frame.bottom - LEGEND_GAP)
        back = tag("rect", width=self.WIDTH, height=height, rx=4, fill="#ffffff", stroke="#9aa0a6")
        return tag("g", back + "".join(self.items), transform=f"translate({box.left} {box.top})"), box


def legend_of(plan):
    legend, land = Legend(), of_layer(plan, "status")
    legend.line("Status of the land", "km²", indent=legend.EDGE, fill=GREY)
    for (status, holder), features in statuses(plan).items():
        legend.status(status, holder, features[0]["properties"]["meaning"], area_words(features), colour_of(features))
    legend.total("all units", area_words(land).rstrip("?"))
    for (_, name, kind), features in grouped(of_layer(plan, "zone"), "id", "name", "kind").items():
        legend.zone(name, kind, area_words(features), features[0]["properties"]["stroke"])
    for feature in of_layer(plan, "line"):
        legend.contact_line(feature["properties"]["name"])
    if area_words(land + of_layer(plan, "zone")).endswith("?"):
        legend.line("? the text is unclear on this land or on part of it", size=12.5, step=20, fill=GREY)
    return legend


def draw_scale_bar(view):
    """True at CENTRE, and less than 0.3 % off elsewhere in the frame."""
    kilometres, foot = 200, view.frame.bottom
    length = kilometres * view.px_per_km
    left, y = WIDTH - MARGIN - 36 - length, foot - MARGIN - 8
    middle, right = left + length / 2, left + length
    bar = (tag("rect", x=left, y=y - 6.0, width=right - left, height=6, fill="#ffffff", stroke=INK)
           + tag("rect", x=left, y=y - 6.0, width=middle - left, height=6, fill=INK))
    words = "".join(text(label, x, y - 12, 12, text_anchor="middle", **HALO)
                    for label, x in (("0", left), (f"{kilometres // 2}", middle), (f"{kilometres} km", right)))
    return bar + words, Box(left - 10, y - 26, WIDTH, foot)


# --- names ------------------------------------------------------------------------------------------------------------

def label_box(words, x, y, size, anchor="middle", spacing=0):
    width = text_width(words, size) + spacing * len(words)
    left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
    return Box(left, y - 0.8 * size, left + width, y + 0.25 * size)


def spots_around(point, size):
    """Where a name may stand beside its dot, best first: (x, y, anchor)."""
    x, y = point
    for dx, dy in ((6, 0.36), (5, -0.3), (5, 1.0), (-6, 0.36), (-5, -0.3), (-5, 1.0), (0, -0.55), (0, 1.3)):
        yield x + dx, y + dy * size, "start" if dx > 0 else "end" if dx < 0 else "middle"


def sampled(parts, step=3.0):
    """Points along lines, so that a box can be asked whether it hides a piece of them."""
    for part in parts:
        for (x, y), (to_x, to_y) in zip(part, part[1:]):
            pieces = max(1, round(math.hypot(to_x - x, to_y - y) / step))
            yield from ((x + (to_x - x) * at / pieces, y + (to_y - y) * at / pieces) for at in range(pieces))


def inside(point, rings):
    """Whether a ray to the east crosses the rings an odd number of times."""
    x, y = point
    return sum((y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
               for ring in rings for (x1, y1), (x2, y2) in zip(ring, ring[1:])) % 2 == 1


def edges_of(box):
    return [(box.left + (box.right - box.left) * part / 8, y) for part in range(9) for y in (box.top, box.bottom)]


def draw_places(plan, view, taken):
    """Dots and names, in the order of PLACES; a name takes the free spot that hides least of the line of contact,
    then the one that stands least on land of another status than its dot, then the one that hides least of borders."""
    size = 14
    land = {key: drawn(features, view) for key, features in statuses(plan).items()}

    def status_at(point):
        return next((key for key, rings in land.items() if inside(point, rings)), None)

    line, borders = (list(sampled(drawn(of_layer(plan, layer), view))) for layer in ("line", "units"))
    by_name = {feature["properties"]["name"]: feature for feature in of_layer(plan, "places")}
    dots = [(name, view.place(by_name[name]["geometry"]["coordinates"])) for name in PLACES if name in by_name]
    taken += [Box(x, y, x, y).grown(4) for _, (x, y) in dots]
    for name, dot in dots:
        free = []
        for x, y, anchor in spots_around(dot, size):
            box = label_box(name, x, y, size, anchor)
            if box.inside(view.frame) and not any(box.overlaps(other) for other in taken):
                astray = sum(status_at(point) not in (status_at(dot), None) for point in edges_of(box))
                hidden = [sum(map(box.holds, points)) for points in (line, borders)]
                free.append((hidden[0], astray, hidden[1], len(free), x, y, anchor, box))
        if free:
            *_, x, y, anchor, box = min(free)
            taken.append(box.grown(2))
            yield tag("circle", cx=dot[0], cy=dot[1], r=2.8, fill=INK, stroke="#ffffff", stroke_width=1)
            yield text(name, x, y, size, text_anchor=anchor, **HALO)


def draw_seas(view, taken):
    for name, place in SEAS.items():
        x, y = view.place(place)
        box = label_box(name, x, y, 14)
        if box.inside(view.frame) and not any(box.overlaps(other) for other in taken):
            taken.append(box)
            yield text(name, x, y, 14, text_anchor="middle", font_style="italic", fill="#5b7386")


def roomiest(name, rings, frame, taken, size, spacing):
    """The place, on a grid, where the name stands inside the rings and farthest from their vertices and the frame."""
    best = (-1, None)
    vertices = [point for ring in rings for point in ring]
    for y in range(frame.top + 20, frame.bottom, 16):
        for x in range(20, WIDTH, 20):
            box = label_box(name, x, y, size, spacing=spacing)
            if not box.grown(4).inside(frame) or any(box.grown(4).overlaps(other) for other in taken):
                continue
            if not all(inside(point, rings) for point in edges_of(box.grown(2))):
                continue
            clearance = min([math.dist((x, y), vertex) for vertex in vertices]
                            + [x - frame.left, frame.right - x, y - frame.top, frame.bottom - y])
            best = max(best, (clearance, (x, y)))
    return best[1]


def draw_neighbour_names(neighbours, view, taken):
    size, spacing = 12, 2
    for feature in neighbours["features"]:
        name = feature["properties"]["name"].upper()
        rings = [part for part in drawn([feature], view) if view.shows(part)]
        spot = roomiest(name, rings, view.frame, taken, size, spacing) if rings else None
        if spot:
            taken.append(label_box(name, *spot, size, spacing=spacing))
            yield text(name, *spot, size, text_anchor="middle", letter_spacing=spacing, fill="#857e70")


# --- the page ---------------------------------------------------------------------------------------------------------

def footer_lines(about):
    line, date = about.get("line", ""), about.get("line_date", "")
    dated = line if date in line else f"{line} of {date}"
    accuracy = about.get("line_accuracy_km")
    sentences = (
        f"Line of contact {dated}: {about.get('line_source') or 'source not stated'}; "
        f"accuracy {f'{accuracy:g} km' if accuracy is not None else 'not stated'}.",
        f"Units: {about['units_source']}; {about['units_date']}.",
        f"Areas: edges {EDGES.get(about['edges'], about['edges'])}, on the {about['ellipsoid']} ellipsoid. "
        "Map: Lambert azimuthal equal-area.")
    return [line for sentence in sentences for line in wrapped(sentence, FOOTER_SIZE, WIDTH - 2 * MARGIN)]


def draw_page(plan, neighbours):
    about = plan["demarc"]
    legend = legend_of(plan)
    units = of_layer(plan, "units")
    view = View([point for unit in units for part in parts_of(unit["geometry"]) for point in part],
                LEGEND_GAP + legend.WIDTH + 4, legend.height + 3 * LEGEND_GAP)
    panel, legend_box = legend.panel(view.frame)
    scale_bar, scale_box = draw_scale_bar(view)
    taken = [legend_box, scale_box]
    names = [*draw_places(plan, view, taken), *draw_seas(view, taken), *draw_neighbour_names(neighbours, view, taken)]
    footer = footer_lines(about)
    height = view.frame.bottom + 17 * len(footer) + 20
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
           f'font-family="DejaVu Sans, sans-serif" fill="{INK}" role="img">')
    yield tag("title", escape(f"{about['title']}: a map of the land by status"))
    yield tag("defs", tag("path", d=path_data(drawn(units, view)), id="units", fill="none", stroke_linejoin="round")
              + tag("clipPath", frame_rect(view), id="frame") + tag("clipPath", tag("use", href="#units"), id="land")
              + hatch_patterns(of_layer(plan, "zone")))
    yield tag("rect", width=WIDTH, height=height, fill="#ffffff")
    yield text(about["title"], MARGIN, 34, 26, font_weight="bold")
    yield text(", ".join(filter(None, (about.get("text_status"), about.get("text_date")))), MARGIN, 57, 15, fill=GREY)
    yield tag("g", "\n".join(draw_land(plan, neighbours, view)), clip_path="url(#frame)", fill_rule="evenodd",
              stroke_linejoin="round")
    yield from names
    yield scale_bar
    yield panel
    for at, words in enumerate(footer):
        yield text(words, MARGIN, view.frame.bottom + 22 + 17 * at, FOOTER_SIZE, fill=GREY)
    yield "</svg>\n"


def main(arguments):
    if len(arguments) != 3:
        sys.exit("usage: draw_map.py PLAN.geojson NEIGHBOURS.geojson OUT.svg")
    plan_file, neighbours_file, out = arguments
    plan, neighbours = (json.loads(Path(file).read_text(encoding="utf-8")) for file in (plan_file, neighbours_file))
    if not (of_layer(plan, "status") and of_layer(plan, "units")):
        sys.exit(f"{plan_file} lacks layers; export it with --layer status,zone,line,units,places")
    Path(out).write_bytes("\n".join(draw_page(plan, neighbours)).encode())


if __name__ == "__main__":
    main(sys.argv[1:])
