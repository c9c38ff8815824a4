"""Cues that a line is not body text: what each looks for and the reason that a page gives for it.

Each table is (reason, pattern). A cue speaks about one line alone; position and repetition are
weighed in :mod:`annotated_corpus.text.kinds`. On doubt a line stays in the body, so every cue
asks for a whole line, or for two signs together.
"""

from __future__ import annotations

import re

Cue = tuple[str, re.Pattern[str]]


def _cue(reason: str, pattern: str) -> Cue:
    return reason, re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_NAME = r"(?:[^\W\d_][\w.'’-]*)"

# Whole lines that are parts of a web page and not of an article.
_CONTROLS = _cue(
    "a control of the web page",
    r"""(?:
      skip\ (?:to|navigation|past)\b[\w\ ]{0,30} | (?:back\ to\ )?top | menu | search | close | home | loading(?:\.\.\.|…)? |
      share(?:\ (?:this|on|via|by)\b[\w\ ,&/]{0,40})? | (?:print|email|e-mail|save|copy\ link|tweet|pin|post)(?:\ this)?(?:\ (?:article|story|page))? |
      (?:read|see|view|show|load|learn|find\ out)\ (?:more|all|less)(?:\ (?:here|stories|comments|articles))? | continue\ reading(?:\ below)? |
      (?:click|tap)\ (?:here|to)\b[\w\ ,]{0,60} | (?:open|view)\ (?:image|photo|gallery)\ ?(?:in\ .{0,20})? |
      (?:watch|listen)(?:\ (?:live|now))? | play(?:\ video)? | (?:previous|next)(?:\ (?:article|story|slide|page))? |
      (?:log|sign)\ ?(?:in|out|up) | register | subscribe(?:\ now|\ today)? | my\ account | newsletters? | (?:hide|show)\ caption |
      \d+\ (?:comments?|shares?) | comments?(?:\ \(?\d+\)?)? | (?:\d+\ )?min(?:ute)?s?\ (?:read|to\ read) | \d+\ min\ read
    )[\s.:»›>→*!]*""",
)
_ADVERT = _cue(
    "an advertisement label",
    r"""[\[(\-–—\s]*(?:advert(?:isement|ising)?s?|sponsored(?:\ (?:content|by\ .{1,30}))?|promoted(?:\ content|\ stories)?|paid\ content
      |(?:story|article)\ continues\ (?:below|after)(?:\ (?:this\ )?(?:advert(?:isement|ising)?|ad))?
      |continues\ (?:below|after)\ (?:this\ )?(?:advert(?:isement|ising)?|ad))[\])\-–—\s.:]*""",
)
_POINTERS = _cue(
    "a pointer to another article",
    r"""(?:also\ read|read\ also|also\ see|see\ also|read\ more|more\ on\ this(?:\ story)?|related(?:\ (?:articles?|stor(?:y|ies)|coverage|content|topics?|links?|reading))?
      |recommended(?:\ (?:for\ you|reading))?|further\ reading|read\ next|up\ next|don['’]t\ miss|must\ read|you\ (?:may|might)\ also\ (?:like|be\ interested\ in)
      |more\ (?:from|on|stories|news|coverage)\b[\w\ ]{0,30}|most\ (?:read|popular|viewed|shared)|trending(?:\ now)?|top\ stories|editor['’]s\ picks?
      |in\ other\ news|from\ the\ archives?|what\ to\ (?:read|know)\ next)
      \s*(?:[:|>»›→–—-]\s*(?!.*[.]["”’]?$).{0,200})?""",
)
_COMMENTS = _cue(
    "part of a comment form",
    r"""(?:leave|post|write|add)\ (?:a|your)\ (?:reply|comment)s?(?:\ (?:below|cancel\ reply))? | cancel\ reply | (?:be\ the\ first\ to|join\ the)\ (?:comment|conversation|discussion)[.!]?
      | your\ e-?mail\ address\ will\ not\ be\ published.* | required\ fields\ are\ marked.* | notify\ me\ of\ (?:new|follow).*
      | save\ my\ name,?.*browser.* | you\ must\ be\ (?:logged|signed)[\ -]in\ to\ .* | (?:name|e-?mail|website|comment)\ ?\* | comments\ are\ (?:closed|moderated).*
      | (?:view|show)\ (?:all\ )?(?:\d+\ )?comments""",
)
_NOTICES = _cue(
    "a standing notice of the publisher",
    r"""(?:(?:©|\(c\)|copyright)\s.{0,160}\d{4}.{0,160} | .{0,120}\ball\ rights\ reserved\b.{0,120}
      | our\ (?:standards|editorial\ standards|policy|code)\s*:.{0,160} | this\ (?:material|article|story|content)\ may\ not\ be\ (?:published|reproduced|broadcast|copied).{0,160}
      | (?:this\ (?:site|website)|we)\ uses?\ cookies.{0,300} | by\ (?:continuing|using|signing\ up|subscribing|clicking)\b.{0,60}\byou\ (?:agree|accept|consent).{0,200}
      | (?:terms\ (?:of|and|&)\ (?:use|service|conditions)|privacy\ (?:policy|notice)|cookie\ (?:policy|settings)|contact\ us|about\ us|advertise\ with\ us)
        (?:\s*[|·•,/]\s*[\w\ &]{2,40})* )""",
)
LINES: tuple[Cue, ...] = (_CONTROLS, _ADVERT, _POINTERS, _COMMENTS, _NOTICES)
"""Cues that must hold for a whole line."""

