#!/usr/bin/env python3
"""Rebuild lexicons/names/counties.tsv, the counties of the United States.

Reads the cartographic boundary file of counties of the US Census Bureau (2016, public domain), which the `plotly-geo` package
carries, and writes one place a county with the middle of its bounds. The same inputs give the same bytes.

    pip install plotly-geo
    python3 counties.py
"""

import argparse
import importlib.util
import pathlib
import struct

HERE = pathlib.Path(__file__).resolve().parent
HEAD = """\
# Counties, parishes and boroughs of the United States. Refs: county: and the FIPS code. lat, lon: the middle of the bounds.
# Source: US Census Bureau, cartographic boundary file of counties, 2016 (public domain), by way of the plotly-geo package.
# Made by lexicons/tools/counties.py.
ref\ttype\tname\tcountry\tregion\tlat\tlon\tpopulation\taliases\tdemonyms
"""
STATES = dict(pair.split(":") for pair in """
01:AL 02:AK 04:AZ 05:AR 06:CA 08:CO 09:CT 10:DE 12:FL 13:GA 15:HI 16:ID 17:IL 18:IN 19:IA 20:KS 21:KY 22:LA 23:ME 24:MD 25:MA
26:MI 27:MN 28:MS 29:MO 30:MT 31:NE 32:NV 33:NH 34:NJ 35:NM 36:NY 37:NC 38:ND 39:OH 40:OK 41:OR 42:PA 44:RI 45:SC 46:SD 47:TN
48:TX 49:UT 50:VT 51:VA 53:WA 54:WV 55:WI 56:WY
""".split())
# What the census calls them, by code; cities that are in no county are in cities.tsv.
KINDS = {"03": "City and Borough", "04": "Borough", "05": "Census Area", "06": "County", "12": "Municipality", "15": "Parish"}


def records(path):
    """The rows of a dBASE file."""
    data = path.read_bytes()
    count, head, size = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 0x0D:
        fields.append((data[at:at + 11].split(b"\0")[0].decode(), data[at + 16]))
        at += 32
    for row in range(count):
        at = head + row * size + 1
        cells = {}
        for name, length in fields:
            cells[name] = data[at:at + length].decode("utf-8").strip()
            at += length
        yield cells


def middles(path):
    """The middle of the bounds of every shape of a shapefile: (lat, lon)."""
    data = path.read_bytes()
    at = 100
    while at < len(data):
        length = struct.unpack(">i", data[at + 4:at + 8])[0] * 2
        west, south, east, north = struct.unpack("<4d", data[at + 12:at + 44])
        yield (south + north) / 2, (west + east) / 2
        at += 8 + length


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shapes", type=pathlib.Path, help="the boundary file (.shp, its .dbf beside it), if not the package's")
    parser.add_argument("--out", type=pathlib.Path, default=HERE.parent / "names" / "counties.tsv")
    args = parser.parse_args()
    if args.shapes is None:
        package = pathlib.Path(importlib.util.find_spec("_plotly_geo").origin).parent
        args.shapes = next(package.rglob("*county*.shp"))
    lines = []
    for row, (lat, lon) in zip(records(args.shapes.with_suffix(".dbf")), middles(args.shapes)):
        state, kind = STATES.get(row["STATEFP"]), KINDS.get(row["LSAD"])
        if state and kind:
            lines.append("\t".join([f"county:{row['GEOID']}", "region", f"{row['NAME']} {kind}", "US", f"US-{state}", f"{lat:.3f}",
                                    f"{lon:.3f}", "", "", ""]))
    lines.sort(key=lambda line: line.encode())
    args.out.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
