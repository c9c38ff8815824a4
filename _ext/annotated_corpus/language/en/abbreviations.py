"""Abbreviations of English that keep their full stop within a sentence: titles, and the states of the USA.

Words of the language, in the public domain.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TITLES = tuple(
    "Mr Mrs Ms Messrs Mme Mlle Dr Drs Prof Rev Fr Gen Lt Col Maj Capt Cpl Sgt Cmdr Adm Gov Govs Sen Sens Rep Reps Pres "
    "Hon Supt Det Insp Amb Brig Pvt Ofc Mgr Msgr Ald Atty Engr".split()
)
"""What stands before a name, without its full stop."""
IN_NAMES = tuple("St Ste Mt Jr Sr Jnr Snr".split())
"""What is part of a name."""
STATES = tuple(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn "
    "Tex Vt Va Wash Wis Wyo".split()
)
"""The states of the USA as they are shortened after a town."""
FULL: Mapping[str, str] = MappingProxyType(
    {
        "rep": "representative",
        "reps": "representative",
        "sen": "senator",
        "gov": "governor",
        "gen": "general",
        "adm": "admiral",
        "sgt": "sergeant",
        "lt": "lieutenant",
        "capt": "captain",
        "col": "colonel",
        "pres": "president",
        "dept": "department",
        "govt": "government",
        "univ": "university",
        "dem": "democrat",
        "dems": "democrat",
        "gop": "republican",
    }
)
"""Offices and bodies in full, by how they are shortened, in small letters."""
