// Finds what the address asks for, and shows it on the search page.
//
// Takes the form and the texts of templates/search.html and the index of src/render/search; every
// word that is shown comes from them. Pagefind says which pages have the words; here each page is
// cut at its anchors, and what is shown is the paragraph, directive, footnote or document itself.

const form = document.getElementById("_search");
const filters = document.getElementById("_filters");
const status = document.getElementById("_status");
const dropped = document.getElementById("_dropped");
const list = document.getElementById("ket-qua");
const more = document.getElementById("_more");
const advice = document.getElementById("_advice");
const template = document.getElementById("_result");

const language = document.documentElement.lang;
const root = new URL(form.dataset.root, document.baseURI);
const title = document.title;

/** Names of filters, in the form, in the address and in the index. */
const FILTERS = ["kind", "year", "language", "report"];
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

/** What a word consists of: "106/2023/NQ-HĐND" has four parts. */
const PART = /[\p{L}\p{M}\p{N}]+/gu;

const known = new Map();
/** A part as it is compared: with its accents, and without. */
function spelt(part) {
  if (!known.has(part)) known.set(part, { exact: plain(part), folded: folded(part) });
  return known.get(part);
}

const accented = (part) => part.exact !== part.folded;

/** Ways in which a text may have parts, best first; `open` where the last of them goes on. */
const WAYS = [
  { spelling: "exact", open: false },
  { spelling: "folded", open: false },
  { spelling: "exact", open: true },
  { spelling: "folded", open: true },
];

/** The words of a place, and the parts in them. */
class Text {
  constructor(words) {
    this.words = words;
    this.parts = words.flatMap((word, at) =>
      [...word.matchAll(PART)].map(({ 0: part, index: from }) => ({ at, from, to: from + part.length, ...spelt(part) })),
    );
  }

  /** Where the parts that are asked for stand in a row. */
  starts(asked, { spelling, open }) {
    const last = asked.length - 1;
    const same = (part, at) =>
      part !== undefined &&
      (open && at === last ? part[spelling].startsWith(asked[at][spelling]) : part[spelling] === asked[at][spelling]);
    return this.parts.map((_, from) => from).filter((from) => asked.every((_, at) => same(this.parts[from + at], at)));
  }
}

/** How much a page of the site's own must answer better than a report to come before it. */
const BEHIND = 2;
/** How much more a document answers whose own symbol was asked for. */
const SYMBOL = 10;
/** How well a place answers that is called as was asked. */
const CALLED = 30;
/** From these ranks on, a text has all the words; has them as a phrase; has them to their ends. */
const [ALL, PHRASE, TYPED_OUT] = [3, 5, 7];

