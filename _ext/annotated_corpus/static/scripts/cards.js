// Cards: who a person is, where a place is, what a cited paragraph says. Mouse, keyboard and touch open them.
queueMicrotask(() => {
  const cards = JSON.parse(document.getElementById("corpus-data")?.textContent ?? "{}").cards;
  if (!cards) return;

  const card = document.createElement("div");
  card.id = "corpus-card";
  card.className = "corpus-card";
  card.popover = "manual";
  card.setAttribute("role", "tooltip");
  document.body.append(card);
  let current, timer;

  const close = () => {
    clearTimeout(timer);
    current?.removeAttribute("aria-describedby");
    current = undefined;
    if (card.matches(":popover-open")) card.hidePopover();
  };
  const later = (act, delay) => { clearTimeout(timer); timer = setTimeout(act, delay); };

  const open = (link, touched) => {
    close();
    const [title, text, more] = cards[link.getAttribute("href")];
    const lines = [["strong", title], ["span", text], ["small", more], ["small", touched ? "Tap again to go there." : ""]];
    card.replaceChildren(...lines.filter(([, words]) => words).map(([name, words]) => {
      const line = document.createElement(name);
      line.dir = "auto";
      line.textContent = words;
      return line;
    }));
    card.showPopover();
    const at = link.getClientRects()[0];
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8));
    const below = at.bottom + 6 + card.offsetHeight < innerHeight;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? at.bottom + 6 : Math.max(0, at.top - card.offsetHeight - 6)) + scrollY}px`;
    link.setAttribute("aria-describedby", card.id);
    current = link;
  };

  for (const link of document.querySelectorAll("article a[href*='#'], .body a[href*='#']")) {
    if (!Object.hasOwn(cards, link.getAttribute("href"))) continue;
    link.removeAttribute("title");
    link.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") later(() => open(link), 250); });
    link.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") later(close, 200); });
    link.addEventListener("focus", () => { if (link.matches(":focus-visible")) open(link); });
    link.addEventListener("blur", close);
    link.addEventListener("click", (event) => {
      if (event.pointerType === "touch" && current !== link) { event.preventDefault(); open(link, true); }
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => later(close, 200));
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  addEventListener("pointerdown", (event) => { if (current && !card.contains(event.target) && event.target.closest?.("a") !== current) close(); });
});
