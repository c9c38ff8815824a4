// The search page: asks the index of Pagefind, and shows the paragraphs that it finds, article by article.
(() => {
  const home = document.querySelector(".corpus-search");
  if (!home) return;
  const form = home.querySelector("form");
  const said = home.querySelector(".corpus-search-said");
  const found = home.querySelector(".corpus-search-found");
  const field = form.elements.q;
  const choices = ["source", "year", "order"].map((name) => form.elements[name]).filter(Boolean);
  const root = new URL(home.dataset.root, document.baseURI);

  const AT_ONCE = 10; // articles
  const FIRST = 3; // paragraphs of an article
  const ENTRIES = 8;
  const PAGES = 3;
  const LONG = 60; // words of a paragraph; of a longer one, as many around those that were found
  const WAIT = 250; // milliseconds without a key

  const make = (name, className, ...inside) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.append(...inside);
    return node;
  };
  const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

  if (location.protocol === "file:") {
    const command = make("code", "", "python3 -m http.server");
    said.append(
      "This search needs a web server, and the page was opened as a file. Run ", command,
      " in the folder of the site, then open http://localhost:8000/.",
    );
    for (const each of form.elements) each.disabled = true;
    return;
  }

  let opened;
  const open = () => {
    opened ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
      await pagefind.init();
      return pagefind;
    });
    return opened;
  };

  const split = (text) => text.trim().split(/\s+/);
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const pieces = (text) => {
    const inside = plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    return inside.length > 1 ? [inside.join(""), ...inside] : inside; // "U.S." is "us", as Pagefind has it
  };
  // Whether a word found may be the word wanted: its beginning, or the same but for an ending ("warnings", "warned").
  const akin = (wanted, word) => {
    if (word.startsWith(wanted)) return true;
    let alike = 0;
    while (alike < wanted.length && wanted[alike] === word[alike]) alike += 1;
    const ends = [wanted.length - alike, word.length - alike];
    return alike >= 4 ? Math.max(...ends) <= 4 : alike >= 2 && ends[0] <= 2 && !ends[1];
  };
  const meant = (wanted, word) => pieces(word).some((one) => pieces(wanted).some((other) => akin(other, one)));
  const same = (wanted, word) => pieces(word).includes(pieces(wanted)[0]);
  const begins = (wanted, word) => pieces(word).some((one) => pieces(wanted).some((other) => one.startsWith(other)));

  // Where the words stand in a document. Of a phrase, Pagefind tells one place only.
  const places = (data, query, words) => {
    const told = data.weighted_locations.map(({ location: place, balanced_score: weight }) => ({ place, weight }));
    if (!query.phrase) return told;
    const starts = words.flatMap((_, at) => (query.words.every((each, by) => meant(each, words[at + by] ?? "")) ? [at] : []));
    const inside = starts.flatMap((at) => query.words.map((_, by) => ({ place: at + by, weight: 1 })));
    return inside.length ? inside : told;
  };

  // The parts of a document, each from its anchor to the next one, with the places of the words found in it.
  const parts = (data, query) => {
    const anchors = [...data.anchors].sort((a, b) => a.location - b.location);
    const words = data.content.split(/\s+/);
    const hits = places(data, query, words);
    return anchors.map((anchor, at) => {
      const end = anchors[at + 1]?.location ?? words.length;
      const inside = hits.filter(({ place }) => place >= anchor.location && place < end);
      return {
        id: anchor.id,
        name: anchor.text,
        after: words.slice(anchor.location + split(anchor.text).length, end),
        has: new Set(query.words.filter((wanted) => inside.some(({ place }) => meant(wanted, words[place])))),
        exact: inside.filter(({ place }) => query.words.some((wanted) => same(wanted, words[place]))).length,
        hits: new Set(inside.map(({ place }) => place - anchor.location)),
        weight: inside.reduce((sum, each) => sum + each.weight, 0),
      };
    });
  };

  // A text with the words found marked, cut around them where it is long.
  const marked = (words, hits, most = Infinity) => {
    let start = 0;
    if (words.length > most) {
      const inside = (from) => [...hits].filter((hit) => hit >= from && hit < from + most).length;
      const best = [...hits].sort((a, b) => inside(b) - inside(a) || a - b)[0] ?? 0;
      start = Math.min(Math.max(0, best - 8), words.length - most);
    }
    const shown = document.createDocumentFragment();
    if (start) shown.append("… ");
    words.slice(start, start + most).forEach((word, at) => {
      if (at) shown.append(" ");
      shown.append(hits.has(start + at) ? make("mark", "", word) : word);
    });
    if (start + most < words.length) shown.append(" …");
    return shown;
  };

  const link = (data, id, ...inside) => {
    const node = make("a", "", ...inside);
    const target = new URL(data.raw_url.replace(/^\//, ""), root);
    if (id) target.hash = id;
    node.href = target.href;
    node.dir = "auto";
    return node;
  };

  // "7" of a paragraph, "h1" of a highlight: as in the margin of the article.
  const number = (id) => {
    const [, letter, digits] = id.match(/-([a-z])(\d+[a-z]*)$/) ?? [];
    return letter === "p" ? digits : `${letter ?? ""}${digits ?? ""}`;
  };

  const paragraph = (data, part) => {
    const name = make("span", "corpus-search-number", number(part.id));
    return make("li", "", link(data, part.id, name, marked(split(part.name), part.hits, LONG)));
  };

  const article = (query) => (data) => {
    const [title, ...rest] = parts(data, query);
    const heading = make("h2", "", link(data, title.hits.size ? title.id : "", marked(split(title.name), title.hits)));
    const origin = [data.filters.source, data.filters.date].filter(Boolean).join(" · ");
    const hits = rest.filter((part) => part.hits.size);
    const first = new Set([...hits].sort((a, b) => b.weight - a.weight).slice(0, FIRST));
    const list = make("ul", "", ...hits.filter((part) => first.has(part)).map((part) => paragraph(data, part)));
    const item = make("li", "corpus-search-article", heading);
    if (origin) item.append(make("p", "corpus-search-origin", origin));
    if (hits.length) item.append(list);
    if (hits.length > FIRST) {
      const more = make("button", "", `${count(hits.length - FIRST, "more paragraph")}`);
      more.type = "button";
      more.addEventListener("click", () => {
        const at = hits.findIndex((part) => !first.has(part));
        list.replaceChildren(...hits.map((part) => paragraph(data, part)));
        list.children[at].querySelector("a").focus();
        more.remove();
      });
      item.append(more);
    }
    return item;
  };

  // People and places that have all the words: first those that have them as they were typed, and in their name.
  const entries = (pages, query) => {
    const all = pages.flatMap((data) => parts(data, query).map((part) => ({ data, part, named: split(part.name).length })));
    const inName = ({ part, named }) => [...part.hits].filter((hit) => hit < named).length;
    return all.filter(({ part }) => part.has.size === query.words.length)
      .sort((a, b) => b.part.exact - a.part.exact || inName(b) - inName(a) || a.named - b.named)
      .slice(0, ENTRIES)
      .map(({ data, part, named }) => {
        const hits = new Set([...part.hits].map((hit) => hit - named));
        const item = make("li", "", link(data, part.id, marked(split(part.name), part.hits)));
        if (part.after.join("")) item.append(" · ", make("span", "corpus-search-more", marked(part.after, hits, 24)));
        return item;
      });
  };

  const page = (query) => (data) => {
    const sections = parts(data, query).filter((part) => part.has.size).sort((a, b) => b.weight - a.weight);
    const best = sections[0];
    if (!best) return [];
    const item = make("li", "", link(data, best.id, data.meta.title));
    const named = split(best.name).length;
    const hits = new Set([...best.hits].map((hit) => hit - named));
    if (best.name !== data.meta.title) item.append(`: ${best.name}`);
    if (best.after.length) item.append(" ", make("span", "corpus-search-more", marked(best.after, hits, 24)));
    return [item];
  };

  const group = (title, items) =>
    items.length ? [make("section", "corpus-search-group", make("h2", "", title), make("ul", "", ...items))] : [];

  const load = (results) => Promise.all(results.map((each) => each.data()));

  const remember = (query) => {
    const state = new URLSearchParams();
    if (query) state.set("q", query);
    for (const each of choices) if (each.value) state.set(each.name, each.value);
    history.replaceState(null, "", `${location.pathname}${state.size ? `?${state}` : ""}`);
  };

  // What is asked: the whole query is a phrase if it is quoted. Pagefind takes straight marks for that.
  const understood = (text) => {
    const straight = text.replace(/[“”„«»]/g, '"');
    const words = split(straight.replace(/"/g, " ")).filter((word) => pieces(word).length);
    return { straight, words, phrase: /^".+"$/.test(straight) };
  };

  // The words that no article has: for such a one, Pagefind finds others that begin like it ("margin" for "Mars").
  const lacking = async (pagefind, query, filters, first) => {
    if (query.phrase) return [];
    const exact = await Promise.all(query.words.map((word) => pagefind.search(`"${word}"`, { filters })));
    const found = first.flatMap((data) => {
      const words = data.content.split(/\s+/);
      return data.locations.map((place) => words[place]);
    });
    return query.words.filter((word, at) => !exact[at].results.length && !found.some((each) => begins(word, each)));
  };

  const find = async (query) => {
    const pagefind = await open();
    const chosen = Object.fromEntries(choices.filter((each) => each.value).map((each) => [each.name, each.value]));
    const { order, ...narrow } = chosen;
    const narrowed = Object.keys(narrow).length > 0;
    const filters = { kind: "article", ...narrow };
    const [articles, ...others] = await Promise.all([
      pagefind.search(query.straight, { filters, sort: order ? { date: order } : {} }),
      ...(narrowed ? [] : ["entries", "page"]).map((kind) => pagefind.search(query.straight, { filters: { kind } })),
    ]);
    const [first, named = [], pages = []] = await Promise.all([
      load(articles.results.slice(0, AT_ONCE)),
      ...others.map((each) => load(each.results.slice(0, PAGES))),
    ]);
    const missing = await lacking(pagefind, query, filters, first);
    if (!missing.length) return { query, results: articles.results, first, missing, narrowed, named, pages };
    const rest = understood(query.words.filter((word) => !missing.includes(word)).join(" "));
    const found = rest.words.length ? await find(rest) : { query, results: [], first: [], narrowed, named, pages };
    return { ...found, missing };
  };

  const tell = ({ results, missing, narrowed }) => {
    const where = narrowed ? " of this choice" : "";
    if (!results.length) return `No article${where} found.`;
    if (!missing.length) return `${count(results.length, "article")}${where} found.`;
    return `No article${where} has “${missing.join("”, “")}”. ${count(results.length, "article")} found with the rest.`;
  };

  let turn = 0;
  const draw = (mine, answer) => {
    const list = make("ol", "", ...answer.first.map(article(answer.query)));
    const more = make("button", "corpus-search-next");
    more.type = "button";
    const label = () => {
      const left = answer.results.length - list.children.length;
      more.textContent = count(left, "more article");
      if (!left) more.remove();
    };
    more.addEventListener("click", async () => {
      const at = list.children.length;
      const next = await load(answer.results.slice(at, at + AT_ONCE));
      if (mine !== turn || list.children.length !== at) return;
      list.append(...next.map(article(answer.query)));
      list.children[at].querySelector("a").focus();
      label();
    });
    found.replaceChildren(
      ...group("People and places", entries(answer.named, answer.query)),
      list, more,
      ...group("Other pages", answer.pages.flatMap(page(answer.query))),
    );
    label();
    said.textContent = tell(answer);
  };

  const search = async () => {
    const mine = ++turn;
    const query = understood(field.value.trim());
    remember(field.value.trim());
    if (!query.words.length) {
      found.replaceChildren();
      said.textContent = "";
      return;
    }
    try {
      const answer = await find(query);
      if (mine === turn) draw(mine, answer); // else the reader has typed on
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      opened = undefined;
      found.replaceChildren();
      said.textContent = "The index of the search could not be loaded. Try again, or tell those who keep this site.";
    }
  };

  let timer;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(search, WAIT);
  });
  field.addEventListener("focus", () => open().catch(() => { opened = undefined; }), { once: true });
  for (const each of choices) each.addEventListener("change", search);

  // Arrows lead from the words to the results and through them.
  home.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.localName === "select") return;
    const links = [...found.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement) + step;
    if (event.target === field ? step < 0 || !links.length : at - step < 0) return;
    event.preventDefault();
    (at < 0 ? field : links[Math.min(at, links.length - 1)]).focus();
  });

  const state = new URLSearchParams(location.search);
  field.value = state.get("q") ?? "";
  for (const each of choices) {
    const wanted = state.get(each.name) ?? "";
    if ([...each.options].some((option) => option.value === wanted)) each.value = wanted;
  }
  if (field.value) search();
  else field.focus();
})();
