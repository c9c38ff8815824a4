// The article page: the words that a note is about, the target of a jump, and the way back from it.
queueMicrotask(() => {
  const data = JSON.parse(document.getElementById("corpus-data")?.textContent ?? "{}");

  // Words in common are given as spans of the claim's text, counted in code points.
  const ranges = (claim, spans) => {
    const walker = document.createTreeWalker(claim, NodeFilter.SHOW_TEXT);
    const points = [];
    while (walker.nextNode()) {
      let offset = 0;
      for (const character of walker.currentNode.data) {
        points.push([walker.currentNode, offset, character.length]);
        offset += character.length;
      }
    }
    return spans.filter(([start, end]) => points[start] && points[end - 1]).map(([start, end]) => {
      const range = new Range();
      range.setStart(points[start][0], points[start][1]);
      range.setEnd(points[end - 1][0], points[end - 1][1] + points[end - 1][2]);
      return range;
    });
  };

  const light = (item) => {
    dark();
    const found = [];
    for (const link of item.querySelectorAll("a[href*='#']")) {
      const other = link.getAttribute("href").split("#")[1];
      for (const [own, spans] of Object.entries(data.same?.[other] ?? {})) {
        const claim = document.getElementById(own);
        if (!claim) continue;
        claim.classList.add("corpus-lit");
        found.push(...ranges(claim, spans));
      }
    }
    if (globalThis.Highlight && CSS.highlights) CSS.highlights.set("corpus-same", new Highlight(...found));
  };
  const dark = () => {
    for (const claim of document.querySelectorAll(".corpus-lit")) claim.classList.remove("corpus-lit");
    globalThis.CSS?.highlights?.delete("corpus-same");
  };
  for (const item of document.querySelectorAll(".corpus-note-match li")) {
    item.addEventListener("pointerenter", () => light(item));
    item.addEventListener("pointerleave", dark);
    item.addEventListener("focusin", () => light(item));
    item.addEventListener("focusout", dark);
  }

  // On paper an address must be whole; the page itself knows only the way from here to there.
  addEventListener("beforeprint", () => {
    for (const link of document.querySelectorAll(".corpus-note-match a[href]")) link.dataset.address = link.href;
  });

  // A link into something folded opens it.
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("details:not([open])");
    if (folded) { folded.open = true; target.scrollIntoView(); }
  };

  // The way back after a jump. It stands where the theme keeps room for tools, in its header on a narrow screen or
  // at the foot of its sidebar on a wide one, so that it covers no text; it goes when the reader has gone on reading.
  const back = document.createElement("button");
  back.type = "button";
  back.className = "corpus-back";
  back.textContent = "← Back";
  back.title = "Back to where you were";
  back.setAttribute("aria-label", back.title);
  back.hidden = true;
  back.addEventListener("click", () => { hide(); history.back(); });
  const place = () => {
    const places = [".mobile-header .header-left", ".sidebar-sticky"].map((each) => document.querySelector(each));
    (places.find((each) => each?.getClientRects().length && getComputedStyle(each).visibility === "visible") ?? document.body).append(back);
  };
  place();
  addEventListener("resize", place);
  let watch;
  const hide = () => { back.hidden = true; watch?.disconnect(); };
  const offer = () => {
    place();
    back.hidden = false;
    watch?.disconnect();
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let reached = false;
    watch = new IntersectionObserver(([{ isIntersecting }]) => {
      if (isIntersecting) reached = true;
      else if (reached) hide(); // more than a screen away
    }, { rootMargin: "100% 0px" });
    if (target) watch.observe(target);
  };
  let jumping = false;
  addEventListener("click", (event) => {
    jumping = Boolean(event.target.closest?.("a[href*='#']:not(.corpus-number)"));
    if (!back.contains(event.target)) hide();
  });
  addEventListener("hashchange", () => {
    unfold();
    if (jumping) offer();
    else hide();
    jumping = false;
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  const arrived = performance.getEntriesByType("navigation")[0]?.type === "navigate"
    && location.hash.length > 1 && document.referrer.startsWith(`${location.origin}/`) && history.length > 1;
  unfold();
  if (arrived) offer();
});
