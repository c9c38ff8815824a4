// The cite menu: the number of a paragraph opens it. Without this script the number is a plain permanent link.
queueMicrotask(() => {
  const data = JSON.parse(document.getElementById("corpus-data")?.textContent ?? "{}");
  const numbers = [...document.querySelectorAll(".corpus-number[data-sum]")]; // what has gone is not offered
  if (!data.forms || !numbers.length) return;

  const page = (document.querySelector("link[rel=canonical]")?.href || location.href).split("#")[0].split("?")[0];
  const menu = document.createElement("div");
  menu.id = "corpus-cite";
  menu.className = "corpus-menu";
  menu.popover = "auto";
  menu.setAttribute("role", "dialog");
  const heading = document.createElement("p");
  heading.className = "corpus-menu-title";
  const list = document.createElement("ul");
  const said = document.createElement("p");
  said.className = "corpus-said";
  said.setAttribute("role", "status");
  menu.append(heading, list, said);
  document.body.append(menu);

  const textOf = (block) => {
    const copy = block.cloneNode(true);
    for (const number of copy.querySelectorAll(".corpus-number, .corpus-debris")) number.remove();
    return copy.textContent.trim();
  };
  // As `nested` in pages/citation.py has it: double quotation marks within double ones become single.
  const single = { "“": "‘", "”": "’", "„": "‚", '"': "'" };
  const nested = (words) => words.replace(/[“”„"]/g, (mark) => single[mark]);
  const fill = (form, number) => {
    const anchor = number.hash.slice(1);
    const values = {
      anchor, name: number.dataset.name, checksum: number.dataset.sum, link: `${page}#${anchor}`,
      quote: nested(textOf(number.parentElement)),
    };
    return form.replace(/%(\w+)%/g, (whole, key) => values[key] ?? whole);
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      menu.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      if (!done) throw new Error("refused");
    }
  };

  let opener;
  for (const [name, form] of data.forms) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", async () => {
      const text = fill(form, opener);
      try {
        await copy(text);
        said.textContent = `Copied: ${name}.`;
        button.dataset.done = "";
      } catch {
        said.textContent = `The browser does not let this page copy. Here it is: ${text}`;
      }
      button.focus();
    });
    const item = document.createElement("li");
    item.append(button);
    list.append(item);
  }

  const open = (number) => {
    opener = number;
    heading.textContent = `Copy a citation of ${data.label}, ${number.dataset.name}`;
    menu.setAttribute("aria-label", heading.textContent);
    said.textContent = "";
    for (const button of list.querySelectorAll("button")) delete button.dataset.done;
    menu.showPopover();
    const at = number.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - menu.offsetWidth - 8));
    const below = at.bottom + 4 + menu.offsetHeight < innerHeight;
    menu.style.left = `${left + scrollX}px`;
    menu.style.top = `${(below ? at.bottom + 4 : Math.max(8, at.top - menu.offsetHeight - 4)) + scrollY}px`;
    number.setAttribute("aria-expanded", "true");
    list.querySelector("button").focus();
  };
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "closed") opener?.setAttribute("aria-expanded", "false");
  });
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...list.querySelectorAll("button")];
    buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length).focus();
  });

  for (const number of numbers) {
    number.setAttribute("role", "button");
    number.setAttribute("aria-haspopup", "dialog");
    number.setAttribute("aria-expanded", "false");
    number.setAttribute("aria-label", `Cite ${number.dataset.name}${number.closest(".corpus-alone") ? ", no match found in another article" : ""}`);
    number.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab, as with any link
      event.preventDefault();
      if (opener === number && menu.matches(":popover-open")) menu.hidePopover();
      else open(number);
    });
    number.addEventListener("keydown", (event) => {
      if (event.key === " ") { event.preventDefault(); open(number); }
    });
  }
});
