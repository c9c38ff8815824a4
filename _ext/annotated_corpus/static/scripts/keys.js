// Keys to step through paragraphs and matches; "?" lists them, and a switch there turns them off.
queueMicrotask(() => {
  const blocks = [...document.querySelectorAll(".corpus-edition > .corpus-block, .corpus-row")];
  const buttons = [...document.querySelectorAll(".corpus-help")];
  if (!blocks.length || !buttons.length) return;

  const matching = (block) => block.nextElementSibling?.classList.contains("corpus-note-match")
    || (block.classList.contains("corpus-row") && !block.classList.contains("corpus-row-alone"));
  const STORE = "corpus-keys-off";
  const off = () => { try { return localStorage.getItem(STORE) === "1"; } catch { return false; } };

  let current = -1;
  const step = (by, wanted) => {
    const visible = blocks.filter((block) => block.offsetParent !== null);
    let at = visible.indexOf(blocks[current]);
    if (at < 0 && by < 0) at = visible.length;
    do { at += by; } while (visible[at] && !wanted(visible[at]));
    if (!visible[at]) return;
    blocks[current]?.classList.remove("corpus-current");
    current = blocks.indexOf(visible[at]);
    const block = visible[at];
    block.classList.add("corpus-current");
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    block.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  };

  const help = document.createElement("dialog");
  help.className = "corpus-keys";
  help.setAttribute("aria-labelledby", "corpus-keys-title");
  const KEYS = [
    ["j", "next paragraph or row", () => step(1, () => true)],
    ["k", "previous paragraph or row", () => step(-1, () => true)],
    ["n", "next match", () => step(1, matching)],
    ["p", "previous match", () => step(-1, matching)],
    ["c", "cite the paragraph", () => blocks[current]?.querySelector(".corpus-number")?.click()],
    ["?", "this list", () => help.showModal()],
    ["Escape", "close what is open"],
  ];
  const title = document.createElement("h2");
  title.id = "corpus-keys-title";
  title.textContent = "Keys";
  const list = document.createElement("dl");
  for (const [key, meaning] of KEYS) {
    const name = document.createElement("dt");
    const what = document.createElement("dd");
    name.append(Object.assign(document.createElement("kbd"), { textContent: key }));
    what.textContent = meaning;
    list.append(name, what);
  }
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: !off() });
  box.addEventListener("change", () => { try { localStorage.setItem(STORE, box.checked ? "0" : "1"); } catch { /* not kept */ } });
  const label = document.createElement("label");
  label.append(box, " Single keys are on");
  const done = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
  done.addEventListener("click", () => help.close());
  help.append(title, list, label, done);
  document.body.append(help);
  for (const button of buttons) button.addEventListener("click", () => help.showModal());

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || (off() && event.key !== "?")) return;
    if (event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable], .corpus-menu")) return;
    const act = KEYS.find(([key]) => key === event.key)?.[2];
    if (act) { event.preventDefault(); act(); }
  });
});
