"""The eight occupational categories of the published report, by short names."""

CHIEF = "Sektionschef"
FIRST = "Socialsekreterare förste"
ECONOMIC = "Socialsekreterare myndighet ekonomiskt bistånd"
FOSTER = "Socialsekreterare myndighet familjehem"
ADULTS = "Socialsekreterare myndighet vuxna"
CHILDREN = "Socialsekreterare myndighet barn och unga"
THERAPY = "Socialsekreterare samtal/behandling"
SUPPORT = "Socialsekreterare stöd och rådgivning"

CATEGORIES = (CHIEF, FIRST, ECONOMIC, FOSTER, ADULTS, CHILDREN, THERAPY, SUPPORT)
"""In the report's order."""
