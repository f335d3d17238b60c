// Finds what the address asks for, and shows it on the search page.
//
// Takes the form and the texts of templates/search.html and the index of src/render/search; every
// word that is shown comes from them. Pagefind says which pages have the words; here each page is
// cut at its anchors, and what is shown is the paragraph, directive, footnote or document itself.

const form = document.getElementById("_search");
const filters = document.getElementById("_filters");
const status = document.getElementById("_status");
const list = document.getElementById("ket-qua");
const more = document.getElementById("_more");
const advice = document.getElementById("_advice");
const template = document.getElementById("_result");

const root = new URL(form.dataset.root, document.baseURI);
const title = document.title;

/** Names of filters, in the form, in the address and in the index. */
const FILTERS = ["kind", "year", "report"];
/** Results that are shown at a time. */
const SHOWN = 10;
/** Pages that are loaded at a time. */
const LOADED = 12;
/** Places of one page that are shown where many pages have the words. */
const PLACES = 3;
/** Words of an excerpt, and how many of them stand before the first that was found. */
const EXCERPT = 36;
const BEFORE = 8;
/** Milliseconds without a key before a search begins. */
const PAUSE = 200;

// Spelling. The index has `d` and a stroke for `đ`, which Pagefind folds as it folds tones.

const STROKE = "\u0335";
const stroked = (text) =>
  text.normalize("NFC").replaceAll("đ", `d${STROKE}`).replaceAll("Đ", `D${STROKE}`);
const unstroked = (text) =>
  text.replaceAll(`d${STROKE}`, "đ").replaceAll(`D${STROKE}`, "Đ");

/** A text in small letters, the tone of each word at its end: "hoà" and "hòa" are one. */
const plain = (text) =>
  text.toLowerCase().normalize("NFD").replace(/(\p{L}\p{M}*)+/gu, (word) => {
    const tones = word.match(TONES);
    return tones ? word.replace(TONES, "") + tones.join("") : word;
  });
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A text in small letters without accents. */
const folded = (text) =>
  text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
/** "106/2023/NQ-HĐND" as "/106/2023/nq/hđnd": every part of a word has a "/" before it. */
const parts = (text) =>
  text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean).map((part) => `/${part}`).join("");

/** Whether a text has the words of a query at its beginning, whole or as far as they were typed. */
const has = (text, words) => text.includes(words);
const hasWhole = (text, words) => `${text}/`.includes(`${words}/`);

/** How much a page of the site's own must answer better than a report to come before it. */
const BEHIND = 2;
/** From these ranks on, a text has all the words; has them as a phrase; has them to their ends. */
const [ALL, PHRASE, TYPED_OUT] = [3, 5, 7];