/** A phrase that has to be found as it is. */
const QUOTED = /["“]([^"“”]+)["”]/g;

/** One way to put what was asked for. A phrase in quotation marks is one of its words. */
class Wording {
  constructor(text) {
    const one = (_, phrase) => ` ${QUOTE}${phrase.trim().replace(/\s+/g, TOGETHER)} `;
    const words = text.replace(QUOTED, one).replace(/["“”]/g, " ").split(/\s+/).filter((word) => word.match(PART));
    this.quoted = words.map((word) => word.startsWith(QUOTE));
    this.words = words.map((word) => stroked(word).replaceAll(QUOTE, "").replaceAll(TOGETHER, " "));
    this.parts = words.map((word) => word.match(PART).map(spelt));
    this.phrase = this.parts.flat();
    this.accented = this.phrase.some(accented);
    this.ways = WAYS;
    if (this.quoted.at(-1)) this.close();
  }

  /** What the index is asked for, all of which a page must have. */
  get searches() {
    const quoted = this.words.filter((_, at) => this.quoted[at]);
    const phrases = quoted.filter((words) => words.includes(" ")).map((words) => `"${words}"`);
    return phrases.length === this.words.length ? phrases : [this.words.join(" "), ...phrases];
  }

  /** The words, with those of symbols apart, as the index has them besides the whole symbol. */
  get apart() {
    return this.words.flatMap((word) => word.split(/[^\p{L}\p{M}\p{N}]+/u)).filter(Boolean);
  }

  /** Whether its last word, where that stands in a text, can hardly be the beginning of another. */
  get closed() {
    return !/^[a-z]{4,}$/.test(this.phrase.at(-1)?.exact);
  }

  /** From now on the last word is whole. */
  close() {
    this.ways = WAYS.filter(({ open }) => !open);
  }

  /** How well a text answers: the phrase before its words, exact accents before others. */
  rank(text) {
    const way = this.ways.findIndex((way) => text.starts(this.phrase, way).length > 0);
    if (way !== -1) return TYPED_OUT + 1 - way;
    if (!this.#hasQuoted(text)) return 0;
    const [exactly, roughly] = [this.#count(text, ["exact"]), this.#count(text)];
    const all = this.parts.length;
    if (roughly < all) return (exactly + roughly) / all / 2;
    const together = Math.max(...this.#rows(text).map(({ length }) => length));
    return (exactly === all ? ALL + 1 : ALL) + (together / all) * 0.9;
  }

  /** Whether a text has each phrase that was put in quotation marks. */
  #hasQuoted(text) {
    return this.quoted.every((quoted, at) => !quoted || this.#stands(text, at).length > 0);
  }

  /** How many of the words a text has. */
  #count(text, spellings) {
    return this.parts.filter((_, at) => this.#stands(text, at, spellings).length > 0).length;
  }

  /** Where a word stands, in the best way in which the text has it. Of a word that was typed with
      accents, others are another word, unless they stand in the phrase. */
  #stands(text, at, spellings = ["exact", "folded"]) {
    const last = at + 1 === this.parts.length;
    const exact = this.parts[at].some(accented);
    const fit = ({ spelling, open }) =>
      spellings.includes(spelling) && !(exact && spelling === "folded") && (last || !open);
    const ways = this.ways.filter(fit);
    return ways.map((way) => text.starts(this.parts[at], way)).find((starts) => starts.length > 0) ?? [];
  }

  /** Words that follow each other in a text as they do here: which, and on which parts they stand. */
  #rows(text) {
    const stands = this.parts.map((_, at) => new Set(this.#stands(text, at)));
    const rows = [];
    for (const [at, starts] of stands.entries()) {
      for (const from of starts) {
        if (stands[at - 1]?.has(from - this.parts[at - 1].length)) continue;
        let [next, to] = [at, from];
        while (stands[next]?.has(to)) {
          to += this.parts[next].length;
          next += 1;
        }
        rows.push({ at, length: next - at, from, to });
      }
    }
    return rows;
  }

  /** The parts of a text that were found: the phrase, or else its words where most of them stand together. */
  found(text) {
    if (this.phrase.length === 0) return [];
    const way = this.ways.find((way) => text.starts(this.phrase, way).length > 0);
    if (way) return text.starts(this.phrase, way).map((from) => ({ from, to: from + this.phrase.length }));
    if (!this.#hasQuoted(text)) return [];
    const rows = this.#rows(text);
    const longest = this.parts.map((_, word) =>
      Math.max(...rows.filter(({ at, length }) => at <= word && word < at + length).map(({ length }) => length)),
    );
    return rows.filter(({ at, length }) => longest.slice(at, at + length).includes(length));
  }
}

/** Stands between the words of a name in the index, and at both its ends. */
const JOINT = "ǀ";
/** A word with which a name may end, one behind which any word may, and what follows a whole number. */
const NUMBER = /\p{N}|^[ivxlc]+$|^\p{L}$/iu;
const ORDINAL = /^(th[ứu]|part)$/iu;
const END = /^[^\p{L}\p{N}]*?(\s|$)/u;

/** What was asked for as the name of a place, and what more has to be there: "nhiệm vụ 3 sở y tế". */
class Name {
  constructor(parts, more) {
    this.parts = parts.map(spelt);
    this.word = [JOINT, ...parts.flatMap((part) => [stroked(part), JOINT])].join("").toLowerCase();
    this.more = new Wording(more);
  }

  /** How well a place answers that has this name among its own, and what more was asked for. */
  rank({ names, name, title }, words) {
    const called = names.map((name) => name.split(JOINT).filter(Boolean).map(spelt));
    const same = (spelling) => (parts) =>
      parts.length === this.parts.length && parts.every((part, at) => part[spelling] === this.parts[at][spelling]);
    if (!called.some(same("folded"))) return 0;
    const exactly = called.some(same("exact")) ? 1 : 0;
    if (this.more.words.length === 0) return CALLED + 2 + exactly;
    return this.more.rank(new Text([name, title, ...words])) >= ALL ? CALLED + exactly : 0;
  }
}

/** The names with which a text may begin, longest first. None begins with a number. */
function namesIn(text) {
  const parts = [...text.matchAll(PART)];
  const words = parts.map(([part]) => part);
  if (/\p{N}/u.test(words[0])) return [];
  const names = [];
  for (const [at, { 0: part, index }] of parts.entries()) {
    const more = text.slice(index + part.length);
    const numbered = at > 0 && (NUMBER.test(part) || ORDINAL.test(words[at - 1]));
    if (numbered && END.test(more)) names.unshift(new Name(words.slice(0, at + 1), more));
  }
  // "nhiệm vụ 2 (đợt đầu)": the name of a list stands behind its number.
  if (names[0]?.more.words.length > 0) names.unshift(new Name(words, ""));
  return names;
}

/** Stands for a blank between words that are one, as those of a date. */
const TOGETHER = "\ue000";
/** Begins a phrase that was put in quotation marks. */
const QUOTE = "\ue001";
/** A date in figures or in words, in which documents may have put it otherwise, and what is before it. */
const DATE =
  /(?:^|[^\d/.-])((?:ng[àa]y\s+)?(\d{1,2})(?:[/.-]|\s+th[áa]ng\s+)(\d{1,2})(?:[/.-]|\s+n[ăa]m\s+)(\d{4}))(?![\d/-])/iu;

/** A text, and the same with its date in other forms. */
function wordings(text) {
  const [, whole, ...figures] = text.match(DATE) ?? [];
  if (!whole) return [new Wording(text)];
  const [day, month, year] = figures.map(Number);
  const two = (number) => String(number).padStart(2, "0");
  // Nghị định 30/2020/NĐ-CP puts a zero before days below ten and the months 1 and 2.
  const decreed = [two(day), month < 3 ? two(month) : month];
  const forms = [
    whole,
    [day, month, year].join("/"),
    [two(day), two(month), year].join("/"),
    [...decreed, year].join("/"),
    `ngày ${decreed[0]} tháng ${decreed[1]} năm ${year}`,
  ];
  const date = (form) => form.replace(/\s+/g, TOGETHER);
  return [...new Set(forms)].map((form) => new Wording(text.replace(whole, () => date(form))));
}

/** What was asked for. */
class Query {
  constructor(text) {
    this.text = text.trim();
    const composed = this.text.normalize("NFC");
    this.wordings = wordings(composed);
    this.names = namesIn(composed);
    this.symbol =
      /[\p{L}\p{N}][/-][\p{L}\p{N}]/u.test(this.text) ||
      (/^\d+$/.test(this.text) && !/^(19|20)\d\d$/.test(this.text));
  }

  get empty() {
    return this.wordings[0].words.length === 0;
  }

  rank(text) {
    return Math.max(...this.wordings.map((wording) => wording.rank(text)));
  }

  found(text) {
    const rank = this.rank(text);
    return this.wordings.find((wording) => wording.rank(text) === rank).found(text);
  }

  /** Whether, after such ranks, its last word is to be taken as whole: "lũ" is there, and means no "lũng". */
  closes(ranks) {
    const open = this.wordings.some((wording) => wording.ways === WAYS);
    const closes = open && this.wordings[0].closed && ranks.some((rank) => rank >= TYPED_OUT);
    if (closes) for (const wording of this.wordings) wording.close();
    return closes;
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

/** Pages that answer, best first, those `called` as was asked before others and the newest of them
    first; and how many there are for each value of each filter. */
async function pagesFor(query, chosen) {
  const pagefind = await index();
  if (filters.open || Object.keys(chosen).length > 0) await pagefind.filters();
  const pages = new Map();
  let counts;
  const ask = async (searches, chosen, sort) => {
    const answers = [];
    for (const words of searches) answers.push(await pagefind.search(words, { filters: chosen, sort }));
    const [fewest, ...others] = answers.sort((a, b) => a.results.length - b.results.length);
    const ids = others.map(({ results }) => new Set(results.map(({ id }) => id)));
    const common = fewest.results.filter(({ id }) => ids.every((has) => has.has(id)));
    for (const page of common) if (!pages.has(page.id)) pages.set(page.id, page);
    counts = most(counts, fewest.totalFilters);
  };
  await pagefind.options({ exactDiacritics: false });
  for (const { word, more } of query.names) await ask([word, ...more.searches], chosen, { order: "asc" });
  const called = pages.size;
  const documents = { ...chosen, kind: { any: ["document"] } };
  for (const wording of query.wordings) {
    const words = wording.words.join(" ");
    const apart = wording.apart.join(" ");
    if (query.symbol && (chosen.kind?.any ?? ["document"]).includes("document")) {
      for (const each of new Set([words, apart])) await ask([each], documents);
    }
    for (const exact of wording.accented ? [true, false] : [false]) {
      await pagefind.options({ exactDiacritics: exact });
      if (wording.words.length > 1) await ask([`"${words}"`], chosen);
      await ask(wording.searches, chosen);
    }
    if (query.symbol && apart !== words) await ask([apart], chosen);
  }
  return { pages: [...pages.values()], called, counts };
}

/** Of two counts of each value the greater. */
function most(some = {}, others = {}) {
  const counts = structuredClone(some);
  for (const [name, values] of Object.entries(others)) {
    counts[name] ??= {};
    for (const [value, count] of Object.entries(values)) {
      counts[name][value] = Math.max(counts[name][value] ?? 0, count);
    }
  }
  return counts;
}

// Places within a page.

/** The places of a page that answer, best first. */
function placesOn(data, query) {
  const words = unstroked(data.content).split(" ");
  const kind = data.filters.kind[0];
  const anchors = [{ id: "", element: "", location: 0 }, ...data.anchors];
  let title = "";
  const places = anchors.map((anchor, at) => {
    const [name, own] = anchor.element.split("=").map(decodeURIComponent);
    title = own ?? title;
    const here = words.slice(anchor.location, anchors[at + 1]?.location);
    const names = here.filter((word) => word.startsWith(JOINT));
    const text = new Text(here.slice(names.length));
    return { data, kind, id: anchor.id, name, title, names, text, rank: rankOf(query, kind, name, text) };
  });
  const called = places.map((place, at) => calledAt(places, at, query) ?? place);
  const titled = called.some(isCalled) ? [] : top(places, query);
  const others = called.filter((place) => titled.length === 0 || (!heads(place) && place.text !== titled[0].text));
  const found = [...titled, ...others].filter((place) => place.rank > 0);
  found.sort((a, b) => b.rank - a.rank);
  const full = found.filter((place) => place.rank >= ALL);
  return full.length > 0 ? full : found.slice(0, 1);
}

/** The place with all that stands in it, up to the next that has a name, if it is called as was asked. */
function calledAt(places, at, query) {
  const place = places[at];
  if (place.names.length === 0) return undefined;
  const within = places.slice(at + 1);
  const next = within.findIndex(({ names }) => names.length > 0);
  const texts = [place, ...within.slice(0, next === -1 ? undefined : next)].map(({ text }) => text.words);
  const untitled = texts.filter((words) => words.join(" ") !== place.title).flat();
  const words = untitled.length > 0 ? untitled : texts.flat();
  for (const name of query.names) {
    const rank = name.rank(place, words);
    if (rank > 0) return { ...place, text: new Text(words), rank, more: name.more };
  }
  return undefined;
}

/** Whether a place is only the head or the heading of its page. */
const heads = ({ data, id, text }) => id === "" || text.words.join(" ") === unstroked(data.meta.title);

/** The page as a whole, where its title has what is asked for. */
function top(places, query) {
  const { data, kind } = places[0];
  const rank = query.rank(new Text(unstroked(data.meta.title).split(" ")));
  if (OWN.has(kind) || rank < ALL) return [];
  const text = places.find((place) => place.text.words.length > 0)?.text ?? new Text([]);
  return [{ data, kind, id: "", name: "", title: "", text, rank: Math.max(rank, query.rank(text)) }];
}

/** A document whose own symbol was asked for comes before all that speaks of it. */
function rankOf(query, kind, name, text) {
  const named = query.symbol && kind === "document" && query.rank(new Text(name.split(" "))) >= PHRASE;
  return query.rank(text) + (named ? SYMBOL : 0);
}

/** The best first; reports before the site's own pages, which speak of much that is only the name of a file. */
const bestFirst = (a, b) => worth(b) - worth(a);
const worth = ({ rank, kind }) => (kind === "page" ? rank - BEHIND : rank);

/** Whether a place is called as was asked. */
const isCalled = ({ rank }) => rank >= CALLED;

/** The results of a query: loaded as they are asked for. */
class Results {
  constructor(query, { pages, called, counts }) {
    Object.assign(this, { query, pages, called, counts });
    this.most = pages.length > PLACES ? PLACES : Infinity;
    this.waiting = [];
    this.others = [];
    this.shown = 0;
  }

  /** Loads the next pages once, however often they are asked for meanwhile. */
  load() {
    this.loading ??= this.#load().finally(() => (this.loading = undefined));
    return this.loading;
  }

  /** Sorts what is on the next pages; those that could not be loaded are still the next. Until all
      that is called as was asked is there, the others wait. */
  async #load() {
    const pages = await Promise.all(this.pages.slice(0, LOADED).map((page) => page.data()));
    this.pages.splice(0, LOADED);
    this.called -= pages.length;
    const look = () => pages.map((page) => placesOn(page, this.query));
    let places = look();
    if (this.query.closes(places.flat().map(({ rank }) => rank))) places = look();
    const next = places.flatMap((found) => found.slice(0, this.most)).sort(bestFirst);
    this.waiting.push(...next.filter(isCalled));
    this.others.push(...next.filter((place) => !isCalled(place)));
    if (this.called <= 0) this.waiting.push(...this.others.splice(0).sort(bestFirst));
  }

  /** The results that are to be shown next; one more is loaded, so that it is known if there is one. */
  async next() {
    while (this.waiting.length <= SHOWN && this.pages.length > 0) await this.load();
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
  speak(item, data.filters.language[0]);
  const link = item.querySelector(".result-title");
  link.href = new URL(data.raw_url, root).href + (id ? `#${id}` : "");
  const named = [capital(name), title].filter(Boolean).join(": ");
  link.textContent = OWN.has(kind) ? named : title || unstroked(data.meta.title);
  item.querySelector(".result-kind").textContent = textOf(choice("kind", kind), ".choice");
  fill(item.querySelector(".result-place"), OWN.has(kind) ? "" : capital(name));
  // What the filters say of its report, and that this is a draft or a reader's edition.
  const report = choice("report", data.filters.report?.[0]);
  const facts = [".choice-title", ".choice-facts"].map((selector) => textOf(report, selector));
  fill(item.querySelector(".result-report"), facts.join(" ").trim());
  const badges = [...(report?.querySelectorAll(".badge") ?? [])];
  item.querySelector(".result-status").replaceWith(...badges.map((badge) => badge.cloneNode(true)));
  item.querySelector(".excerpt").append(...excerpt(place, query));
  return item;
}

/** Marks what comes from a report or page in another language than the site's, and names it. */
function speak(item, code) {
  const other = code !== language;
  fill(item.querySelector(".result-language"), other ? languageName(code) : "");
  const own = item.querySelectorAll(".result-title, .result-place, .result-report, .excerpt");
  if (other) for (const element of own) element.lang = code;
}

/** The name of a language in that of the site; where a browser has none, its code. */
function languageName(code) {
  try {
    return capital(new Intl.DisplayNames(language, { type: "language" }).of(code));
  } catch {
    return code;
  }
}

function fill(element, text) {
  if (text) element.textContent = text;
  else element.remove();
}

/** The words around those that were found, which are marked. */
function excerpt({ text, more }, query) {
  const rows = (more ?? query).found(text);
  const start = excerptStart(text, rows);
  const end = Math.min(start + EXCERPT, text.words.length);
  const shown = text.words.slice(start, end);
  // Where each word begins, in what is shown.
  const begins = shown.map((_, at) => shown.slice(0, at).join(" ").length + (at > 0 ? 1 : 0));
  const whole = shown.join(" ");
  const nodes = [start > 0 ? "… " : ""];
  let done = 0;
  for (const [from, to] of spans(text, rows, start, end)) {
    const [first, last] = [begins[from.at - start] + from.from, begins[to.at - start] + to.to];
    if (first < done) continue;
    const mark = document.createElement("mark");
    mark.textContent = whole.slice(first, last);
    nodes.push(whole.slice(done, first), mark);
    done = last;
  }
  nodes.push(whole.slice(done), end < text.words.length ? " …" : "");
  return nodes;
}

/** The first and the last part of each row that is shown, whole if any is; rows that touch are one. */
function spans(text, rows, start, end) {
  const uncut = rows.filter(({ from, to }) => text.parts[from].at >= start && text.parts[to - 1].at < end);
  const all = new Set((uncut.length > 0 ? uncut : rows).flatMap(({ from, to }) => text.parts.slice(from, to)));
  const shown = text.parts.map((part) => all.has(part) && part.at >= start && part.at < end);
  const spans = [];
  for (const [at, part] of text.parts.entries()) {
    if (!shown[at]) continue;
    if (shown[at - 1]) spans.at(-1)[1] = part;
    else spans.push([part, part]);
  }
  return spans;
}

/** Where the most found words stand together. */
function excerptStart(text, rows) {
  const found = text.words.map(() => false);
  for (const { from, to } of rows) for (const part of text.parts.slice(from, to)) found[part.at] = true;
  const together = found.map((is, at) => (is ? found.slice(at, at + EXCERPT - BEFORE).filter(Boolean).length : 0));
  const most = together.reduce((best, count, at) => (count > together[best] ? at : best), 0);
  return Math.max(Math.min(most - BEFORE, found.length - EXCERPT), 0);
}

const say = (name, value = "") => {
  status.textContent = name ? status.dataset[name].replace("#", () => value) : "";
};

/** Says of what choices there is nothing. How much there is of the others is known of pages alone. */
function showCounts(counts) {
  for (const input of form.querySelectorAll(".search-choices input")) {
    const none = counts?.[input.name] && !counts[input.name][input.value];
    input.closest("label").querySelector(".count").textContent = none ? list.dataset.none : "";
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
  list.ariaBusy = "true";
  sayDropped();
  if (query.empty) return clear(query.text, left);
  const late = setTimeout(() => run === current && say("searching"), 300);
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
    loading = undefined;
    if (run === current) {
      clear("");
      say("trouble");
    }
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
  found.near = first[0]?.rank < ALL;
  advice.hidden = first.length > 0;
  showCounts(found.counts);
  sayCount(found);
  stand(left);
}

/** What is listed is what is counted. */
function sayCount(found) {
  more.hidden = found.over;
  if (found.shown === 0) say("none", found.query.text);
  else say(found.near ? "near" : found.over ? "found" : "first", found.shown.toLocaleString(language));
}

async function showMore() {
  const found = results;
  const next = await found.next().catch((error) => {
    if (found === results) say("trouble");
    throw error;
  });
  if (found !== results) return;
  const items = next.map((place) => shown(place, found.query));
  list.append(...items);
  sayCount(found);
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
  list.ariaBusy = null;
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

/** Says which filters of the address the site has no longer; the next query is without them. */
function sayDropped() {
  const address = new URLSearchParams(location.search);
  const gone = FILTERS.flatMap((name) => address.getAll(name).filter((value) => !choice(name, value)));
  dropped.hidden = gone.length === 0;
  dropped.textContent = dropped.hidden ? "" : dropped.dataset.dropped.replace("#", () => gone.join(", "));
}

/** Fills the form from the address. */
function recall() {
  const address = new URLSearchParams(location.search);
  form.q.value = (address.get("q") ?? "").slice(0, form.q.maxLength);
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
  if (!form.q.value.trim()) say("empty");
  // So that a phone takes its keyboard from the results.
  else if (matchMedia("(pointer: coarse)").matches) form.q.blur();
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

addEventListener("pageshow", ({ persisted }) => {
  const left = history.state;
  // Safari empties the box of a page that it has kept, behind this event, and shows it from the top.
  if (persisted) setTimeout(() => (recall(), stand(left)));
});

for (const input of form.querySelectorAll('input[name="language"]')) {
  input.closest("label").querySelector(".choice").textContent = languageName(input.value);
}

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
