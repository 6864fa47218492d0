// SPDX-License-Identifier: MIT
#include "layers/model/detail/unit_names.h"

#include "layers/model/suggest.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace layers::detail {

namespace {

/// Numbers: ISO 3166-2:UA, and KOATUU (DK 014-97), whose first two digits the KATOTTH register of 2020 and the P-codes
/// of OCHA's COD-AB (data.humdata.org/dataset/cod-ab-ukr) keep. They differ in five units, and no number means two.
/// Letters: HASC (statoids.com/uua.html). Names, folded: official romanisation (resolution 55 of 27 January 2010, as
/// ISO and COD-AB have it), GADM 4.1, Natural Earth 5, geoBoundaries, and the Russian and older forms on their maps.
struct KnownUnit {
    std::string_view iso, koatuu, hasc, names;
};

constexpr std::array<KnownUnit, 27> known_units{{
    {"43", "01", "KR",
     "|crimea|arcrimea|autonomousrepublicofcrimea|crimeaautonomousrepublicof|republicofcrimea|crimeanar|krym|arkrym|"
     "avtonomnarespublikakrym|respublikakrym|avtonomnayarespublikakrym|крим|аркрим|автономнареспублікакрим|"
     "республікакрим|крым|аркрым|автономнаяреспубликакрым|республикакрым|"},
    {"05", "05", "VI",
     "|vinnytsia|vinnytsya|vinnytska|vinnitsa|vinnitsya|vinnitskaya|vinnitska|вінниця|вінницька|винница|винницкая|"},
    {"07", "07", "VO", "|volyn|volynska|volynskaya|volhynia|volynia|волинь|волинська|волынь|волынская|"},
    {"12", "12", "DP",
     "|dnipropetrovsk|dnipropetrovska|dnepropetrovsk|dnepropetrovskaya|dnipro|sicheslavska|дніпропетровськ|"
     "дніпропетровська|дніпро|днепропетровск|днепропетровская|днепр|"},
    {"14", "14", "DT", "|donetsk|donetska|donetskaya|donyetsk|донецьк|донецька|донецк|донецкая|"},
    {"18", "18", "ZT", "|zhytomyr|zhytomyrska|zhitomir|zhitomirskaya|житомир|житомирська|житомирская|"},
    {"21", "21", "ZK",
     "|zakarpattia|zakarpattya|zakarpatska|zakarpatskaya|zakarpatye|zakarpate|transcarpathia|transcarpathian|"
     "закарпаття|закарпатська|закарпатье|закарпатская|"},
    {"23", "23", "ZP",
     "|zaporizhzhia|zaporizhzhya|zaporizhia|zaporizhzhe|zaporizka|zaporizska|zaporozhye|zaporozhe|zaporozhia|"
     "zaporozhskaya|запоріжжя|запорізька|запорожье|запорожская|"},
    {"26", "26", "IF",
     "|ivanofrankivsk|ivanofrankivska|ivanofrankovsk|ivanofrankovskaya|іванофранківськ|"
     "іванофранківська|иванофранковск|иванофранковская|"},
    {"30", "80", "KC",
     "|kyivcity|kievcity|kyyivcity|cityofkyiv|cityofkiev|kyivmisto|mistokyiv|mistokyyiv|mkyiv|gorodkiev|"
     "kyivcitymunicipality|kievcitymunicipality|київ|мкиїв|містокиїв|київмісто|киев|гкиев|городкиев|"},
    {"32", "32", "KV", "|kyivska|kyyivska|kievskaya|kievska|київська|киевская|"},
    {"35", "35", "KH",
     "|kirovohrad|kirovohradska|kirovograd|kirovogradskaya|kropyvnytskyi|kropyvnytska|кіровоград|кіровоградська|"
     "кропивницький|кропивницька|кировоград|кировоградская|кропивницкий|"},
    {"09", "44", "LH", "|luhansk|luhanska|lugansk|luganskaya|луганськ|луганська|луганск|луганская|"},
    {"46", "46", "LV", "|lviv|lvivska|lvov|lvovskaya|львів|львівська|львов|львовская|"},
    {"48", "48", "MY",
     "|mykolaiv|mykolayiv|mykolaivska|mykolayivska|nikolaev|nikolayev|nikolaevskaya|nikolayevskaya|миколаїв|"
     "миколаївська|николаев|николаевская|"},
    {"51", "51", "OD", "|odesa|odeska|odessa|odesska|odesskaya|одеса|одеська|одесса|одесская|"},
    {"53", "53", "PL", "|poltava|poltavska|poltavskaya|полтава|полтавська|полтавская|"},
    {"56", "56", "RV", "|rivne|rivnenska|rovno|rovenskaya|рівне|рівненська|ровно|ровенская|"},
    {"40", "85", "SC",
     "|sevastopol|sevastopolcity|cityofsevastopol|mistosevastopol|msevastopol|sevastopolmisto|gorodsevastopol|"
     "sevastopolska|sebastopol|севастополь|мсевастополь|містосевастополь|гсевастополь|городсевастополь|"
     "севастопольська|"},
    {"59", "59", "SM", "|sumy|sumska|sumskaya|суми|сумська|сумы|сумская|"},
    {"61", "61", "TP", "|ternopil|ternopilska|ternopol|ternopolskaya|тернопіль|тернопільська|тернополь|тернопольская|"},
    {"63", "63", "KK", "|kharkiv|kharkivska|kharkov|kharkovskaya|харків|харківська|харьков|харьковская|"},
    {"65", "65", "KS", "|kherson|khersonska|khersonskaya|херсон|херсонська|херсонская|"},
    {"68", "68", "KM",
     "|khmelnytskyi|khmelnytskyy|khmelnytskiy|khmelnytsky|khmelnytska|khmelnitsky|khmelnitskiy|khmelnitskyi|"
     "khmelnitskaya|хмельницький|хмельницька|хмельницкий|хмельницкая|"},
    {"71", "71", "CK", "|cherkasy|cherkaska|cherkassy|cherkasskaya|черкаси|черкаська|черкассы|черкасская|"},
    {"77", "73", "CV",
     "|chernivtsi|chernivetska|chernovtsy|chernovtsi|chernovitskaya|chernovitska|чернівці|чернівецька|черновцы|"
     "черновицкая|"},
    {"74", "74", "CH", "|chernihiv|chernihivska|chernigov|chernigovskaya|чернігів|чернігівська|чернигов|черниговская|"},
}};

std::string in_iso(const KnownUnit& unit) {
    return "UA-" + std::string{unit.iso};
}

template <class Same>
std::string iso_where(const Same& same) {
    const auto found = std::find_if(known_units.begin(), known_units.end(), same);
    return found == known_units.end() ? "" : in_iso(*found);
}

std::string iso_of_number(std::string_view digits) {
    return iso_where([&](const KnownUnit& unit) { return unit.iso == digits || unit.koatuu == digits; });
}

bool all_of(std::string_view text, int (*is)(int)) {
    return std::all_of(text.begin(), text.end(), [is](unsigned char c) { return is(c) != 0; });
}

bool all_zeros(std::string_view text) {
    return text.find_first_not_of('0') == std::string_view::npos;
}

/// Trimmed, in capitals, without the ".0" that a column of floating-point numbers adds.
std::string plain_code(std::string_view written) {
    std::string code;
    for (const char c : written) {
        if (c != ' ' && c != '\t') { code += static_cast<char>(std::toupper(static_cast<unsigned char>(c))); }
    }
    if (code.size() > 2 && code.ends_with(".0") && all_of(code.substr(0, code.size() - 2), std::isdigit)) {
        code.resize(code.size() - 2);
    }
    return code;
}

/// Two digits of the oblast, then those of what lies in it; nothing but zeros there (KATOTTH: before a serial number of
/// five digits) for the oblast itself.
CodeSense sense_of_digits(std::string_view digits) {
    constexpr std::size_t katotth = 17, serial = 5;
    const std::string iso = iso_of_number(digits.substr(0, 2));
    std::string_view below = digits.substr(2);
    if (digits.size() == katotth) { below.remove_suffix(serial); }
    if (all_zeros(below)) { return {iso, "", true}; }
    return {"", iso, true};
}

/// The apostrophes and primes of romanisations beside the ASCII one.
constexpr std::array<std::string_view, 7> apostrophes{"\u2019", "\u2018", "\u02BC", "\u02B9", "\u2032", "\u00B4", "`"};

std::string without_apostrophes(std::string text) {
    for (const std::string_view apostrophe : apostrophes) {
        for (std::size_t at = 0; (at = text.find(apostrophe)) != std::string::npos;) {
            text.erase(at, apostrophe.size());
        }
    }
    return text;
}

std::vector<std::string> words_of(std::string_view written) {
    std::vector<std::string> words{""};
    for (const char c : folded(without_apostrophes(std::string{written}))) {
        if (std::string_view{" \t.,()"}.find(c) != std::string_view::npos) {
            if (!words.back().empty()) { words.emplace_back(); }
        } else {
            words.back() += c;
        }
    }
    if (words.back().empty()) { words.pop_back(); }
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) { text += word; }
    return text;
}

}  // namespace