/** What was asked for. */
class Query {
  constructor(text) {
    this.text = text.trim();
    this.quoted = /^["“].+["”]$/.test(this.text);
    const words = this.text.replace(/["“”]/g, " ").split(/\s+/).filter((word) => parts(word));
    this.words = words.map((word) => stroked(word));
    this.exact = words.map((word) => parts(plain(word)));
    this.folded = words.map((word) => parts(folded(word)));
    this.accented = this.exact.join() !== this.folded.join();
    this.symbol =
      /[\p{L}\p{N}][/-][\p{L}\p{N}]/u.test(this.text) ||
      (/^\d+$/.test(this.text) && !/^(19|20)\d\d$/.test(this.text));
  }

  get empty() {
    return this.words.length === 0;
  }

  /** The words, with those of symbols apart, as the index has them besides the whole symbol. */
  get apart() {
    return this.words.flatMap((word) => parts(word).split("/")).filter((word) => word.length > 1);
  }

  /** How well a text answers: the phrase before its words, exact accents before others. */
  rank(text) {
    const [exact, fold] = [parts(plain(text)), parts(folded(text))];
    if (hasWhole(exact, this.exact.join(""))) return 8;
    if (hasWhole(fold, this.folded.join(""))) return 7;
    if (has(exact, this.exact.join(""))) return 6;
    if (has(fold, this.folded.join(""))) return PHRASE;
    if (this.quoted) return 0;
    const [exactly, roughly] = [this.#count(this.exact, exact), this.#count(this.folded, fold)];
    if (exactly === this.words.length) return 4;
    if (roughly === this.words.length) return ALL;
    return (exactly + roughly) / this.words.length / 2;
  }

  /** How many of the words a text has. The last may not be typed to its end yet. */
  #count(words, text) {
    return words.filter((word, at) => (at + 1 < words.length ? hasWhole : has)(text, word)).length;
  }

  /** Which words of a text are those that gave it its rank. */
  found(words, rank) {
    const own = words.map((word) => parts(folded(word)));
    const found = own.map(() => false);
    const asked = rank >= PHRASE ? [this.folded] : this.folded.map((word) => [word]);
    for (const [number, phrase] of asked.entries()) {
      const typed = rank < TYPED_OUT && number + 1 === asked.length;
      const stands = typed ? has : hasWhole;
      own.forEach((word, at) => {
        const here = own.slice(at, at + phrase.length).join("");
        if (word && stands(here, phrase.join(""))) found.fill(true, at, at + phrase.length);
      });
    }
    return found;
  }
}

// The index, loaded with the first query.

let loading;
function index() {
  loading ??= (async () => {
    const folder = new URL(form.dataset.index, document.baseURI);
    const pagefind = await import(new URL("pagefind.js", folder));
    await pagefind.init();
    return pagefind;
  })();
  return loading;
}

/** Pages that answer, best first, and how many there are for each value of each filter. */
async function pagesFor(query, chosen) {
  const pagefind = await index();
  if (filters.open || Object.keys(chosen).length > 0) await pagefind.filters();
  const pages = new Map();
  let counts;
  const ask = async (words, chosen) => {
    const found = await pagefind.search(words, { filters: chosen });
    for (const page of found.results) if (!pages.has(page.id)) pages.set(page.id, page);
    counts = found.totalFilters;
  };
  const words = query.words.join(" ");
  const apart = query.apart.join(" ");
  if (query.symbol && (chosen.kind?.any ?? ["document"]).includes("document")) {
    const documents = { ...chosen, kind: { any: ["document"] } };
    for (const each of new Set([words, apart])) await ask(each, documents);
  }
  for (const exact of query.accented ? [true, false] : [false]) {
    await pagefind.options({ exactDiacritics: exact });
    if (query.words.length > 1) await ask(`"${words}"`, chosen);
    if (!query.quoted || query.words.length === 1) await ask(words, chosen);
  }
  if (query.symbol && apart !== words) await ask(apart, chosen);
  return { pages: [...pages.values()], counts };
}

// Places within a page.

/** The places of a page that answer, best first. */
async function placesOn(page, query) {
  const data = await page.data();
  const words = unstroked(data.content).split(" ");
  const kind = data.filters.kind[0];
  const anchors = [{ id: "", element: "", location: 0 }, ...data.anchors];
  let title = "";
  const places = anchors.map((anchor, at) => {
    const [name, own] = anchor.element.split("=").map(decodeURIComponent);
    title = own ?? title;
    const text = words.slice(anchor.location, anchors[at + 1]?.location);
    return { data, kind, id: anchor.id, name, title, words: text, rank: rankOf(query, kind, name, text) };
  });
  const titled = top(places, query);
  const others = titled.length > 0 ? places.filter((place) => place.id !== "") : places;
  const found = [...titled, ...others].filter((place) => place.rank > 0);
  found.sort((a, b) => b.rank - a.rank);
  const full = found.filter((place) => place.rank >= ALL);
  return full.length > 0 ? full : found.slice(0, 1);
}

/** The page as a whole, where its title has what is asked for. */
function top(places, query) {
  const { data, kind } = places[0];
  const rank = query.rank(unstroked(data.meta.title));
  if (OWN.has(kind) || rank < ALL) return [];
  const words = places.find((place) => place.words.length > 0)?.words ?? [];
  return [{ data, kind, id: "", name: "", title: "", words, rank }];
}

/** A document whose own symbol was asked for comes before all that speaks of it. */
function rankOf(query, kind, name, words) {
  const named = query.symbol && kind === "document" && query.rank(name) >= PHRASE;
  return query.rank(words.join(" ")) + (named ? 10 : 0);
}

/** Reports come before the site's own pages, which speak of much that is only the name of a file. */
const order = ({ rank, kind }) => (kind === "page" ? rank - BEHIND : rank);

/** The results of a query: loaded as they are asked for. */
class Results {
  constructor(query, { pages, counts }) {
    Object.assign(this, { query, pages, counts });
    this.count = pages.length;
    this.most = pages.length > PLACES ? PLACES : Infinity;
    this.waiting = [];
    this.shown = 0;
  }

  /** Loads the next pages, and sorts what is on them. */
  async load() {
    const pages = this.pages.splice(0, LOADED);
    const places = await Promise.all(pages.map((page) => placesOn(page, this.query)));
    this.count -= places.filter((found) => found.length === 0).length;
    const next = places.flatMap((found) => found.slice(0, this.most));
    this.waiting.push(...next.sort((a, b) => order(b) - order(a)));
  }

  /** The results that are to be shown next. */
  async next() {
    while (this.waiting.length < SHOWN && this.pages.length > 0) await this.load();
    const next = this.waiting.splice(0, SHOWN);
    this.shown += next.length;
    return next;
  }

  get over() {
    return this.waiting.length === 0 && this.pages.length === 0;
  }
}

// What is shown.

/** Kinds whose places have names of their own, better than that of their page. */
const OWN = new Set(["directive", "footnote", "document"]);

const choice = (name, value) =>
  form.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`)?.closest("label");
const textOf = (element, selector) => element?.querySelector(selector)?.textContent.trim() ?? "";
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function shown(place, query) {
  const item = template.content.firstElementChild.cloneNode(true);
  const { data, kind, id, name, title } = place;
  const link = item.querySelector(".result-title");
  link.href = new URL(data.raw_url, root).href + (id ? `#${id}` : "");
  const named = [capital(name), title].filter(Boolean).join(": ");
  link.textContent = OWN.has(kind) ? named : title || unstroked(data.meta.title);
  item.querySelector(".result-kind").textContent = textOf(choice("kind", kind), ".choice");
  fill(item.querySelector(".result-place"), OWN.has(kind) ? "" : capital(name));
  fill(item.querySelector(".result-report"), reportOf(data));
  item.querySelector(".excerpt").append(...excerpt(place, query));
  return item;
}

function fill(element, text) {
  if (text) element.textContent = text;
  else element.remove();
}

function reportOf(data) {
  const label = data.filters.report && choice("report", data.filters.report[0]);
  return [textOf(label, ".choice-title"), textOf(label, ".choice-facts")].join(" ").trim();
}

/** The words around those that were found, which are marked. */
function excerpt({ words, rank }, query) {
  const found = query.found(words, rank);
  const start = excerptStart(found);
  const end = Math.min(start + EXCERPT, words.length);
  const nodes = [start > 0 ? "… " : ""];
  for (let at = start; at < end; ) {
    let to = at + 1;
    while (to < end && found[to] === found[at]) to += 1;
    const text = words.slice(at, to).join(" ");
    nodes.push(...(found[at] ? marked(text) : [text]), to < end ? " " : "");
    at = to;
  }
  nodes.push(end < words.length ? " …" : "");
  return nodes;
}

/** Where the most found words stand together. */
function excerptStart(found) {
  let [best, start] = [-1, 0];
  for (let at = 0; at < found.length; at += 1) {
    if (!found[at]) continue;
    const count = found.slice(at, at + EXCERPT - BEFORE).filter(Boolean).length;
    if (count > best) [best, start] = [count, at];
  }
  const last = Math.max(found.length - EXCERPT, 0);
  return Math.min(Math.max(start - BEFORE, 0), last);
}

/** A text in a mark, the signs around it outside. */
function marked(text) {
  const [, before, inner, after] = text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/u);
  const mark = document.createElement("mark");
  mark.textContent = inner;
  return [before, mark, after];
}

