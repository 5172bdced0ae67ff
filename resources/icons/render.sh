#!/bin/sh
# SPDX-License-Identifier: MIT
# Renders the drawings to the masks that the program carries (24 px at 1x, 1.5x, 2x, 3x) and the program's icon to the sizes that desktops
# ask for, and lists them in icons.qrc. Needs rsvg-convert; run it after changing a drawing and commit what it makes.
set -eu
cd "$(dirname "$0")"
mkdir -p masks app
{
    echo '<!-- SPDX-License-Identifier: MIT; written by render.sh -->'
    echo '<RCC><qresource prefix="/icons">'
    for drawing in *.svg; do
        name=${drawing%.svg}
        [ "$name" = app ] && continue
        for size in 24 36 48 72; do
            rsvg-convert -w $size -h $size "$drawing" -o "masks/$name-$size.png"
            echo "<file>masks/$name-$size.png</file>"
        done
    done
    for size in 16 22 24 32 48 64 128 256; do
        rsvg-convert -w $size -h $size app.svg -o "app/app-$size.png"
        echo "<file>app/app-$size.png</file>"
    done
    echo '</qresource></RCC>'
} > icons.qrc