bool is_placeholder(std::string_view written) {
    constexpr std::array<std::string_view, 16> words{"na",      "n/a",       "nan",           "null",    "none", "nil",
                                                     "unknown", "undefined", "not available", "no data", "-99",  "-999",
                                                     "-9999",   "-1",        "n.a.",          "немає"};
    std::string text = folded(written);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) { return true; }
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    for (const char bracket : {'<', '>', '(', ')', '#'}) {
        text.erase(std::remove(text.begin(), text.end(), bracket), text.end());
    }
    const auto says_nothing = [](unsigned char c) { return c == '0' || c == ' ' || std::ispunct(c) != 0; };
    if (std::all_of(text.begin(), text.end(), says_nothing) || text == "–" || text == "—") { return true; }
    std::string number = std::string{written};  // folding drops the minus sign
    number.erase(std::remove(number.begin(), number.end(), ' '), number.end());
    if (number.ends_with(".0")) { number.resize(number.size() - 2); }
    return std::find(words.begin(), words.end(), text) != words.end() ||
           std::find(words.begin(), words.end(), number) != words.end();
}

CodeSense sense_of_code(std::string_view written) {
    const std::string code = plain_code(written);
    if (code.size() >= 9 && code.size() <= 10 && all_of(code, std::isdigit)) {
        return sense_of_digits(code.size() == 9 ? "0" + code : code);  // a number has lost its first zero
    }
    const std::size_t country = code.starts_with("UKR") ? 3 : code.starts_with("UA") ? 2 : 0;
    if (country == 0 || country == code.size()) { return {}; }
    const bool separated = std::string_view{"-_.:"}.find(code[country]) != std::string_view::npos;
    const std::string rest = code.substr(country + (separated ? 1 : 0));
    if (rest.size() == 2 && separated && all_of(rest, std::isalpha)) {
        return {iso_where([&rest](const KnownUnit& unit) { return unit.hasc == rest; }), "", false};
    }
    if (rest.size() < 2 || !all_of(rest, std::isdigit) || rest.size() == 3) {
        return {};
    }  // UKR-283: Natural Earth's own
    CodeSense sense = sense_of_digits(rest);
    sense.sure = code[country] != '.';
    return sense;
}

std::string name_key(std::string_view written) {
    return joined(words_of(written));
}

std::string iso_of_name(std::string_view written) {
    constexpr std::array<std::string_view, 8> oblast{"oblast",  "obl",     "region", "province",
                                                     "voblast", "область", "обл",    "облась"};
    std::vector<std::string> words = words_of(written);
    const auto first = std::remove_if(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(oblast.begin(), oblast.end(), word) != oblast.end();
    });
    const bool is_oblast = first != words.end();
    words.erase(first, words.end());
    const std::string key = joined(words);
    if (key.empty()) { return {}; }
    const bool latin_kyiv = key == "kyiv" || key == "kiev" || key == "kyyiv";
    if (is_oblast && (latin_kyiv || key == "київ" || key == "киев")) { return "UA-32"; }
    if (latin_kyiv) { return std::string{either_kyiv}; }
    return iso_where(
        [entry = "|" + key + "|"](const KnownUnit& unit) { return unit.names.find(entry) != std::string_view::npos; });
}

}  // namespace layers::detail