const say = (name, value = "") => {
  status.textContent = name ? status.dataset[name].replace("#", () => value) : "";
};

function showCounts(counts) {
  for (const input of form.querySelectorAll(".search-choices input")) {
    const count = counts?.[input.name]?.[input.value];
    const known = counts?.[input.name] !== undefined;
    input.closest("label").querySelector(".count").textContent = known ? `(${count ?? 0})` : "";
  }
}

// One search after another.

let current = 0;
let turn = Promise.resolve();
let results;

/** Shows what the form asks for; at the place where a reader left it, if there was one. */
async function search(left) {
  const run = (current += 1);
  const query = new Query(form.q.value);
  document.title = query.text ? `${query.text} – ${title}` : title;
  standing = false;
  if (query.empty) return clear(query.text, left);
  const late = setTimeout(() => say("searching"), 300);
  try {
    // Pagefind is told and asked in turn, so that two searches must not come between each other.
    turn = turn.catch(() => {}).then(() => run === current && pagesFor(query, chosen()));
    const pages = await turn;
    if (run !== current) return;
    const found = new Results(query, pages);
    const first = await found.next();
    while (left && found.shown < left.shown && !found.over) first.push(...(await found.next()));
    if (run === current) show(found, first, left);
  } catch (error) {
    if (run === current) say("trouble");
    throw error;
  } finally {
    clearTimeout(late);
  }
}

