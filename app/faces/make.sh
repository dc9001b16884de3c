#!/bin/sh
# Makes the paper's text face small enough for a first visit: the letters of the languages that the paper speaks, weights 400 to 800, no hinting.
# Needs fontTools with Brotli (Debian: python3-fonttools python3-brotli). The results lie beside this file; run it again only to change them.
set -e
cd "$(dirname "$0")/../.."
letters='U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2009,U+200A,U+2013-2014,U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2190-2193,U+2212,U+FEFF,U+FFFD'
for style in normal italic; do
  python3 -m fontTools.varLib.instancer "node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-$style.woff2" wght=400:800 -o "/tmp/face-$style.ttf"
  python3 -m fontTools.subset "/tmp/face-$style.ttf" --unicodes="$letters" --layout-features=kern,liga,calt,ccmp,locl,mark,mkmk --flavor=woff2 --no-hinting --output-file="app/faces/source-serif-4-$style.woff2"
done