# An appeal has a verb in the imperative at its start, or at the start of its last sentence, and an offer.
IMPERATIVE = re.compile(
    r"""(?:^|[.!?:]\s+)(?:please\s+)?(?:register|subscribe|sign\s?up|sign\s+in|log\s+in|join|download|follow|get|click|tap|share
    |support|donate|become|create|enter|receive|try|start|unlock|stay|visit|install|like|check\s+out|discover|upgrade|send)\b""",
    re.IGNORECASE | re.VERBOSE,
)
OFFER = re.compile(
    r"""\b(?:free|unlimited|newsletters?|subscri(?:be|ber|bers|ption|ptions)|inbox|e-?mail(?:s|ed)?|our\ (?:app|site|website|channel|podcast|page|journalism|reporting)
    |the\ app|app\ store|google\ play|sign\ ?up|account|(?:special|exclusive)\ offers?|trial|members?(?:hip)?|access|updates?|alerts?|notifications?
    |facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|tiktok|rss|podcasts?|briefing|digest|headlines)\b""",
    re.IGNORECASE | re.VERBOSE,
)
SECOND_PERSON = re.compile(r"\b(?:you|your|you['’]re|yours|us|our)\b", re.IGNORECASE)

DEBRIS = re.compile(
    r"""</?[a-z][^<>]*>|&(?:nbsp|amp|lt|gt|quot|\#\d+);|\{\{.*?\}\}|\{%.*?%\}|\bfunction\s*\(|\bvar\s+\w+\s*=|=>\s*\{
    |(?:[\w()\-]+/){2,}[\w():.\-]*(?:\(|:|/$|\.(?:jpe?g|png|gif|webp|svg|js|css|php|html?)\b)|\b[\w-]+\.(?:jpe?g|png|gif|webp|svg)\b
    |\b\w+:\w+\([^)]*\)|[.\#][\w-]+\s*\{[^}]*\}?""",
    re.IGNORECASE | re.VERBOSE,
)
URL_LINE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
TRAILING = re.compile(
    r"(?<=[.!?…\"”’)])\s*((?:read more|read on|continue reading|see more|learn more|click here|more here|read full story)"
    r"[\s.…:»›>→*]*)$",
    re.IGNORECASE,
)
"""Debris at the end of a sentence's line; group 1 is the debris."""