/** Nothing was asked for, or nothing that is a word. */
function clear(text, left) {
  results = undefined;
  list.replaceChildren();
  more.hidden = true;
  advice.hidden = false;
  showCounts();
  if (text) say("none", text);
  else say("");
  stand(left);
}

function show(found, first, left) {
  results = found;
  list.replaceChildren(...first.map((place) => shown(place, found.query)));
  more.hidden = found.over;
  advice.hidden = first.length > 0;
  showCounts(found.counts);
  if (first.length === 0) say("none", found.query.text);
  else say(first[0].rank >= ALL ? "found" : "near", found.count.toLocaleString(document.documentElement.lang));
  stand(left);
}

async function showMore() {
  const found = results;
  const next = await found.next();
  if (found !== results) return;
  const items = next.map((place) => shown(place, found.query));
  list.append(...items);
  more.hidden = found.over;
  items[0]?.querySelector("a").focus();
  leave();
}

/** The filters that are set, as Pagefind takes them. */
function chosen() {
  const data = new FormData(form);
  const set = FILTERS.map((name) => [name, data.getAll(name)]).filter(([, values]) => values.length > 0);
  return Object.fromEntries(set.map(([name, any]) => [name, { any }]));
}

// The history: an entry for each query that was asked, and in it the place where its reader left it.

/** Whether the list is that of the entry, and not of another that is still to be replaced. */
let standing = false;

const note = (what) => history.replaceState({ ...history.state, ...what }, "");

/** Notes how far the list was read. */
function leave() {
  clearTimeout(moved);
  if (standing) note({ y: scrollY, shown: list.childElementCount, open: filters.open });
}

/** The list is that of the entry; goes to where it was left. */
function stand(left) {
  standing = true;
  if (!left) return;
  scrollTo(0, left.y ?? 0);
  const followed = [...list.querySelectorAll("a")].find((link) => link.href === left.followed);
  if (document.activeElement === document.body) followed?.focus({ preventScroll: true });
}

/** Writes the form into the address, over what was being typed, but not over what was asked. */
function write() {
  const values = [...new FormData(form)].filter(([, value]) => value !== "");
  const address = new URL(location.href);
  address.search = new URLSearchParams(values).toString();
  if (address.href === location.href) return;
  if (history.state?.asked) {
    leave();
    history.pushState(null, "", address);
  } else {
    history.replaceState(null, "", address);
  }
  written = address.search;
}
let written = location.search;

/** Keeps the entry: what is asked next has one of its own. */
function keep() {
  if (form.q.value.trim()) note({ asked: true });
}

/** Fills the form from the address. */
function recall() {
  const address = new URLSearchParams(location.search);
  form.q.value = address.get("q") ?? "";
  filters.open = history.state?.open ?? false;
  for (const name of FILTERS) {
    const values = address.getAll(name);
    for (const input of form.querySelectorAll(`input[name="${name}"]`)) {
      input.checked = values.includes(input.value);
      if (input.checked) filters.open = true;
    }
  }
}

let typing;
let moved;

function typed() {
  write();
  search();
}
function asked() {
  clearTimeout(typing);
  write();
  keep();
  search();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  asked();
});
form.q.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(typed, PAUSE);
});
filters.addEventListener("change", () => {
  // The query that is filtered was asked, if only by typing.
  keep();
  asked();
});
filters.addEventListener("toggle", () => {
  if (filters.open && standing && results && !results.counts?.kind) search();
});
more.addEventListener("click", showMore);
list.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link) note({ followed: link.href });
  leave();
});
addEventListener("scroll", () => {
  clearTimeout(moved);
  moved = setTimeout(leave, PAUSE);
}, { passive: true });
addEventListener("popstate", () => {
  // A step to another place of the page leaves the form as it is.
  if (location.search === written) return;
  clearTimeout(typing);
  clearTimeout(moved);
  written = location.search;
  recall();
  search(history.state ?? {});
});

// What is found comes after a browser would have gone back to the place.
history.scrollRestoration = "manual";
recall();
if (form.q.value) {
  const left = history.state;
  keep();
  search(left);
} else {
  stand(history.state);
}
