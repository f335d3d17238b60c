// What pages do besides being read: a footnote opens where the reader is, a paragraph can be quoted,
// the outline follows the text. Without this file every link leads where it says. All words are in
// the templates of the page (_popups.html).

{
  const NARROW = matchMedia("(max-width: 40rem)");
  const GAP = 8;
  /** A margin that is as wide as this can hold a popup. */
  const MARGIN = 256;

  /** The popup that is open, or was last. */
  let popup = null;

  /** Opens a popup made of a template beside `opener`; closed, it gives the focus back. */
  function open(template, opener, fill) {
    popup?.remove();
    document.querySelector(".quoted")?.classList.remove("quoted");
    const made = document.getElementById(template).content.firstElementChild.cloneNode(true);
    popup = Object.assign(made, { opener });
    fill(made);
    opener.closest("main").append(made);
    const back = () => opener.focus({ preventScroll: true });
    made.querySelector(".popup-close").addEventListener("click", () => {
      made.hidePopover();
      back();
    });
    made.addEventListener("toggle", (event) => {
      if (event.newState === "open") return;
      // The browser gives the focus back by itself, but not where it came from a popup before.
      if (document.activeElement === document.body || made.contains(document.activeElement)) back();
      opener.closest(".quoted")?.classList.remove("quoted");
      made.remove();
    });
    made.showPopover();
    place(made, opener);
    made.focus({ preventScroll: true });
  }

  /** On a wide screen a popup stands in the free margin or below its opener; on a narrow one the
      style sheet lays it along the lower edge, and the opener moves out from behind it. */
  function place(made, opener) {
    made.screen = innerWidth;
    const at = opener.getBoundingClientRect();
    if (NARROW.matches) {
      const hidden = at.bottom + 2 * GAP - made.getBoundingClientRect().top;
      if (hidden > 0) scrollBy(0, hidden);
      return;
    }
    const text = (opener.closest("p, li, h1, h2, h3, h4, h5, h6, figure") ?? opener).getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const margin = room - text.right - 5 * GAP;
    const beside = margin >= MARGIN;
    if (beside && margin < made.offsetWidth) made.style.width = `${margin}px`;
    if (!beside) made.style.maxHeight = `min(60vh, ${Math.max(at.top, innerHeight - at.bottom) - 2 * GAP}px)`;
    const { offsetWidth: width, offsetHeight: height } = made;
    const left = beside ? text.right + 4 * GAP : Math.min(at.left, room - width - GAP);
    const below = beside ? at.top - GAP : at.bottom + GAP;
    const above = beside ? innerHeight - height - GAP : at.top - height - GAP;
    const top = below + height + GAP <= innerHeight ? below : above;
    made.style.left = `${Math.max(GAP, left) + scrollX}px`;
    made.style.top = `${Math.max(GAP, top) + scrollY}px`;
  }

  /** A screen that was turned has another place for what is open. */
  function turn() {
    if (!popup?.isConnected || popup.screen === innerWidth) return;
    popup.removeAttribute("style");
    place(popup, popup.opener);
  }

  /** A copy of an element without what belongs to its place in the page. */
  function copy(element, without) {
    const made = element.cloneNode(true);
    made.querySelectorAll(without).forEach((part) => part.remove());
    made.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    made.removeAttribute("id");
    return made;
  }

  /** What a link of the page leads to. */
  function target(link) {
    return document.getElementById(decodeURIComponent(link.hash.slice(1)));
  }

  /** Opens the note that a reference leads to. */
  function showNote(link, opener, before) {
    const note = target(link);
    if (note === null) return false;
    open("_popup-note", opener, (made) => {
      Object.assign(made, { link, before });
      made.querySelector(".popup-title").textContent = link.getAttribute("aria-label");
      made.querySelector(".popup-body").append(...copy(note, ".backlinks, .permalink").childNodes);
      lead(made, link.hash, opener, before);
    });
    return true;
  }

  /** Where a popup leads on to, and back to, if it was opened from a note. */
  function lead(made, address, opener, before) {
    const back = made.querySelector(".popup-back");
    back.hidden = before.length === 0;
    back.addEventListener("click", () => showNote(before.at(-1), opener, before.slice(0, -1)));
    const more = made.querySelector(".popup-more");
    more.href = address;
    more.addEventListener("click", () => made.hidePopover());
  }

  /** What an abbreviation stands for: a finger cannot point at its title. */
  function showAbbreviation(link, opener, before) {
    open("_popup-note", opener, (made) => {
      made.querySelector(".popup-title").textContent = link.textContent;
      made.querySelector(".popup-body").textContent = link.title;
      const more = made.querySelector(".popup-more");
      more.textContent = more.dataset.abbreviations;
      lead(made, link.href, opener, before);
    });
  }

  /** What is not part of a quotation: the number of a heading, which the place names, and links. */
  const UNQUOTED =
    ".noteref, .permalink, .backlinks, .directive-facts, .directive-side, :is(h1, h2, h3, h4, h5, h6) > .number";

  const HEADINGS = ":is(h1, h2, h3, h4, h5, h6)";

  /** What is quoted at a permalink: what the reader has selected of it, else all of it. */
  function quoted(link) {
    const whole = target(link) ?? link.parentElement;
    const source = (whole.matches(HEADINGS) && whole.closest(".directive")) || whole;
    const selection = getSelection();
    const inside = !selection.isCollapsed && source.contains(selection.anchorNode) && source.contains(selection.focusNode);
    const holder = document.createElement("div");
    holder.append(inside ? selection.getRangeAt(0).cloneContents() : source.cloneNode(true));
    return { source, text: words(copy(holder, UNQUOTED)) };
  }

  /** The text of an element in one line: what stands on lines and in cells of its own is parted, and
      a title before its text ends like a sentence. */
  function words(text) {
    for (const title of text.querySelectorAll(`:is(${HEADINGS}, figcaption > span):not(:last-child)`)) {
      const own = title.textContent.trim();
      title.textContent = /[.!?…:]$/.test(own) ? own : `${own}.`;
    }
    text.querySelectorAll("br, p, li, dt, dd, td, th, caption, figcaption, pre, " + HEADINGS).forEach((part) => part.after(" "));
    return text.textContent.replace(/\s+/g, " ").trim();
  }

  function showQuote(link) {
    const { source, text } = quoted(link);
    const citation = document.querySelector("[data-citation]")?.dataset.citation || document.title;
    const canonical = document.querySelector("link[rel=canonical]")?.href ?? location.href.split(/[?#]/)[0];
    const address = new URL(link.hash, canonical).href;
    const quotation = `“${text}” (${citation}, ${link.getAttribute("aria-label")})\n${address}`;
    open("_popup-quote", link, (made) => {
      made.querySelector("textarea").value = quotation;
      made.querySelector(".popup-copy").addEventListener("click", () => take(made, quotation));
      made.querySelector(".popup-link").addEventListener("click", () => take(made, address));
    });
    source.classList.add("quoted");
    history.replaceState(history.state, "", link.hash);
  }

  /** Puts a text into the clipboard and says so. */
  async function take(made, text) {
    const said = made.querySelector(".popup-said");
    const area = made.querySelector("textarea");
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = said.dataset.done;
    } catch {
      area.value = text;
      area.select();
      said.textContent = said.dataset.failed;
    }
  }

  /** Shows what a link leads to; from a note that is open, in its place, with the way back. */
  function follow(show, link) {
    return popup?.contains(link) ? show(link, popup.opener, [...popup.before, popup.link]) : show(link, link, []);
  }

  if ("popover" in HTMLElement.prototype && document.getElementById("_popup-note")) {
    addEventListener("resize", turn);
    document.querySelectorAll("a.permalink").forEach((link) => (link.ariaHasPopup = "dialog"));
    document.addEventListener("click", (event) => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const reference = event.target.closest("a[role=doc-noteref]");
      if (reference !== null && follow(showNote, reference)) event.preventDefault();
      const abbreviation = event.target.closest("a.abbr");
      if (abbreviation !== null && (event.pointerType === "touch" || matchMedia("(hover: none)").matches)) {
        event.preventDefault();
        follow(showAbbreviation, abbreviation);
      }
      const permalink = event.target.closest("a.permalink");
      if (permalink === null) return;
      event.preventDefault();
      showQuote(permalink);
    });
  }

  // Opened from a disk, where no server answers for a folder, a link to one leads to its page.
  for (const link of location.protocol === "file:" ? document.links : []) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }

  // The outline of a page that has several sections marks the one that is read.
  const entries = new Map();
  for (const link of document.querySelectorAll(".side .outline a[href^='#']")) {
    const heading = target(link);
    if (heading !== null) entries.set(heading, link);
  }
  let marked = null;
  function mark() {
    let last = null;
    for (const heading of entries.keys()) {
      if (heading.getBoundingClientRect().top > innerHeight / 4) break;
      last = heading;
    }
    const link = entries.get(last) ?? null;
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    marked = link;
    const list = link?.closest("details");
    if (link && link.offsetParent !== null && list.scrollHeight > list.clientHeight) link.scrollIntoView({ block: "nearest" });
  }
  if (entries.size > 1) {
    let waiting = false;
    const soon = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon, { passive: true });
    mark();
  }
}
