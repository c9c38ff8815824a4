"""The JSON Lines export. Its fields are a contract: later versions may add some, never change these."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from importlib import resources
from typing import Any

from annotated_corpus.claims.findings.registry import kinds
from annotated_corpus.edition import Lookup
from annotated_corpus.model import (
    STATED,
    Article,
    Basis,
    Block,
    Claim,
    Corpus,
    Entity,
    Match,
    Mention,
    Metadata,
    Relation,
    Span,
)

TABLES = ("articles", "blocks", "claims", "matches", "entities", "mentions")

Row = dict[str, Any]


def rows(corpus: Corpus) -> dict[str, Iterator[Row]]:
    """Return the rows of every table, in corpus order; offsets are code points, end exclusive."""
    lookup = Lookup(corpus)
    return {
        "articles": (_article(each) for each in corpus.articles),
        "blocks": (_block(article, block) for article in corpus.articles for block in article.blocks),
        "claims": (_claim(each) for each in corpus.claims),
        "matches": (_match(lookup, each) for each in corpus.matches),
        "entities": (_entity(each) for each in corpus.entities),
        "mentions": (_mention(each) for each in corpus.mentions),
    }


def schema(table: str) -> str:
    """Return the JSON Schema of one table's rows as text; what kinds and fields there are comes from their homes."""
    text = resources.files("annotated_corpus.data").joinpath("schemas", f"{table}.schema.json").read_text("utf-8")
    if table == "articles":
        return _with_stated(text)
    return _with_kinds(text) if table == "matches" else text


def _with_kinds(text: str) -> str:
    """Return the schema of matches with the relations, the bases and the kinds of difference that there are."""
    whole = json.loads(text)
    known = whole["properties"]
    known["relation"] = {"enum": list(Relation)}
    known["basis"] = {"enum": list(Basis)}
    known["differences"]["items"]["properties"]["kind"] = {"enum": [kind.name for kind in kinds()]}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _with_stated(text: str) -> str:
    """Return the schema of articles with what sidecars may state; of some of that it knows more than the type."""
    whole = json.loads(text)
    known = whole["properties"]
    for field in fields(Metadata):
        if field.name in STATED:
            usual = (
                {"type": ["string", "null"]} if field.default == "" else {"type": "array", "items": {"type": "string"}}
            )
            known[field.name] = {**usual, **known.pop(field.name, {})}
            whole["required"].append(field.name)
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield each table and its schema as the name of a file and its text."""
    for table, each in rows(corpus).items():
        lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in each)
        yield f"{table}.jsonl", "".join(lines)
        yield f"{table}.schema.json", schema(table)


def _article(article: Article) -> Row:
    stated = article.seed.metadata
    return {
        "id": article.id,
        "file": article.seed.file,
        "sha256": article.seed.sha256,
        "title": article.title,
        "label": article.label,
        **{name: _stated(getattr(stated, name)) for name in STATED},
    }


def _stated(value: str | tuple[str, ...]) -> str | list[str] | None:
    return (value or None) if isinstance(value, str) else list(value)


def _block(article: Article, block: Block) -> Row:
    return {
        "id": block.id,
        "article": article.id,
        "kind": str(block.kind),
        "number": block.number or None,
        "start": block.start,
        "end": block.end,
        "text": block.text,
        "reason": block.reason,
        "furniture": [[span.start, span.end] for span in block.furniture],
        "aliases": list(block.aliases),
    }


def _claim(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "article": claim.article,
        "block": claim.block,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "speaker": claim.speaker,
    }


def _match(lookup: Lookup, match: Match) -> Row:
    def side(claim: str, span: Span | None) -> Row | None:
        if span is None:
            return None
        return {"start": span.start, "end": span.end, "text": lookup.words(lookup.claims[claim].article, span)}

    return {
        "id": match.id,
        "a": match.a,
        "b": match.b,
        "relation": str(match.relation),
        "score": round(match.score, 4),
        "basis": str(match.basis),
        "differences": [
            {"kind": each.kind, "a": side(match.a, each.a), "b": side(match.b, each.b)} for each in match.differences
        ],
        "decided": match.decided,
    }


def _entity(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "kind": str(entity.kind),
        "name": entity.name,
        "aliases": list(entity.aliases),
        "roles": [{"text": role.text, "block": role.block} for role in entity.roles],
        "country": entity.country or None,
        "government": entity.government,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "wikidata": entity.wikidata or None,
        "geonames": entity.geonames,
    }


def _mention(mention: Mention) -> Row:
    return {
        "entity": mention.entity,
        "article": mention.article,
        "block": mention.block,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
    }
