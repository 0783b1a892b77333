"""Names that a level declares and orders refer to; one type each, so that a check can tell what a name must name."""

from typing import NewType

ZoneName = NewType("ZoneName", str)
ServiceName = NewType("ServiceName", str)
GateName = NewType("GateName", str)
GroupName = NewType("GroupName", str)
UnitName = NewType("UnitName", str)
SeatName = NewType("SeatName", str)
PhaseName = NewType("PhaseName", str)