AGENCIES = (
    r"(?:AFP|AP|Associated Press|Reuters|Getty(?: Images)?|EPA(?:-EFE)?|Bloomberg|TASS|Sputnik|Xinhua|PA(?: Wire| Media| Images)?|DPA|ANSA"
    r"|UPI|Anadolu(?: Agency)?|Shutterstock|Alamy|Zuma(?: Press)?|Rex(?: Features)?|NurPhoto|Kyodo|Yonhap|Handout|Pool|iStock|Unsplash"
    r"|The Canadian Press|SOPA Images|Press Association|Corbis|Magnum|Agence France-Presse|AAP|EFE|LUSA|Belga|CTK|MTI|PAP|Interfax)"
)
_PERSON = rf"{_NAME}(?:[ ]{_NAME}){{0,3}}"
PHOTO_CREDIT = re.compile(
    rf"""(?:(?i:photo(?:graph)?s?|picture|image|credit|pic|file\ photo|photo\ credit|image\ (?:source|credit|copyright))\s*(?::|,|\||by\b|/)\s*
          (?:{_PERSON}|\S{{1,40}})(?:\s*[/|,-]\s*{_PERSON}){{0,3}}
        |(?:{_PERSON}\s*(?:/|\||—|–|\ via\ |,\ )\s*)+{AGENCIES}(?:\s*(?:/|\||\ via\ )\s*{_PERSON})*
        |{AGENCIES}(?:\s*(?:/|\||\ via\ )\s*{_PERSON})+)""",
    re.VERBOSE,
)
"""A photographer's or agency's credit; to be matched as a whole."""

CREDIT_LINES: tuple[Cue, ...] = (
    _cue(
        "a byline or a line of credits",
        rf"""(?:by|words\ by|story\ by|analysis\ by|opinion\ by)\s+(?-i:{_NAME}|the\ [A-Z]\w+)(?:[\s,&/|]+(?:and\s+)?(?-i:[A-Z]{_NAME[3:-1]}|of|in|for|the|de|van|von|al|bin|and)){{0,12}}\.?
        |[(\[]?(?:(?:additional|further|extra)\ )?(?:reporting|writing|editing|compiled|translated|translation|edited|written|reported|research|graphics?|produced|production|photography)
          \ (?:(?:and|&)\ (?:reporting|writing|editing)\ )?by\s.{{2,240}}
        |with\ (?:files|reporting|reports|contributions?|additional\ reporting|inputs?)\ (?:from|by)\s.{{2,160}}
        |.{{2,160}}\ contributed\ (?:to\ this\ (?:report|story|article)|reporting)\b.{{0,60}}""",
    ),
    _cue(
        "names the source",
        rf"""(?:sources?|via|from|provided\ by|courtesy\ of)\s*:\s*.{{2,60}} | (?-i:{AGENCIES})(?:\s*(?:/|&|,|and)\s*(?-i:{AGENCIES}))*""",
    ),
    _cue(
        "gives the date of publication",
        r"""(?:(?:first\ )?(?:published|updated|posted|last\ (?:updated|modified)|created|modified|issued)(?:\ (?:on|at))?\s*:?\s*)?
        (?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?
        (?:\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}
          |(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}
          |\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})
        (?:[\s,|·•–—-]+(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[a-z]{2,4}|\([a-z]+\))?)?\.?
        |(?:published|updated|posted|last\ updated)\s+(?:\d+|an?)\s+(?:minutes?|hours?|days?)\ ago""",
    ),
)

DATELINE = re.compile(
    rf"""[^\W\d_a-z][^\W\d_a-z.'’\-]+(?:[ ,/]+[^\W\d_][\w.'’\-]*){{0,6}}
    (?:,?\s+(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{{1,2}})?(?:,\s*\d{{4}})?
    \s*(?:\((?:{AGENCIES}|[A-Z][\w\ .&/]{{1,30}})\)\s*[—–-]*|[—–]|--|-(?=\s))\s*""",
    re.VERBOSE,
)
"""The place, day and agency that open a report: ``STOCKHOLM, Dec 2 (Reuters) –``."""
