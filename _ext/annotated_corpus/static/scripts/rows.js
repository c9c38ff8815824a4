// The comparison: order and filters, kept in the address so that a view can be shared.
queueMicrotask(() => {
  const form = document.querySelector(".corpus-controls");
  const rows = [...document.querySelectorAll(".corpus-row")];
  if (!form || !rows.length) return;

  const parent = rows[0].parentElement;
  const end = document.createComment("rows end here");
  rows.at(-1).after(end);
  const shown = form.querySelector(".corpus-shown");
  const orders = [...form.order.options].map((option) => option.value);
  const closeness = [...form.querySelectorAll("[name=relation]")].map((box) => box.value);
  const words = (row, name) => (row.dataset[name] ?? "").split(" ").filter(Boolean);
  const boxes = (name) => [...form.querySelectorAll(`[name=${name}]`)];
  const chosen = (name) => boxes(name).filter((box) => box.checked).map((box) => box.value);
  const all = (name) => boxes(name).every((box) => box.checked);

  const place = (row) => {
    const at = orders.indexOf(form.order.value);
    if (form.order.value !== "relation") return Number(words(row, "places")[at]);
    const closest = Math.min(...words(row, "relations").map((each) => closeness.indexOf(each)), closeness.length);
    return closest * rows.length + Number(words(row, "places")[0]);
  };

  const fits = (row) => {
    const relations = words(row, "relations");
    const show = form.show.value;
    if (show === "common" ? !relations.length : show && (relations.length || !row.querySelector(`[data-article="${show}"]`))) return false;
    if (show && show !== "common") return true;
    if (!relations.length) return chosen("relation").includes("alone") && all("basis");
    return relations.some((each) => chosen("relation").includes(each))
      && words(row, "bases").some((each) => chosen("basis").includes(each));
  };

  const none = document.createElement("p");
  none.className = "corpus-none";
  none.append("No row matches these choices. ", Object.assign(document.createElement("button"), { type: "button", textContent: "Show everything" }));
  none.lastChild.addEventListener("click", () => form.reset());
  end.before(none);

  // The ways to the views stand at the end of the list too.
  const ways = document.querySelector(".corpus-ways")?.cloneNode(true);
  if (ways) end.after(ways);

  // A link to a match shows its row from the top.
  for (const match of document.querySelectorAll(".corpus-row [id^=match-]")) match.closest(".corpus-row").prepend(match);

  // A view offers only the boxes that bear on its rows.
  const offer = () => {
    const only = form.show.value && form.show.value !== "common";
    for (const name of ["relation", "basis"]) {
      for (const box of boxes(name)) {
        box.closest("label").hidden = only || (form.show.value === "common" && box.value === "alone");
      }
      const set = boxes(name)[0]?.closest("fieldset");
      if (set) set.hidden = only;
    }
  };

  const apply = () => {
    offer();
    const articles = chosen("article");
    const some = boxes("article").length && !all("article");
    let visible = 0;
    for (const row of [...rows].sort((a, b) => place(a) - place(b))) {
      const sides = [...row.querySelectorAll(".corpus-side")];
      for (const side of sides) side.hidden = some && !articles.includes(side.dataset.article);
      const left = sides.filter((side) => !side.hidden).length;
      const alone = row.classList.contains("corpus-row-alone");
      row.hidden = !fits(row) || left < (alone || !some ? 1 : Math.min(2, articles.length));
      visible += !row.hidden;
      parent.insertBefore(row, end);
    }
    none.hidden = visible > 0;
    shown.textContent = visible === rows.length ? `All ${rows.length} rows` : `${visible} of ${rows.length} rows`;
  };

  // What only one article says stands in its own order, unless the reader wants another.
  const ordered = () => (orders.includes(form.show.value) ? form.show.value : orders[0]);

  const remember = () => {
    const query = new URLSearchParams();
    if (form.show.selectedIndex > 0) query.set("show", form.show.value);
    if (form.order.value !== ordered()) query.set("order", form.order.value);
    for (const name of ["relation", "basis", "article"]) {
      if (boxes(name).length && !all(name)) query.set(name, chosen(name).join("."));
    }
    const address = `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`;
    try { history.replaceState(history.state, "", address); } catch { /* a file opened from disk may not have it */ }
  };

  const recall = () => {
    const query = new URLSearchParams(location.search);
    if ([...form.show.options].some((option) => option.value === query.get("show"))) form.show.value = query.get("show");
    form.order.value = orders.includes(query.get("order")) ? query.get("order") : ordered();
    for (const name of ["relation", "basis", "article"]) {
      const wanted = query.get(name)?.split(".");
      if (wanted) for (const box of boxes(name)) box.checked = wanted.includes(box.value);
    }
  };

  form.addEventListener("change", (event) => {
    if (event.target === form.show && form.show.value) form.order.value = ordered();
    apply();
    remember();
  });
  form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
  form.addEventListener("submit", (event) => event.preventDefault());

  // A link to a match must lead to it whatever the filters hide.
  const reveal = () => {
    const row = location.hash && document.getElementById(location.hash.slice(1))?.closest(".corpus-row");
    if (row?.hidden) { form.reset(); setTimeout(() => row.scrollIntoView()); }
  };
  addEventListener("hashchange", reveal);
  form.reset();
  recall();
  apply();
  reveal();
});
