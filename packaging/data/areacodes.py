#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes resources/areacodes.txt: which states and time zones an area code of +1 may mean.

    packaging/data/areacodes.py SOURCE [--version VERSION] > resources/areacodes.txt

SOURCE is the unpacked source of libphonenumber (Apache-2.0); on Debian: apt-get source --download-only libphonenumber. Read are its
resources/timezones/map_data.txt and resources/geocoding/en/1.txt, which say for an area code, and for many exchanges in it, where they are.
A code gets every state and every zone that either file gives for it or for an exchange in it, so that a code which spans two zones has both.

What the source does not know, or has wrong, stands in the tables below, each entry with its reason.
"""
import argparse
import collections
import pathlib
import re
import sys

PLACES = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA", "Colorado": "CO", "Connecticut": "CT",
    "Delaware": "DE", "Washington D.C.": "DC", "Florida": "FL", "Georgia": "GA", "Hawaii": "HI", "Idaho": "ID", "Illinois": "IL",
    "Indiana": "IN", "Iowa": "IA", "Kansas": "KS", "Kentucky": "KY", "Louisiana": "LA", "Maine": "ME", "Maryland": "MD",
    "Massachusetts": "MA", "Michigan": "MI", "Minnesota": "MN", "Mississippi": "MS", "Missouri": "MO", "Montana": "MT", "Nebraska": "NE",
    "Nevada": "NV", "New Hampshire": "NH", "New Jersey": "NJ", "New Mexico": "NM", "New York": "NY", "North Carolina": "NC",
    "North Dakota": "ND", "Ohio": "OH", "Oklahoma": "OK", "Oregon": "OR", "Pennsylvania": "PA", "Philadelphia": "PA", "Rhode Island": "RI",
    "South Carolina": "SC", "South Dakota": "SD", "Tennessee": "TN", "Texas": "TX", "Utah": "UT", "Vermont": "VT", "Virginia": "VA",
    "Washington State": "WA", "West Virginia": "WV", "Wisconsin": "WI", "Wyoming": "WY",
    "Alberta": "CA-AB", "British Columbia": "CA-BC", "Manitoba": "CA-MB", "New Brunswick": "CA-NB", "Newfoundland and Labrador": "CA-NL",
    "Nova Scotia": "CA-NS", "Prince Edward Island": "CA-PE", "Ontario": "CA-ON", "Quebec": "CA-QC", "Saskatchewan": "CA-SK",
    "Northwest Territories": "CA-NT", "Nunavut": "CA-NU", "Yukon": "CA-YT",
}
PROVINCES = {place[3:] for place in PLACES.values() if place.startswith("CA-")}
STATES = {place for place in PLACES.values() if len(place) == 2}

# The territories of the United States, which the geocoding file does not name.
TERRITORIES = {"787": "PR", "939": "PR", "340": "VI", "671": "GU", "670": "MP", "684": "AS"}

# An overlay serves the same places as the code that it was laid over: it has that one's states and zones. Named here are those whose parent
# has several zones (the source gives the younger code only the commonest one), those that the source has wrong (474 in Winnipeg's zone, 689
# in Chicago's; 437 has a stray one), and those that came after the source's version.
OVERLAYS = {
    "364": "270", "448": "850", "930": "812", "458": "541", "986": "208", "729": "423", "689": "407", "474": "306", "639": "306",
    "437": "416", "236": "250", "672": "250", "778": "250", "257": "250", "367": "418", "581": "418", "879": "709",
    "227": "301", "235": "573", "274": "920", "324": "904", "327": "870", "329": "845", "350": "209", "353": "608", "354": "450",
    "357": "559", "363": "516", "369": "707", "382": "519", "428": "506", "436": "440", "472": "910", "483": "334", "557": "314",
    "621": "713", "624": "716", "645": "305", "683": "705", "686": "804", "728": "561", "730": "618", "738": "213", "748": "970",
    "821": "864", "835": "610", "837": "530", "861": "309", "924": "507", "942": "416", "975": "816", "983": "303",
}

# Zones that are wrong in the source: the Navajo Nation, which alone in Arizona changes its clocks, is in 928; Labrador keeps Halifax's time,
# not Puerto Rico's; Alaska's islands keep Adak's, not Honolulu's.
ZONES = {
    "480": ["America/Phoenix"], "520": ["America/Phoenix"], "602": ["America/Phoenix"], "623": ["America/Phoenix"],
    "928": ["America/Denver", "America/Phoenix"], "709": ["America/Halifax", "America/St_Johns"],
    "907": ["America/Adak", "America/Anchorage"],
}

# Zones that have had the same time as a better known one for decades; fewer zones are fewer questions.
SAME_TIME = {"America/North_Dakota/Center": "America/Chicago", "America/Boise": "America/Denver", "America/Juneau": "America/Anchorage"}

# One exchange that the source puts over the border.
STRAY_PLACES = {("201", "NY")}


def entries(path):
    """The (digits after the 1, text) of a file of the source; '#' begins a comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"1(\d{3,})\|(.+)", line.strip())
        if match:
            yield match.groups()


def places_in(text):
    """The states that a description names: "Idaho", "Jersey City, NJ", "Nova Scotia/Prince Edward Island"."""
    behind_comma = re.search(r", ([A-Z]{2})$", text)
    if behind_comma:
        place = behind_comma.group(1)
        return ["CA-" + place] if place in PROVINCES else [place] if place in STATES else []
    return [PLACES[part] for part in text.split("/") if part in PLACES]


def table(source):
    zones = collections.defaultdict(set)
    for digits, text in entries(source / "resources/timezones/map_data.txt"):
        zones[digits[:3]].update(SAME_TIME.get(zone, zone) for zone in text.split("&"))
    places = collections.defaultdict(set)
    for digits, text in entries(source / "resources/geocoding/en/1.txt"):
        places[digits[:3]].update(place for place in places_in(text) if (digits[:3], place) not in STRAY_PLACES)
    for code, place in TERRITORIES.items():
        places[code] = {place}
    for code, list_of_zones in ZONES.items():
        zones[code] = set(list_of_zones)
    for code, parent in OVERLAYS.items():
        zones[code], places[code] = zones[parent], places[parent]
    return {code: (sorted(places[code]), sorted(zones[code])) for code in sorted(zones)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--version", default="8.12.57")
    options = parser.parse_args()
    print(f"""\
# Area codes of +1: code, states (US by two letters, Canada "CA-ON", "-" for other countries), time zones.
# Made by packaging/data/areacodes.py from libphonenumber {options.version} (https://github.com/google/libphonenumber), resources/timezones/map_data.txt
# and resources/geocoding/en/1.txt, Copyright (C) The Libphonenumber Authors, licensed under the Apache License, Version 2.0
# (http://www.apache.org/licenses/LICENSE-2.0); reduced to area codes and corrected as the script says. Do not edit: change the script.""")
    for code, (places, zones) in table(options.source).items():
        print(code, ",".join(places) or "-", ",".join(zones))
    return 0


if __name__ == "__main__":
    sys.exit(main())
