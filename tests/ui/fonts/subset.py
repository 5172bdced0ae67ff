#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Makes the fonts of the pictures (packages fonts-noto-core and python3-fonttools): Latin letters only, no hinting, and a name of their own, so that
one that is installed is never taken instead."""

import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).parent
FAMILY = "Textback Test Sans"
CHARACTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2015), *range(0x2018, 0x201F), 0x2022, 0x2026, 0x2039, 0x203A, 0x20AC,
              0x2122, *range(0x2190, 0x2194), 0x2212]

for weight in ("Regular", "Bold"):
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=["*"], layout_features=["kern", "liga", "mark", "ccmp"])
    font = subset.load_font(f"/usr/share/fonts/truetype/noto/NotoSans-{weight}.ttf", options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = FAMILY
        elif record.nameID in (3, 4, 6):
            record.string = f"{FAMILY} {weight}".replace(" ", "-" if record.nameID != 4 else " ")
    subset.save_font(font, str(HERE / f"NotoSans-{weight}.ttf"), options)
