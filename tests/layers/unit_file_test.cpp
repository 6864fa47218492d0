// SPDX-License-Identifier: MIT
#include "layers/model/unit_file.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/partition.h"
#include "support/files.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>

namespace {

using geo::Properties;
using layers::Unit;

/// The built-in units as somebody else would publish them.
geo::Dataset published(const std::function<Properties(const Unit&)>& properties) {
    geo::Dataset dataset;
    dataset.path = "units.geojson";
    for (const Unit& unit : layers::builtin_units().units) {
        geo::Feature feature;
        feature.shape.type = "MultiPolygon";
        feature.shape.region = unit.region;
        feature.properties = properties(unit);
        feature.number = static_cast<int>(dataset.features.size()) + 1;
        dataset.features.push_back(std::move(feature));
    }
    return dataset;
}

std::set<std::string> codes_of(const layers::Units& units) {
    std::set<std::string> codes;
    for (const Unit& unit : units.units) { codes.insert(unit.code); }
    return codes;
}

const std::set<std::string>& known_codes() {
    static const std::set<std::string> codes = codes_of(layers::builtin_units());
    return codes;
}

std::string in_notes(const layers::Units& units) {
    std::string all;
    for (const geo::Note& note : units.notes) { all += note.text + "\n"; }
    return all;
}

std::string digits(const Unit& unit) {
    return unit.code.substr(3);
}

TEST(UnitFile, EveryPublishersFieldsAreFound) {
    const std::vector<std::function<Properties(const Unit&)>> publishers{
        [](const Unit& u) {
            return Properties{{"name", u.name}, {"iso_3166_2", "RU-XX"}, {"adm1_code", "UKR-283"}};
        },
        [](const Unit& u) {
            return Properties{{"ADM1_EN", u.name}, {"ADM1_PCODE", "UA" + digits(u)}, {"ADM0_EN", "Ukraine"}};
        },
        [](const Unit& u) {
            return Properties{{"adm1_name", u.name}, {"adm1_name1", u.name_uk}, {"adm1_pcode", "NA"}};
        },
        [](const Unit& u) {
            return Properties{{"NAME_1", u.name}, {"ISO_1", "NA"}, {"GID_1", "UKR.1_1"}};
        },
        [](const Unit& u) {
            return Properties{{"NAME_1", "?"}, {"NL_NAME_1", u.name_uk}, {"HASC_1", "NA"}};
        },
        [](const Unit& u) {
            return Properties{{"NAME_1", "Oblast"}, {"VARNAME_1", "Another|" + u.name}};
        },
        [](const Unit& u) {
            return Properties{
                {"shapeName", u.name}, {"shapeISO", ""}, {"shapeID", u.code + "B"}, {"shapeType", "ADM1"}};
        },
        [](const Unit& u) {
            return Properties{{"name", u.name_uk}, {"admin_level", "4"}, {"ISO3166-2", u.code}};
        },
        [](const Unit& u) {
            return Properties{{"unit", u.name}, {"unit_code", u.code}, {"layer", "units"}};
        },
        [](const Unit& u) {
            return Properties{{"NAME", u.name_uk}};
        },
        [](const Unit& u) {
            return Properties{{"oblast", u.name_uk}};
        }};
    for (std::size_t i = 0; i < publishers.size(); ++i) {
        const layers::Units units = layers::to_units(published(publishers[i]));
        EXPECT_EQ(codes_of(units), known_codes()) << "publisher " << i << ": " << units.fields;
    }
}

TEST(UnitFile, WordsForMissingAreNoCodes) {
    for (const char* word : {"NA", "N/A", "-99", "-", "0", "NULL", "None", "", "?", "UA"}) {
        const layers::Units units = layers::to_units(published([word](const Unit& u) {
            return Properties{{"name", u.name}, {"code", word}};
        }));
        EXPECT_EQ(codes_of(units), known_codes()) << word;
    }
}

TEST(UnitFile, TheUserNamesFieldsThatNobodyKnows) {
    const geo::Dataset file = published([](const Unit& u) {
        return Properties{{"name", "x"}, {"OBL", u.name}, {"KOD", u.code}};
    });
    EXPECT_EQ(codes_of(layers::to_units(file, {"obl", "KOD"})), known_codes());
    try {
        layers::to_units(file, {"OBLAST", ""});
        FAIL() << "a field that the file lacks";
    } catch (const geo::Error& error) { EXPECT_NE(error.remedy().find("name, OBL, KOD"), std::string::npos); }
}

/// Two raions in each oblast, called alike.
geo::Dataset raions(const std::function<Properties(const Unit&, const std::string&)>& properties) {
    geo::Dataset dataset;
    for (const Unit& unit : layers::builtin_units().units) {
        const geo::Bounds bounds = geo::bounds_of(unit.region);
        const double middle = (bounds.west + bounds.east) / 2;
        const geo::Region west{{{{{bounds.west - 1, bounds.south - 1},
                                  {middle, bounds.south - 1},
                                  {middle, bounds.north + 1},
                                  {bounds.west - 1, bounds.north + 1},
                                  {bounds.west - 1, bounds.south - 1}},
                                 {}}}};
        const geo::Partition parts = geo::partition({{{&unit.region}}, {{&west}}});
        for (const int side : {0, geo::Face::none}) {
            geo::Feature feature;
            feature.shape.type = "MultiPolygon";
            for (const geo::Face& face : parts.faces) {
                if (face.owners[0] == 0 && face.owners[1] == side) {
                    feature.shape.region.polygons.push_back(face.shape);
                }
            }
            feature.properties = properties(unit, side == 0 ? "Zakhidnyi" : "Skhidnyi");
            feature.number = static_cast<int>(dataset.features.size()) + 1;
            dataset.features.push_back(std::move(feature));
        }
    }
    return dataset;
}

TEST(UnitFile, RaionsAreNotMergedIntoOblastsAndAreToldApart) {
    const std::vector<std::function<Properties(const Unit&, const std::string&)>> publishers{
        [](const Unit& u, const std::string& n) {
            return Properties{{"ADM2_EN", n}, {"ADM1_EN", u.name}, {"ADM1_PCODE", u.code}};
        },
        [](const Unit& u, const std::string& n) {
            return Properties{{"NAME_1", u.name}, {"NAME_2", n}, {"HASC_2", "NA"}};
        },
        [](const Unit& u, const std::string& n) {
            return Properties{{"name", n}, {"adm1_name", u.name_uk}};
        },
        [](const Unit& u, const std::string& n) {
            return Properties{{"name", n + u.name}, {"code", u.code}};
        },
        [](const Unit&, const std::string& n) {
            return Properties{{"shapeName", n}, {"shapeType", "ADM2"}};
        }};
    for (std::size_t i = 0; i < publishers.size(); ++i) {
        const layers::Units units = layers::to_units(raions(publishers[i]));
        ASSERT_EQ(units.units.size(), 54U) << "publisher " << i << ": " << units.fields << "\n" << in_notes(units);
        std::set<std::string> names;
        for (const Unit& unit : units.units) { names.insert(unit.name); }
        EXPECT_EQ(names.size(), 54U);
        EXPECT_EQ(codes_of(units).size(), 54U);
        if (i != 3) { EXPECT_EQ(names.count("Skhidnyi (Donetsk)"), 1U); }
    }
}

TEST(UnitFile, FeaturesWithTheCodeThatTheUserNamesAreOneUnit) {
    const layers::Units units =
        layers::to_units(raions([](const Unit& u, const std::string& n) {
                             return Properties{{"ADM2_EN", n}, {"ADM1_EN", u.name}, {"ADM1_PCODE", "UA" + digits(u)}};
                         }),
                         {"", "ADM1_PCODE"});
    EXPECT_EQ(codes_of(units), known_codes());
    EXPECT_NE(in_notes(units).find("Donetsk (2)"), std::string::npos);
}

TEST(UnitFile, AFeatureThatStandsTwiceCountsOnce) {
    geo::Dataset file = published([](const Unit& u) { return Properties{{"name", u.name}}; });
    file.features.push_back(file.features[4]);
    const layers::Units units = layers::to_units(file);
    ASSERT_EQ(units.units.size(), 27U);
    const Unit& donetsk = units.units[4];
    EXPECT_NEAR(geo::area_of(donetsk.region).value(), geo::area_of(layers::known_unit("UA-14")->region).value(), 1e-6);
}

TEST(UnitFile, KyivIsTheCityOrTheOblastByItsSize) {
    const layers::Units units = layers::to_units(published([](const Unit& u) {
        return Properties{{"name", u.name.starts_with("Kyiv") ? "Kyiv" : u.name}};
    }));
    EXPECT_EQ(codes_of(units), known_codes());
}

TEST(UnitFile, ATownOfAnOblastsNameIsNotTheOblast) {
    geo::Dataset file = published([](const Unit& u) { return Properties{{"name", u.name}}; });
    file.features[4].shape.region = {{{{{37.7, 47.9}, {37.9, 47.9}, {37.9, 48.1}, {37.7, 48.1}, {37.7, 47.9}}, {}}}};
    const layers::Units units = layers::to_units(file);
    EXPECT_EQ(codes_of(units).count("UA-14"), 0U);
    EXPECT_NE(in_notes(units).find("Donetsk (332 km²)"), std::string::npos) << in_notes(units);
}

TEST(UnitFile, ANameAndACodeThatContradictEachOtherAreRefusedUnlessOneIsChosen) {
    const geo::Dataset file = published([](const Unit& u) {
        return Properties{{"name", u.name},
                          {"code", u.code == "UA-14"   ? "UA-09"
                                   : u.code == "UA-09" ? "UA-14"
                                                       : u.code}};
    });
    EXPECT_THROW(layers::to_units(file), geo::Error);
    EXPECT_EQ(codes_of(layers::to_units(file, {"name", ""})), known_codes());
    const layers::Units by_code = layers::to_units(file, {"", "code"});
    EXPECT_EQ(by_code.units[4].name, "Luhansk");
}

TEST(UnitFile, AnExportedStatusLayerIsNotUnits) {
    const auto status = [](const Unit& u) {
        return Properties{
            {"unit", u.name}, {"unit_code", u.code}, {"holder", "Ukraine"}, {"status", "UA"}, {"layer", "status"}};
    };
    geo::Dataset file = published(status);
    EXPECT_THROW(layers::to_units(file), geo::Error);
    const geo::Dataset units = published([](const Unit& u) {
        return Properties{{"unit", u.name}, {"unit_code", u.code}, {"layer", "units"}};
    });
    file.features.insert(file.features.end(), units.features.begin(), units.features.end());
    EXPECT_EQ(layers::to_units(file).units.size(), 27U);
}

TEST(UnitFile, AFileWithoutPolygonsIsRefused) {
    const geo::Dataset points = geo::read_geojson(R"({"type":"Point","coordinates":[30,50]})", "points");
    EXPECT_THROW(layers::to_units(points), geo::Error);
}

/// As OpenStreetMap has them: names in Ukrainian beside other languages, rings clockwise, a mainland as the hole of its
/// first island, and two units not at all.
TEST(UnitFile, OblastsGetTheirNamesAndMissingOnesAreNoted) {
    geo::Dataset file = published([](const Unit& u) {
        return Properties{{"admin_level", "4"},
                          {"boundary", "administrative"},
                          {"iso3166-2", u.code},
                          {"name", u.name_uk + " область"},
                          {"name:en", u.name + " Oblast"}};
    });
    std::erase_if(file.features, [](const geo::Feature& feature) {
        const std::string code = geo::text_of(feature.properties, "iso3166-2");
        return code == "UA-30" || code == "UA-40";
    });
    for (geo::Feature& feature : file.features) {
        for (geo::Polygon& polygon : feature.shape.region.polygons) {
            std::reverse(polygon.shell.begin(), polygon.shell.end());
        }
        if (geo::text_of(feature.properties, "iso3166-2") != "UA-65") { continue; }
        const geo::Ring island{{31.5, 45.5}, {31.6, 45.5}, {31.6, 45.6}, {31.5, 45.5}};
        std::vector<geo::Polygon>& polygons = feature.shape.region.polygons;
        polygons.front() = {island, {polygons.front().shell}};
    }
    const layers::Units units = layers::to_units(file);
    ASSERT_EQ(units.units.size(), 25U);
    const int kherson = layers::find_unit(units.units, "UA-65");
    ASSERT_GE(kherson, 0);
    const Unit& unit = units.units[static_cast<std::size_t>(kherson)];
    EXPECT_EQ(unit.name, "Kherson");
    EXPECT_GT(geo::area_of(unit.region), geo::area_of(layers::known_unit("UA-65")->region));
    EXPECT_NE(in_notes(units).find("Kyiv city, Sevastopol"), std::string::npos);
}

TEST(UnitFile, OblastsOfTheRealFileGetTheirNamesAndMissingOnesAreNoted) {
    DEMARC_REAL_INPUT(path, "oblasts-osm-2022.geojson");
    const layers::Units units = layers::to_units(geo::read(path));
    ASSERT_EQ(units.units.size(), 25U);
    EXPECT_GE(layers::find_unit(units.units, "UA-65"), 0);
    EXPECT_NE(in_notes(units).find("Kyiv city, Sevastopol"), std::string::npos);
}

/// Two squares side by side, the west one in two features.
TEST(UnitFile, FeaturesOfOneUnitAreJoinedAndUnitsWithoutACodeStayApart) {
    const layers::Units units = layers::to_units(geo::read_geojson(R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Alpha"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}},
        {"type":"Feature","properties":{"name":"Beta"},"geometry":{"type":"Polygon","coordinates":[[[1,0],[2,0],[2,1],[1,1],[1,0]]]}},
        {"type":"Feature","properties":{"name":"Alpha"},"geometry":{"type":"Polygon","coordinates":[[[0,1],[1,1],[1,2],[0,2],[0,1]]]}}]})",
                                                                   "units"));
    ASSERT_EQ(units.units.size(), 2U);
    EXPECT_EQ(units.units[0].region.polygons.size(), 1U);
    EXPECT_NE(units.units[0].code, units.units[1].code);
}

TEST(UnitFile, NamesThatDifferByADashOrALetterAreTwoUnits) {
    for (const auto& [one, other] : {std::pair{"1-11", "11-1"}, {"Ward 1.1", "Ward 11"}, {"Zone I", "Zone i"}}) {
        geo::Dataset dataset;
        for (const auto& [name, west] : {std::pair{one, 20.0}, {other, 22.0}}) {
            geo::Feature feature;
            feature.number = static_cast<int>(dataset.features.size()) + 1;
            feature.properties = {{"name", std::string{name}}};
            feature.shape.type = "Polygon";
            feature.shape.region = support::box_unit("", {west, 10}, {west + 2, 12}).region;
            dataset.features.push_back(feature);
        }
        EXPECT_EQ(layers::to_units(dataset).units.size(), 2U) << one << " and " << other;
    }
}

}  // namespace
