#!/bin/sh
# Makes the paper's typefaces small enough for a first visit: the letters of the languages that the paper speaks, the weights that it sets, no hinting.
# Letters beyond these come from the files of extended Latin, which browsers fetch for pages that have such letters alone.
# Needs fontTools with Brotli (Debian: python3-fonttools python3-brotli). The results lie beside this file; run it again only to change them.
set -e
cd "$(dirname "$0")/../.."
letters='U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2009,U+200A,U+2013-2014,U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2190-2193,U+2212,U+FEFF,U+FFFD'
made=$(mktemp -d)
# face, style, weights
make() {
  python3 -m fontTools.varLib.instancer "node_modules/@fontsource-variable/$1/files/$1-latin-wght-$2.woff2" "wght=$3" -o "$made/face.ttf"
  python3 -m fontTools.subset "$made/face.ttf" --unicodes="$letters" --layout-features=kern,liga,calt,ccmp,locl,mark,mkmk --flavor=woff2 --no-hinting --output-file="app/faces/$1-$2.woff2"
}
for style in normal italic; do
  make source-serif-4 $style 400:800
  make newsreader $style 400:800
  make bitter $style 400:900
  make literata $style 400:900
done
make public-sans normal 400:800
make archivo normal 400:800
make libre-franklin normal 400:800
# The nameplate: English and Spanish. For names with other letters, browsers fetch the file that it is made from.
python3 -m fontTools.subset 'app/(reader)/abril-fatface-latin.woff2' --unicodes='U+0020-007E,U+00A1,U+00BF,U+00C1,U+00C9,U+00CD,U+00D1,U+00D3,U+00DA,U+00DC,U+00E1,U+00E9,U+00ED,U+00F1,U+00F3,U+00FA,U+00FC,U+2013-2014,U+2018-2019,U+201C-201D' --layout-features=kern --flavor=woff2 --no-hinting --desubroutinize --output-file=app/faces/abril-fatface.woff2
rm -r "$made"
