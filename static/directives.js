// Filters and groups the directives of a report. The page lists everything without it; all words
// stand in the page.

{
  const form = document.querySelector("form.filters");
  const table = document.querySelector(".directive-table table");
  const selects = [...form.querySelectorAll("select")];
  const output = form.querySelector("output");
  const reset = form.querySelector("button");
  const choices = form.querySelector(".chosen");
  const nothing = form.querySelector(".nothing");
  const dropped = form.querySelector(".dropped");
  const bodies = [...table.tBodies];
  const columns = table.tHead.rows[0].cells.length;

  const values = (text) => (text === "" ? [] : text.split("|"));
  const month = (date) => date.slice(0, 7);
  const quarter = (date) => `${date.slice(0, 4)}-q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

  const directives = [...table.querySelectorAll("tr[data-id]")].map((row) => {
    const { id, deadline, state } = row.dataset;
    const lead = values(row.dataset.lead);
    return {
      row,
      text: document.getElementById(id),
      lead,
      departments: [...lead, ...values(row.dataset.support)],
      topics: values(row.dataset.topics),
      deadlines: deadline === "" ? ["khong"] : [quarter(deadline), month(deadline)],
      state: state === "" ? "khong" : state,
    };
  });

  /** Whether a directive has the value of a filter. */
  const has = {
    "don-vi": (directive, value) => directive.departments.includes(value),
    "linh-vuc": (directive, value) => directive.topics.includes(value),
    "han": (directive, value) => directive.deadlines.includes(value),
    "tinh-trang": (directive, value) => directive.state === value,
  };

  /** The filter whose choices are the groups, and the groups of a directive. */
  const groupings = {
    "don-vi": ["don-vi", (directive) => directive.lead, form.dataset.noLead],
    "linh-vuc": ["linh-vuc", (directive) => directive.topics, form.dataset.noTopic],
    "quy": ["han", (directive) => directive.deadlines.slice(0, 1)],
    "thang": ["han", (directive) => directive.deadlines.slice(-1)],
    "tinh-trang": ["tinh-trang", (directive) => [directive.state]],
  };

  function chosen(name) {
    return form.elements[name]?.value ?? "";
  }

  function show() {
    const filters = Object.keys(has).filter((name) => chosen(name) !== "");
    const shown = directives.filter((directive) =>
      filters.every((name) => has[name](directive, chosen(name))),
    );
    for (const directive of directives) {
      directive.row.hidden = directive.text.hidden = !shown.includes(directive);
    }
    for (const part of [...bodies, ...document.querySelectorAll(".directive-list")]) {
      part.hidden = [...part.querySelectorAll("tr[data-id], li.directive")].every((each) => each.hidden);
    }
    showNotes();
    group(shown);
    output.textContent = form.dataset.shown
      .replace("{shown}", shown.length)
      .replace("{total}", directives.length);
    choices?.replaceChildren(selects.filter(({ value }) => value !== "").map(said).join("; "));
    nothing.hidden = shown.length > 0;
    table.parentElement.hidden = shown.length === 0;
    reset.hidden = selects.every((select) => select.value === "");
  }

  /** "Tình trạng: Đang thực hiện": what paper has of a choice. */
  function said(select) {
    return `${select.labels[0].firstChild.textContent.trim()}: ${select.selectedOptions[0].text}`;
  }

  /** A note goes with the last directive that refers to it. */
  function showNotes() {
    const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const unseen = (link) => target(link)?.closest("[hidden]") != null;
    for (const note of document.querySelectorAll(".note-list > li")) {
      const ways = [...note.querySelectorAll("[role=doc-backlink]")];
      note.hidden = ways.length > 0 && ways.every(unseen);
    }
    for (const notes of document.querySelectorAll(".notes")) {
      notes.hidden = [...notes.querySelectorAll(".note-list > li")].every((note) => note.hidden);
    }
  }

  /** Puts copies of the lines into groups; a directive stands in each group that it belongs to. */
  function group(shown) {
    table.querySelectorAll("tbody.grouped").forEach((body) => body.remove());
    const grouping = groupings[chosen("nhom")];
    if (grouping === undefined) return;
    const [filter, of, without] = grouping;
    const choices = [...form.elements[filter].options].map(({ value, text }) => [value, text]);
    for (const [value, title] of [...choices.filter(([value]) => value !== ""), ["", without]]) {
      const members = shown.filter((directive) =>
        value === "" ? of(directive).length === 0 : of(directive).includes(value),
      );
      if (members.length > 0) table.append(body(title, members));
    }
    bodies.forEach((body) => (body.hidden = true));
  }

  function body(title, members) {
    const body = document.createElement("tbody");
    const head = document.createElement("th");
    body.className = "grouped";
    head.scope = "rowgroup";
    head.colSpan = columns;
    head.textContent = `${title} (${members.length})`;
    const line = body.insertRow();
    line.className = "group";
    line.append(head);
    body.append(...members.map(({ row }) => row.cloneNode(true)));
    return body;
  }

  /** What is chosen, as the address says it; what of it the page no longer has is named. */
  function read() {
    const address = new URLSearchParams(location.search);
    const gone = [];
    for (const select of selects) {
      const wanted = address.get(select.name) ?? "";
      const known = [...select.options].some(({ value }) => value === wanted);
      select.value = known ? wanted : "";
      if (!known) gone.push(wanted);
    }
    say(gone);
    show();
    reveal();
  }

  /** The directive that the address leads to, if the filters hide it. */
  function unseen() {
    const named = ({ row }) => row.querySelector("a[href^='#']").hash === location.hash;
    return directives.find((directive) => directive.text.hidden && named(directive));
  }

  /** Filters give way to the directive that a link leads to. */
  function reveal() {
    const wanted = unseen();
    if (wanted === undefined) return;
    clear();
    wanted.text.scrollIntoView();
  }

  function say(gone) {
    dropped.hidden = gone.length === 0;
    dropped.textContent = dropped.dataset.dropped.replace("#", () => gone.join(", "));
  }

  function clear() {
    selects.forEach((select) => (select.value = ""));
    write();
  }

  function write() {
    show();
    const address = new URL(location.href);
    for (const { name, value } of selects) {
      if (value === "") address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    if (unseen() !== undefined) address.hash = "";
    history.replaceState(history.state, "", address);
    say([]);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", write);
  reset.addEventListener("click", () => {
    clear();
    selects[0].focus();
  });
  addEventListener("popstate", read);
  read();
  form.classList.add("ready");
}
