"""All cases: every file of the family, in the order of the page."""

from tests.reference import (
    bottleneck,
    corner,
    corridor,
    counterflow,
    line,
    overtaking,
    ring,
    rooms,
    rush,
    singlefile,
    station,
)

FAMILIES = (corridor, ring, singlefile, rooms, corner, overtaking, bottleneck, counterflow, rush, line, station)
SCENES = tuple(scene for family in FAMILIES for scene in family.SCENES)
CLAIMS = tuple(claim for family in FAMILIES for claim in family.CLAIMS)
