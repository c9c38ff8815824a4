"""Twelve invented reports of one flood: what a reading page has to cope with, all in one edition."""

from __future__ import annotations

from pathlib import Path

NAMES = "Herald Chronicle Post Gazette Mercury Argus Observer Echo Star Times Bugle Courier".split()

SHARED = (
    "The river Avon burst its banks near Bristol on Monday night, forcing 1,200 people from their homes.",
    "Mayor Helen Marsh said the city had asked the army for 200 soldiers to help with sandbags.",
    "“We have not seen water like this since 1968,” Marsh told reporters on the steps of the town hall.",
    "The Environment Agency had warned of flooding on Friday, but the pumps at Netham failed at midnight.",
    "Prime Minister Daniel Okoro promised 40 million pounds for repairs during a visit to Bath on Tuesday.",
    "Trains between London and Bristol will not run before Thursday, Network Rail announced.",
)
OWN = (
    "A grand piano floated down Park Street past a closed bakery, as our reporter saw.",
    "The swans of the castle moat have moved to the car park, to the delight of the pupils.",
    "A retired nurse, Edith Thorne, rowed her neighbours to the church in a tin bath.",
    "At the zoo the penguins were said to be the only ones content.",
    "The last comparable deluge took the old bridge with it in 1703.",
    "Cinemas in the upper town offered free seats to anyone with wet shoes.",
    "The bells of St Mary rang through the dark to guide the boats.",
    "Police arrested a man who sold bottled water at ten pounds apiece.",
    "A cow and a post van were counted on the cricket ground.",
    "An exhibition of water colours was cancelled, its organisers noted without irony.",
    "The bus to Wells took eleven hours and was given a round of applause.",
    "Volunteers from Cardiff arrived with forty canoes and a brass band.",
)
ARABIC = "قالت رئيسة البلدية هيلين مارش إن المدينة طلبت من الجيش 200 جندي، and this is English inside it."
HOSTILE = "<script>alert(1)</script> *not bold* `code` {ref}`x` $x$ [link](http://x.invalid) &amp; \\ end ::: {note}"
DELETED = "A sentence that will be deleted speaks of herons on the roof of the market hall."
OLD, NEW = "Some forty boats were counted", "Some fifty boats were counted"


def write(root: Path) -> None:
    """Write index and seeds below ``root``."""
    (root / "index.md").write_text("# A flood\n\n```{toctree}\ncorpus/index\n```\n", "utf-8")
    (root / "seeds").mkdir()
    for place, name in enumerate(NAMES):
        lines = [f"{name}: the Avon leaves its bed", *SHARED[place % 3 :], OWN[place]]
        if name == "Gazette":
            lines.insert(2, " ".join(SHARED))  # a paragraph with everything: the longest note there can be
        if name == "Mercury":
            lines += [ARABIC, HOSTILE]
        if name == "Argus":
            lines[2:2] = [DELETED, f"{OLD} on the water near Hanham at noon, three of them upside down."]
        if name == "Observer":
            lines = [
                "فيضان النهر يغرق المدينة القديمة",
                ARABIC,
                SHARED[0],
                "وأضافت أن المياه مرتفعة منذ عام 1968.",
            ]
        (root / "seeds" / f"{place:02d}_{name.lower()}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
        sidecar = [f'slug = "{name.lower()}"', f'label = "{name}"', f'source = "The {name}"', "date = 2024-02-05"]
        sidecar += ['authors = ["Ada Example", "Bo Sample"]', f'url = "https://example.org/{name.lower()}?a=1&b=%20"']
        sidecar += ['lang = "ar"'] if name == "Observer" else []
        sidecar += ['display = "excerpt"'] if name == "Echo" else []
        (root / "seeds" / f"{place:02d}_{name.lower()}.toml").write_text("\n".join(sidecar) + "\n", "utf-8")


def change(root: Path) -> None:
    """Change one seed as an editor would: a paragraph goes, another is retyped."""
    path = root / "seeds" / "05_argus.txt"
    text = path.read_text("utf-8").replace(f"{DELETED}\n\n", "").replace(OLD, NEW)
    path.write_text(text, "utf-8")
