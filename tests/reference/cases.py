"""All cases: every file of the family, in the order of the page."""

from tests.reference import bottleneck, counterflow, ring

FAMILIES = (ring, bottleneck, counterflow)
SCENES = tuple(scene for family in FAMILIES for scene in family.SCENES)
CLAIMS = tuple(claim for family in FAMILIES for claim in family.CLAIMS)
