"""The words by which lines of a web page, credits and dates are known. Data only; all in small letters."""

from __future__ import annotations

from annotated_corpus.language.en.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What the controls and headings of a page are called: a line of nothing else is not of the article.
INTERFACE = _words(
    """share shares shared sharing tweet retweet like likes comment comments commenting reply replies post posts print
    email e-mail mail save saved bookmark copy link links url menu search login logout log sign signup register
    subscribe subscribed subscription subscriptions newsletter newsletters account profile settings preferences skip
    navigation nav content page top close open opens loading load more read reading watch watched listen play pause
    video videos audio podcast podcasts gallery galleries photos images slideshow caption captions hide show view views
    expand collapse click tap here next previous prev back home app apps article articles story stories related
    recommended recommendations popular trending latest headlines tags tag topics topic categories category filed
    advertisement advertisements advert adverts advertising advertise ad ads sponsored sponsor promoted cookie cookies
    privacy terms policy conditions sitemap website site contact about faq help feedback facebook twitter instagram
    whatsapp telegram linkedin pinterest reddit flipboard pocket youtube tiktok messenger snapchat rss feed follow
    following followers window min mins minute minutes gift give item items list main continue continues deeper explore
    discover subscriber subscribers member members paid internet original editor's editors picks coverage highlights
    footer header sidebar breadcrumb toggle download pdf text size font cancel submit send archive archives
    key points takeaways later transcript bookmark bookmarked"""
)
# What may stand beside them.
GLUE = _words(
    """to the a an this that these of on in for via by with and or your you our us all new now today it from at be
    first as most below above ready go keep live news also may might not up out off one two three other others
    see get it's its into as use service"""
)
# The sections of a newspaper, where one stands alone above a headline.
SECTIONS = _words(
    """news world politics business opinion opinions sport sports culture arts lifestyle travel science health
    technology tech environment climate europe asia africa americas america us uk u.s u.k international national local
    regional home economy economics markets money finance education media analysis explainer breaking exclusive
    features feature editorial comment commentary columns columnists letters obituaries magazine weekend courts crime
    weather food books film music style fashion property cars motoring football cricket tennis video middle east
    society law justice energy war interview interviews review reviews perspective viewpoint"""
)
# Labels that point elsewhere: "Also read: …". All words of the label must be of these.
POINTERS = _words(
    """also read reads see more related recommended next up don't miss watch listen must trending explore discover
    here's now on this story the topic subject further reading background in other news you may might like from our
    archive archives read-on photos video gallery analysis-link review editor's pick picks top stories articles
    article coverage links link what to know"""
)
POINTER_HEADS = _words("read watch listen related recommended more see reading miss trending explore links")

IMPERATIVES = _words(
    """register subscribe sign log join download follow get click tap share support donate become create enter receive
    try start unlock stay visit install like check discover upgrade send email e-mail contact text make read see
    help consider"""
)
# What a publisher offers its readers.
OFFERS = _words(
    """free unlimited newsletter newsletters subscribe subscriber subscribers subscription subscriptions inbox email
    emails e-mail app podcast podcasts channel website journalism reporting account offer offers trial member members
    membership access updates alerts notifications facebook twitter instagram telegram whatsapp linkedin youtube
    tiktok rss briefing digest headlines articles article contribution contributions donation donations donate
    newsdesk signing posts register login here"""
)
# The publisher speaks of itself, or to the reader as a customer.
VOICE = _words(
    """our us we free newsletter newsletters subscriber subscribers subscription subscriptions app unlimited inbox
    membership trial briefing journalism my subscribe"""
)
PUBLISHER = _words("our us we my free unlimited remaining")
READER = _words("you your you're you'll yours you've")

ROLES = _words(
    """correspondent reporter editor columnist writer staff bureau author photographer producer journalist contributor
    analyst desk newsroom"""
)
DATE_LABELS = _words("published updated posted modified issued created first last on at date stand today yesterday")
DATE_STANDALONE = _words("published updated posted")
CALENDAR = _words(
    " ".join((*MONTHS, *WEEKDAYS, *SHORT_MONTHS, *SHORT_WEEKDAYS)).casefold()
    + """ am pm a.m p.m et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest ist st nd rd th
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    januar februar märz juni juli oktober dezember
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre de
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря"""
)
NUMBER_WORDS = _words("ago hour hours minute minutes day days week weeks month months year years a an uhr")
