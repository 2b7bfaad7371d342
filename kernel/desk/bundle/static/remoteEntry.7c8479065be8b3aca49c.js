// Made by go generate of kernel/desk/src.
(globalThis._JUPYTERLAB ??= {})["nekonote-desk"] = (() => {
  let shared;
  const given = {};
  const take = async name => {
    const versions = Object.values(shared[name] ?? {});
    if (!versions.length) throw new Error("nekonote: this page has no " + name);
    const chosen = versions.find(v => v.loaded) ?? versions[0];
    given[name] = (await chosen.get())();
  };
  let made;
  return {
    init(scope) { shared = scope; },
    get: async () => {
      made ??= Promise.all(["@jupyterlab/application","@jupyterlab/cells","@jupyterlab/docmanager","@jupyterlab/notebook","@jupyterlab/settingregistry","@jupyterlab/ui-components","@lumino/signaling","@lumino/widgets"].map(take)).then(() => {
        const module = { exports: {} };
        ((module, exports, require) => {
"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// src/index.ts
var index_exports = {};
__export(index_exports, {
  default: () => index_default
});
module.exports = __toCommonJS(index_exports);
var import_application = require("@jupyterlab/application");
var import_cells11 = require("@jupyterlab/cells");
var import_docmanager = require("@jupyterlab/docmanager");
var import_notebook3 = require("@jupyterlab/notebook");
var import_settingregistry = require("@jupyterlab/settingregistry");
var import_ui_components = require("@jupyterlab/ui-components");

// src/ask.ts
function ours(kernel) {
  return !!kernel && kernel.name.startsWith("nekonote");
}
var patience = 1e4;
function ask(kernel, question) {
  return new Promise((resolve, reject) => {
    const comm = kernel.createComm("nekonote.desk");
    const late = setTimeout(() => reject(new Error("the kernel does not answer")), patience);
    comm.onMsg = (message) => {
      clearTimeout(late);
      resolve(message.content.data.said);
    };
    comm.open(question);
  });
}

// src/books.ts
var import_cells2 = require("@jupyterlab/cells");
var import_notebook = require("@jupyterlab/notebook");

// src/cells.ts
var import_cells = require("@jupyterlab/cells");
function part(cell) {
  const own2 = cell?.model.getMetadata("nekonote");
  return own2 && own2.id && own2.role ? own2 : void 0;
}
function find(notebook, id2, role) {
  return notebook.widgets.find((cell) => cell instanceof import_cells.CodeCell && part(cell)?.id === id2 && part(cell)?.role === role);
}
function text(cell) {
  return cell.model.sharedModel.getSource();
}
var lecturePrefix = "lecture:";
async function show(notebook, id2) {
  const lecture = id2.startsWith(lecturePrefix) ? `lessons.Lecture("${id2.slice(lecturePrefix.length)}")` : "";
  const answer = lecture ? notebook.widgets.find((cell) => text(cell).includes(lecture)) : find(notebook, id2, "answer");
  if (!answer) {
    return;
  }
  const at = notebook.widgets.indexOf(answer);
  notebook.activeCellIndex = at;
  notebook.mode = "command";
  notebook.addClass("nk-arriving");
  const task = notebook.widgets[at - 1] ?? answer;
  await task.ready;
  let hers = false;
  ["wheel", "pointerdown", "keydown"].forEach((e) => notebook.node.addEventListener(e, () => {
    hers = true;
  }, { once: true, passive: true }));
  for (const delay of [0, 300, 700]) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (!hers) task.node.scrollIntoView({ block: "start" });
  }
  if (!hers) answer.node.focus({ preventScroll: true });
  notebook.removeClass("nk-arriving");
}
var formed = (html) => [document.createRange().createContextualFragment(html)];
function element(tag, name = "", content = [], attributes = {}) {
  const node = document.createElement(tag);
  if (name) {
    node.className = name;
  }
  node.append(...typeof content === "string" ? [content] : content);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, value);
  }
  return node;
}
function button(name, label, click) {
  const node = element("button", name, label, { type: "button" });
  node.addEventListener("click", () => void click());
  return node;
}

// src/books.ts
function own(panel) {
  return panel?.content.model?.getMetadata("nekonote");
}
var goal = "nekonote:goal";
var Books = class {
  constructor(docs, tracker, desk) {
    this.docs = docs;
    this.tracker = tracker;
    this.desk = desk;
  }
  docs;
  tracker;
  desk;
  /** Opens the notebook of an exercise at that exercise, in the language of the course's words. */
  async exercise(id2) {
    const book = this.desk.book(id2);
    if (book) {
      await this.open(book.name, this.desk.course.lang, id2);
    }
  }
  /** Opens the notebook that shows a lecture at the lecture's cell, and runs that where it has not been run yet. */
  async lecture(name, id2) {
    await this.open(name, this.desk.course.lang, lecturePrefix + id2);
  }
  /** Has the page with her network written anew, opens it in a tab of its own, and returns what there is to say. */
  async page() {
    try {
      const said = await ask(this.desk.kernel, { kind: "show" });
      if (said.file) {
        const { contents } = this.docs.services;
        const beside = this.here() + said.file;
        const there = await contents.get(beside, { content: false }).catch(() => null);
        window.open(await contents.getDownloadUrl(there ? beside : said.file), "_blank", "noopener");
      }
      return said.text;
    } catch {
      return this.desk.word("silent");
    }
  }
  /** Opens a notebook in a language; where there is none, it is made. */
  async open(name, lang, id2 = "") {
    const path = await this.path(name, lang) ?? await this.make(name, lang);
    if (!path) {
      return;
    }
    localStorage.setItem(goal, JSON.stringify({ path, id: id2 }));
    const widget = this.docs.openOrReveal(path);
    if (widget) {
      await widget.context.ready;
      await this.arrive(widget);
    }
  }
  /** Shows in a notebook what it was opened for. */
  async arrive(panel) {
    const wanted = JSON.parse(localStorage.getItem(goal) ?? "null");
    if (wanted?.path === panel.context.path) {
      localStorage.removeItem(goal);
      await show(panel.content, wanted.id);
      const cell = panel.content.activeCell;
      if (String(wanted.id).startsWith(lecturePrefix) && cell instanceof import_cells2.CodeCell && cell.model.outputs.length === 0) {
        await import_notebook.NotebookActions.runCells(panel.content, [cell], panel.sessionContext);
      }
    }
  }
  /** The folder of the notebook in front. */
  here() {
    const path = this.tracker.currentWidget?.context.path ?? "";
    return path.slice(0, path.lastIndexOf("/") + 1);
  }
  names(name, lang) {
    return [`${this.here()}${name}.ipynb`, `${this.here()}${name}.${lang}.ipynb`];
  }
  async path(name, lang) {
    for (const path of this.names(name, lang)) {
      const file = await this.docs.services.contents.get(path, { type: "notebook", content: true }).catch(() => null);
      if (file?.content?.metadata?.nekonote?.lang === lang) {
        return path;
      }
    }
    return void 0;
  }
  /** Lays a notebook beside the others. What she has written in its twin that is open goes along. */
  async make(name, lang) {
    const kernel = this.desk.kernel;
    if (!kernel) {
      return void 0;
    }
    const made = await ask(kernel, { kind: "twin", id: name, lang });
    const from = this.tracker.currentWidget;
    const said = own(from);
    if (from && said?.notebook === name) {
      const before = await ask(kernel, { kind: "twin", id: name, lang: said.lang });
      carry(from, before, made);
    }
    const path = this.names(name, lang)[1];
    const free = await this.docs.services.contents.get(path, { content: false }).then(() => false, () => true);
    if (free) {
      await this.docs.services.contents.save(path, { type: "notebook", format: "json", content: made });
    }
    return path;
  }
};
function carry(from, before, to) {
  const answer = (cell) => {
    const said = cell.metadata.nekonote;
    return said?.role === "answer" ? said.id : "";
  };
  for (const cell of to.cells) {
    const id2 = answer(cell);
    const hers = id2 && find(from.content, id2, "answer");
    const first = before.cells.find((c) => id2 && answer(c) === id2)?.source;
    if (hers && text(hers).trim() !== [first ?? ""].flat().join("").trim()) {
      cell.source = text(hers);
    }
  }
}

// src/course.ts
var import_signaling = require("@lumino/signaling");
var Desk = class {
  kernel = null;
  course = null;
  _changed = new import_signaling.Signal(this);
  /** Emitted when the course is there or has changed, with the exercises whose outcome has. */
  get changed() {
    return this._changed;
  }
  word(name) {
    return this.course?.words[name] ?? "";
  }
  exercise(id2) {
    return this.all().find((e) => e.id === id2);
  }
  /** The notebook that an exercise is in. */
  book(id2) {
    return this.course?.notebooks.find((b) => b.exercises.some((e) => e.id === id2));
  }
  /** The exercise that comes behind another one in the course. */
  after(id2) {
    const all = this.all();
    return all[all.findIndex((e) => e.id === id2) + 1];
  }
  all() {
    return this.course?.notebooks.flatMap((b) => b.exercises) ?? [];
  }
  /** Asks a kernel of the course, from then on the one that is asked, how things stand. */
  async refresh(kernel = this.kernel) {
    if (!ours(kernel) || kernel.isDisposed) {
      return;
    }
    this.kernel = kernel;
    const course = await ask(kernel, { kind: "course" });
    if (this.kernel !== kernel) {
      return;
    }
    const before = this.course?.lang === course.lang ? this.all() : [];
    this.course = course;
    this._changed.emit(this.all().filter((e, i) => before[i] && before[i].outcome !== e.outcome));
  }
};

// ../setup/logo.svg
var logo_default = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">\n  <rect width="64" height="64" rx="14" fill="#f4a259"/>\n  <g fill="#fffaf2">\n    <path d="M32 31c8 0 15 7 15 14 0 6-5 8-9 7-4-1-8-1-12 0-4 1-9-1-9-7 0-7 7-14 15-14z"/>\n    <ellipse cx="14.500" cy="28" rx="5" ry="7" transform="rotate(-25 14.500 28)"/>\n    <ellipse cx="25.500" cy="18" rx="5.500" ry="7.500" transform="rotate(-8 25.500 18)"/>\n    <ellipse cx="38.500" cy="18" rx="5.500" ry="7.500" transform="rotate(8 38.500 18)"/>\n    <ellipse cx="49.500" cy="28" rx="5" ry="7" transform="rotate(25 49.500 28)"/>\n  </g>\n</svg>\n';

// src/help.ts
var import_widgets = require("@lumino/widgets");
var Help = class extends import_widgets.Widget {
  constructor(panel, cell, exercise, desk, books) {
    super();
    this.panel = panel;
    this.cell = cell;
    this.exercise = exercise;
    this.desk = desk;
    this.books = books;
    this.addClass("nk-help");
    this.node.setAttribute("role", "group");
    this.node.setAttribute("data-lm-suppress-shortcuts", "true");
    this.node.append(this.hint, this.solution, this.fresh, this.back, this.onward, this.news);
    desk.changed.connect(this.redraw, this);
    this.redraw();
  }
  panel;
  cell;
  exercise;
  desk;
  books;
  hint = button("nk-button", "", () => this.tell("hint"));
  solution = button("nk-button", "", () => this.tell("solution"));
  fresh = button("nk-button", "", () => this.afresh());
  back = button("nk-button", "", () => this.bringBack());
  onward = button("nk-button nk-button-next", "", () => this.goOn());
  skeleton = "";
  // as it came last: it needs no keeping
  news = element("span", "nk-said", [], { role: "status" });
  dispose() {
    this.desk.changed.disconnect(this.redraw, this);
    super.dispose();
  }
  redraw() {
    const e = this.desk.exercise(this.exercise);
    this.node.hidden = !e;
    if (!e) {
      return;
    }
    const next = this.desk.after(this.exercise);
    this.node.lang = this.desk.course.lang;
    this.node.setAttribute("aria-label", this.desk.word("help"));
    this.node.dataset.outcome = e.outcome;
    this.hint.textContent = e.hint;
    this.solution.textContent = this.desk.word("solution");
    this.fresh.textContent = this.desk.word("fresh");
    this.back.textContent = this.desk.word("back");
    this.onward.textContent = this.desk.word(next?.question ? "question" : "onward");
    for (const node of [this.hint, this.solution, this.fresh]) {
      node.hidden = e.question;
    }
    this.back.hidden = this.kept() === void 0;
    this.onward.hidden = !next;
  }
  async said(question) {
    try {
      await this.panel.sessionContext.ready;
      const kernel = this.panel.sessionContext.session?.kernel;
      return ours(kernel) ? await ask(kernel, { ...question, id: this.exercise }) : void 0;
    } catch {
      this.news.textContent = this.desk.word("silent");
      return void 0;
    }
  }
  async tell(kind) {
    const said = await this.said({ kind });
    if (said) {
      this.output(said);
      await this.desk.refresh();
    }
  }
  /** Shows a card below the check, in the place of the one that was asked for before. */
  output(said) {
    const { outputs } = this.cell.model;
    const shown2 = {
      output_type: "display_data",
      data: { "text/html": said.html, "text/plain": said.text },
      metadata: { nekonote: { help: true } }
    };
    for (let i = 0; i < outputs.length; i++) {
      if (outputs.get(i).metadata.nekonote) {
        outputs.set(i, shown2);
        return;
      }
    }
    outputs.add(shown2);
  }
  kept() {
    return part(find(this.panel.content, this.exercise, "answer"))?.kept;
  }
  keep(answer, kept) {
    const own2 = { ...part(answer) };
    delete own2.kept;
    answer.model.setMetadata("nekonote", kept === void 0 ? own2 : { ...own2, kept });
  }
  async afresh() {
    const answer = find(this.panel.content, this.exercise, "answer");
    if (!answer) {
      return;
    }
    const before = text(answer);
    const said = await this.said({ kind: "fresh", text: before });
    if (!said) {
      return;
    }
    this.skeleton = said.fresh ?? "";
    if (said.fresh && text(answer) === before && before.trim() !== said.fresh) {
      this.keep(answer, before);
      answer.model.sharedModel.setSource(said.fresh);
    }
    this.news.textContent = said.text;
    this.redraw();
  }
  /** Exchanges what was kept with what stands there: nothing is lost either way. */
  async bringBack() {
    const answer = find(this.panel.content, this.exercise, "answer");
    const kept = this.kept();
    if (answer && kept !== void 0) {
      const now = text(answer);
      answer.model.sharedModel.setSource(kept);
      this.keep(answer, now.trim() === this.skeleton ? void 0 : now);
      this.news.textContent = "";
      this.redraw();
    }
  }
  async goOn() {
    const next = this.desk.after(this.exercise);
    if (next) {
      await this.books.exercise(next.id);
    }
  }
};

// src/style.css
var style_default = `/* Colours are the theme's own, so that both themes are served; where those read too badly, ours. */

.nk-unseen {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0;
}

/* The side panel */

.nk-course { overflow-y: auto; background: var(--jp-layout-color1); color: var(--jp-ui-font-color1); font-size: var(--jp-ui-font-size1); line-height: 1.5; }
.nk-course-body { padding: 12px 12px 24px; }
.nk-course-head { display: flex; align-items: center; gap: 8px; }
.nk-course-head h2 { flex: 1; margin: 0; font-size: 16px; font-weight: 600; }
.nk-course button, .nk-help button, .nk-quiz button { font: inherit; color: inherit; cursor: pointer; }
.nk-course button { border: 0; background: none; text-align: start; padding: 4px 6px; border-radius: 4px; }
.nk-course button:hover, .nk-fold summary:hover { background: var(--jp-layout-color2); }
.nk-course :focus-visible, .nk-help :focus-visible, .nk-quiz :focus-visible { outline: 2px solid var(--jp-brand-color1); outline-offset: 1px; }
.nk-course .nk-quiet-button { border: 1px solid var(--jp-border-color1); padding: 2px 10px; border-radius: 12px; white-space: nowrap; }
.nk-score { display: flex; align-items: center; gap: 10px; margin: 10px 0; font-variant-numeric: tabular-nums; }
.nk-bar { flex: 1; height: 8px; border-radius: 4px; background: var(--jp-layout-color3); overflow: hidden; }
.nk-bar span { display: block; height: 100%; background: #1a7f37; }
.nk-course .nk-onward { width: 100%; padding: 8px 12px; margin-bottom: 12px; border-radius: 6px; border-inline-start: 4px solid #3b6fb6; background: rgba(80, 130, 200, 0.12); }
.nk-course .nk-onward:hover { background: rgba(80, 130, 200, 0.22); }
.nk-course .nk-show { margin-bottom: 8px; white-space: normal; }
.nk-course .nk-show[hidden] { display: none; }
.nk-trouble:empty, .nk-showed:empty { display: none; }
.nk-week { position: relative; border-top: 1px solid var(--jp-border-color2); padding: 6px 0; }
.nk-week-head { display: flex; align-items: baseline; gap: 8px; padding-inline-start: 20px; }
.nk-course .nk-book { flex: 1; font-weight: 600; }
.nk-course .nk-book[aria-current] { background: rgba(80, 130, 200, 0.16); }
.nk-points { font-variant-numeric: tabular-nums; white-space: nowrap; padding-inline-end: 6px; }
.nk-fold summary { position: absolute; top: 10px; inset-inline-start: 0; width: 20px; height: 20px; line-height: 20px; cursor: pointer; border-radius: 4px; text-align: center; list-style: none; }
.nk-fold summary::-webkit-details-marker { display: none; }
.nk-fold summary::before { content: "▸"; display: inline-block; }
.nk-fold[open] summary::before { content: "▾"; }
.nk-fold ul { list-style: none; margin: 2px 0 6px; padding: 0; padding-inline-start: 20px; }
.nk-course .nk-exercise { display: flex; gap: 8px; align-items: baseline; width: 100%; }
.nk-exercise .nk-title { flex: 1; }
.nk-exercise .nk-points { padding: 0; }
.nk-course .nk-lecture { width: 100%; opacity: 0.85; }
.nk-symbol { width: 1.1em; text-align: center; font-weight: bold; }
.nk-exercise[data-next] { background: rgba(80, 130, 200, 0.10); }
.nk-setting { display: flex; gap: 8px; align-items: baseline; margin-top: 16px; padding-top: 12px; border-top: 1px solid var(--jp-border-color2); }
[data-outcome="correct"] .nk-symbol { color: #1a7f37; }
[data-outcome="almost"] .nk-symbol { color: #9a6700; }
[data-outcome="incorrect"] .nk-symbol { color: #c0392b; }
body[data-jp-theme-light="false"] [data-outcome="correct"] .nk-symbol { color: #4cc26d; }
body[data-jp-theme-light="false"] [data-outcome="almost"] .nk-symbol { color: #e0ac3c; }
body[data-jp-theme-light="false"] [data-outcome="incorrect"] .nk-symbol { color: #f07c6e; }

/* Buttons below a check, questions above an answer: in line with the cell's own text */

.nk-help, .nk-quiz { margin-inline-start: calc(var(--jp-cell-prompt-width) + var(--jp-cell-collapser-width) + 6px); color: var(--jp-ui-font-color1); font-size: var(--jp-ui-font-size1); }
.nk-help { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; padding: 6px 0 2px; }
.nk-help[hidden], .nk-help [hidden] { display: none; }
.nk-help .nk-button, .nk-quiz .nk-button { border: 1px solid var(--jp-border-color1); background: var(--jp-layout-color1); border-radius: 14px; padding: 3px 12px; line-height: 1.5; }
.nk-help .nk-button:hover, .nk-quiz .nk-button:hover { background: var(--jp-layout-color2); }
.nk-help[data-outcome="correct"] .nk-button-next { background: #1a7f37; border-color: #1a7f37; color: #ffffff; }
.nk-said { flex-basis: 100%; overflow-wrap: anywhere; }
.nk-said:empty { display: none; }

.nk-quiz { font-size: var(--jp-content-font-size1); padding-bottom: 8px; line-height: 1.6; }
.nk-quiz fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 4px; max-width: 56em; }
.nk-quiz legend { padding: 0 0 6px; white-space: pre-wrap; }
.nk-option { display: flex; gap: 10px; align-items: baseline; padding: 6px 12px; border: 1px solid var(--jp-border-color2); border-radius: 6px; cursor: pointer; }
.nk-option:hover { background: var(--jp-layout-color2); }
.nk-option:has(input:checked) { border-color: var(--jp-brand-color1); box-shadow: inset 0 0 0 1px var(--jp-brand-color1); }
[data-right="true"] .nk-option:has(input:checked) { border-color: #1a7f37; box-shadow: inset 0 0 0 1px #1a7f37; background: rgba(46, 160, 67, 0.12); }
.nk-quiz input[type="text"] { font: inherit; font-family: var(--jp-code-font-family); margin: 0 10px; padding: 4px 8px; border: 1px solid var(--jp-border-color0); border-radius: 4px; background: var(--jp-layout-color0); color: inherit; }
.nk-quiz .nk-button { margin-top: 6px; }
.nk-quiz form > p { flex-basis: 100%; margin: 0 0 4px; }
.nk-quiz form:has(input[type="text"]) { display: flex; flex-wrap: wrap; align-items: baseline; }
.nk-check.nk-asked > .jp-Cell-inputWrapper { display: none; } /* a click runs it; its answer's cell is the truth, and stays */

.nk-news { margin: 4px 0 4px calc(var(--jp-cell-prompt-width) + var(--jp-cell-collapser-width) + 6px); padding: 4px 12px; border-inline-start: 4px solid #3b6fb6; background: rgba(80, 130, 200, 0.12); color: var(--jp-ui-font-color1); font-size: var(--jp-ui-font-size1); }

/* Titles on tabs */

.lm-TabBar-tab[data-nekonote] .lm-TabBar-tabLabel { display: none; }
.lm-TabBar .lm-TabBar-tab.lm-TabBar-tab[data-nekonote]::after {
  content: attr(data-nekonote); position: static; width: auto; border: 0; flex: 1 1 auto; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
}
.lm-TabBar-tab[data-nekonote]:not(.lm-mod-current) { box-shadow: inset 0 -1px var(--jp-border-color1); } /* where the page's own ::after draws it */
.lm-TabBar-tab[data-nekonote] .lm-TabBar-tabCloseIcon { order: 1; }

/* Reading */

.nk-notebook :lang(ja), .nk-course:lang(ja) { word-break: auto-phrase; }
.nk-notebook .jp-Notebook:lang(ja) .cm-content span { font-style: normal; }
.nk-notebook mjx-container[display="true"] { max-width: 100%; overflow-x: auto; overflow-y: hidden; }
body[data-jp-theme-light="true"] .nk-notebook { --jp-mirror-editor-comment-color: #2f6f6f; }
body[data-jp-theme-light="false"] .nk-notebook { --jp-mirror-editor-comment-color: #8fc7c7; }

/* Titles in lists of files */

.jp-DirListing-itemText[data-nekonote]:not([data-nekonote=""]):not(:has(input)) { font-size: 0; }
.jp-DirListing-itemText[data-nekonote]:not([data-nekonote=""]):not(:has(input))::after { content: attr(data-nekonote); font-size: var(--jp-ui-font-size1); }

/* Colours of what programs print, readable on the backgrounds of output and of errors */

body[data-jp-theme-light="true"] .nk-notebook :is(.ansi-black-fg, .ansi-black-intense-fg) { color: #1f2328; }
body[data-jp-theme-light="true"] .nk-notebook :is(.ansi-red-fg, .ansi-red-intense-fg) { color: #a40e26; }
body[data-jp-theme-light="true"] .nk-notebook :is(.ansi-green-fg, .ansi-green-intense-fg) { color: #0b5c2b; }
body[data-jp-theme-light="true"] .nk-notebook :is(.ansi-yellow-fg, .ansi-yellow-intense-fg) { color: #6b4a00; }
body[data-jp-theme-light="true"] .nk-notebook :is(.ansi-blue-fg, .ansi-blue-intense-fg) { color: #0a4a9e; }
body[data-jp-theme-light="true"] .nk-notebook :is(.ansi-magenta-fg, .ansi-magenta-intense-fg) { color: #7a2a85; }
body[data-jp-theme-light="true"] .nk-notebook :is(.ansi-cyan-fg, .ansi-cyan-intense-fg) { color: #0b5563; }
body[data-jp-theme-light="true"] .nk-notebook :is(.ansi-white-fg, .ansi-white-intense-fg) { color: #4d4d4d; }
body[data-jp-theme-light="false"] .nk-notebook :is(.ansi-black-fg, .ansi-black-intense-fg) { color: #b8bcc4; }
body[data-jp-theme-light="false"] .nk-notebook :is(.ansi-red-fg, .ansi-red-intense-fg) { color: #ff9b94; }
body[data-jp-theme-light="false"] .nk-notebook :is(.ansi-green-fg, .ansi-green-intense-fg) { color: #7ee2a0; }
body[data-jp-theme-light="false"] .nk-notebook :is(.ansi-yellow-fg, .ansi-yellow-intense-fg) { color: #f0c674; }
body[data-jp-theme-light="false"] .nk-notebook :is(.ansi-blue-fg, .ansi-blue-intense-fg) { color: #9ecbff; }
body[data-jp-theme-light="false"] .nk-notebook :is(.ansi-magenta-fg, .ansi-magenta-intense-fg) { color: #e3b7f5; }
body[data-jp-theme-light="false"] .nk-notebook :is(.ansi-cyan-fg, .ansi-cyan-intense-fg) { color: #8be3ec; }
body[data-jp-theme-light="false"] .nk-notebook :is(.ansi-white-fg, .ansi-white-intense-fg) { color: #e6e6e6; }
`;

// src/looks.ts
function addStyle() {
  const node = document.createElement("style");
  node.textContent = style_default;
  document.head.append(node);
}
function markTab(panel) {
  const mark = () => {
    const first = panel.content.model?.cells.get(0)?.sharedModel.getSource() ?? "";
    const title = /^# (.+)$/m.exec(first)?.[1];
    if (title && panel.title.dataset.nekonote !== title) {
      panel.title.dataset = { ...panel.title.dataset, nekonote: title };
    }
  };
  mark();
  panel.content.modelContentChanged.connect(mark);
}
function wrapLines(panel) {
  const wrap = () => {
    const { editorConfig } = panel.content;
    if (editorConfig.code.lineWrap !== true) {
      panel.content.editorConfig = { ...editorConfig, code: { ...editorConfig.code, lineWrap: true } };
    }
  };
  wrap();
  panel.content.modelContentChanged.connect(wrap);
}
function markFiles(desk) {
  const mark = () => {
    const titles = new Map(desk.course?.notebooks.map((book) => [book.name, book.title]));
    for (const item of document.querySelectorAll(".jp-DirListing-itemText")) {
      const name = item.textContent?.trim() ?? "";
      const title = titles.get(name.replace(/(\.[a-z]{2})?\.ipynb$/, "")) ?? "";
      if (item.dataset.nekonote !== title) {
        item.dataset.nekonote = title;
      }
    }
  };
  const listed = new MutationObserver(mark);
  desk.changed.connect(() => {
    document.querySelectorAll(".jp-DirListing-content").forEach((list) => listed.observe(list, { childList: true, subtree: true, characterData: true }));
    mark();
  });
}
var narrow = matchMedia("(max-width: 700px)");
function isNarrow() {
  return narrow.matches;
}
function follow(shell) {
  const give = () => {
    if (narrow.matches) {
      shell.collapseLeft();
    }
  };
  void shell.restored.then(give);
  narrow.addEventListener("change", give);
}

// src/missed.ts
var import_cells5 = require("@jupyterlab/cells");
var import_widgets2 = require("@lumino/widgets");
var Missed = class {
  constructor(panel, desk) {
    this.panel = panel;
    this.desk = desk;
    panel.context.saveState.connect((_, state) => {
      if (state === "completed") {
        void this.saved();
      }
    });
    panel.sessionContext.iopubMessage.connect((_, message) => {
      if (this.running.has(message.parent_header.msg_id ?? "")) {
        clearTimeout(this.soon);
        this.soon = window.setTimeout(() => void this.ask(), 200);
      }
    });
  }
  panel;
  desk;
  running = /* @__PURE__ */ new Set();
  // requests of another page that are still under way
  news = /* @__PURE__ */ new Map();
  soon = 0;
  /** Shows in the cells what they have shown meanwhile. */
  async ask() {
    const kernel = this.panel.sessionContext.session?.kernel;
    if (!ours(kernel)) {
      return;
    }
    const runs = await ask(kernel, { kind: "unseen" }).catch(() => null);
    for (const run of runs ?? []) {
      const cell = this.panel.content.widgets.find((c) => c.model.id === run.cell);
      if (run.session !== kernel.clientId && cell instanceof import_cells5.CodeCell && text(cell) === run.code) {
        this.show(cell, run);
      }
    }
  }
  show(cell, run) {
    const { model } = cell;
    if (run.ended && model.executionCount === run.count && !this.running.has(run.id)) {
      return;
    }
    model.trusted = true;
    if (JSON.stringify(model.outputs.toJSON()) !== JSON.stringify(run.outputs)) {
      model.outputs.fromJSON(run.outputs);
    }
    if (run.ended) {
      this.running.delete(run.id);
      model.executionCount = run.count;
    } else {
      this.running.add(run.id);
      cell.setPrompt("*");
    }
    this.say(cell, run.ended ? this.desk.word("ended").replace("%s", clock(run.ended, this.desk)) : this.desk.word("running"));
  }
  say(cell, said) {
    let news = this.news.get(cell);
    if (!news || news.isDisposed) {
      news = new import_widgets2.Widget({ node: element("div", "nk-news", [], { role: "status" }) });
      this.news.set(cell, news);
      cell.layout.addWidget(news);
      cell.model.stateChanged.connect((_, change) => {
        if (change.name === "executionCount" && change.newValue === null) {
          news?.dispose();
        }
      });
    }
    news.node.lang = this.desk.course?.lang ?? "";
    news.node.textContent = said;
  }
  async saved() {
    const kernel = this.panel.sessionContext.session?.kernel;
    const seen = {};
    for (const cell of this.panel.content.widgets) {
      if (cell instanceof import_cells5.CodeCell && cell.model.executionCount !== null) {
        seen[cell.model.id] = cell.model.executionCount;
      }
    }
    if (ours(kernel)) {
      await ask(kernel, { kind: "saved", seen }).catch(() => null);
    }
  }
};
function clock(time, desk) {
  return new Date(time).toLocaleTimeString(desk.course?.lang, { hour: "2-digit", minute: "2-digit" });
}

// src/panel.ts
var import_widgets3 = require("@lumino/widgets");
var symbols = { "not attempted": "○", incorrect: "✗", almost: "≈", correct: "✓" };
var shown = "nekonote:panel";
var CoursePanel = class extends import_widgets3.Widget {
  constructor(desk, books, check, twin) {
    super();
    this.desk = desk;
    this.books = books;
    this.check = check;
    this.twin = twin;
    this.id = "nekonote-course";
    this.addClass("nk-course");
    this.node.setAttribute("role", "region");
    this.node.setAttribute("data-lm-suppress-shortcuts", "true");
    this.node.append(this.body, this.news);
    desk.changed.connect((_, moved) => this.told(moved));
    this.told([]);
  }
  desk;
  books;
  check;
  twin;
  lang = "";
  open = "";
  news = element("div", "nk-unseen", [], { role: "status" });
  said = element("p", "nk-showed", [], { role: "status" });
  // of the page to show
  body = element("div", "nk-course-body");
  /** The notebook that is in front. */
  setCurrent(name) {
    this.open = name;
    if (this.desk.course) {
      this.redraw(this.desk.course);
    }
  }
  /** Whether it was open when she left: a page that is loaded anew knows only its own panels. */
  wasOpen() {
    return localStorage.getItem(shown) === "yes";
  }
  onAfterShow(_) {
    localStorage.setItem(shown, "yes");
  }
  onAfterHide(_) {
    localStorage.setItem(shown, isNarrow() ? "yes" : "no");
  }
  onActivateRequest(_) {
    this.body.querySelector("button, summary")?.focus();
  }
  told(moved) {
    const course = this.desk.course;
    if (!course) {
      return;
    }
    if (course.lang !== this.lang) {
      this.lang = course.lang;
      this.build(course);
    }
    this.redraw(course);
    if (moved.length > 0) {
      this.news.textContent = moved.map((e) => `${e.title}: ${e.said}`).join(". ");
    }
  }
  build(course) {
    const { words } = course;
    this.title.caption = words.title;
    this.node.lang = course.lang;
    this.node.setAttribute("aria-label", words.title);
    const others = course.others.map((other) => {
      const node = button("nk-quiet-button", other.name, () => this.twin(other.lang));
      node.lang = other.lang;
      node.title = words.language;
      return node;
    });
    const box = element("input", "", [], { type: "checkbox" });
    box.addEventListener("change", () => void this.check.set(box.checked));
    this.body.replaceChildren(
      element("div", "nk-course-head", [element("h2", "", words.title), ...others]),
      element("p", "nk-score", [element("span", "nk-bar", [element("span")]), element("span", "nk-total")]),
      button("nk-onward", "", () => this.desk.course?.next && this.books.exercise(this.desk.course.next)),
      element("p", "nk-trouble"),
      button("nk-show nk-quiet-button", words.show, async () => {
        this.said.textContent = await this.books.page();
      }),
      this.said,
      element("nav", "", course.notebooks.map((book) => this.book(book)), { "aria-label": words.title }),
      element("label", "nk-setting", [box, element("span", "", words.run)])
    );
  }
  book(book) {
    const entry = (e) => {
      const node = button("nk-exercise", "", () => this.books.exercise(e.id));
      node.dataset.id = e.id;
      node.append(element("span", "nk-symbol"), element("span", "nk-title", e.title), element("span", "nk-points"));
      return element("li", "", [node]);
    };
    const heading = button("nk-book", book.title, () => this.books.open(book.name, this.lang));
    heading.dataset.name = book.name;
    const head = [heading, element("span", "nk-points")];
    const lecture = (l) => element("li", "", [button("nk-lecture", `▶ ${l.title}`, () => this.books.lecture(book.name, l.id))]);
    if (book.exercises.length + book.lectures.length === 0) {
      return element("div", "nk-week", [element("div", "nk-week-head", head)]);
    }
    const fold = element("details", "nk-fold", [
      element("summary", "", [], { "aria-label": book.title }),
      element("ul", "", [...book.lectures.map(lecture), ...book.exercises.map(entry)])
    ]);
    return element("div", "nk-week", [element("div", "nk-week-head", head), fold]);
  }
  /** Puts what changes into what stands there, so that the focus stays where it is. */
  redraw(course) {
    const get = (selector) => this.body.querySelector(selector);
    get(".nk-bar span").style.width = `${100 * course.points / Math.max(course.max, 1)}%`;
    get(".nk-total").textContent = course.score;
    get(".nk-onward").textContent = course.onward;
    get(".nk-show").hidden = !course.shows;
    get(".nk-trouble").textContent = course.trouble;
    get(".nk-setting input").checked = this.check.get();
    course.notebooks.forEach((book, i) => {
      const week = this.body.querySelectorAll(".nk-week")[i];
      const here = book.name === this.open;
      const heading = week.querySelector(".nk-book");
      here ? heading.setAttribute("aria-current", "true") : heading.removeAttribute("aria-current");
      week.querySelector(".nk-points").textContent = book.max ? `${book.points} / ${book.max}` : "";
      const fold = week.querySelector("details");
      if (fold && here && week.dataset.here !== "yes") {
        fold.open = true;
      }
      week.dataset.here = here ? "yes" : "";
      book.exercises.forEach((e) => {
        const node = week.querySelector(`[data-id="${e.id}"]`);
        node.dataset.outcome = e.outcome;
        node.querySelector(".nk-symbol").textContent = symbols[e.outcome];
        node.querySelector(".nk-points").textContent = `${e.points} / ${e.max}`;
        node.setAttribute("aria-label", `${e.title}: ${e.said}`);
        node.toggleAttribute("data-next", e.id === course.next);
      });
    });
  }
};

// src/quiz.ts
var import_widgets4 = require("@lumino/widgets");

// src/run.ts
var import_notebook2 = require("@jupyterlab/notebook");
async function runAndCheck(panel, id2) {
  const { content, sessionContext } = panel;
  const answer = find(content, id2, "answer");
  const check = find(content, id2, "check");
  if (!answer || !check) {
    return false;
  }
  content.deselectAll();
  content.mode = "command";
  content.activeCellIndex = content.widgets.indexOf(answer);
  const good = await import_notebook2.NotebookActions.runCells(content, [answer, check], sessionContext);
  const shown2 = good || check.model.outputs.length > 0 ? check : answer;
  if (content.activeCell === answer) {
    content.activeCellIndex = content.widgets.indexOf(shown2);
  }
  shown2.node.scrollIntoView({ block: "nearest" });
  return true;
}
function addCommand(app, tracker, check) {
  const command = "nekonote:run-and-check";
  app.commands.addCommand(command, {
    label: "Run and Check",
    execute: async () => {
      const panel = tracker.currentWidget;
      const own2 = part(panel?.content.activeCell);
      if (!panel || own2?.role !== "answer" || !check.get() || !await runAndCheck(panel, own2.id)) {
        await app.commands.execute("notebook:run-cell-and-select-next");
      }
    }
  });
  app.commands.addKeyBinding({ command, keys: ["Shift Enter"], selector: ".jp-Notebook .nk-answer" });
}

// src/quiz.ts
var answers = /^(var answer\d+ = )("(?:[^"\\]|\\.)*")/m;
var Question2 = class extends import_widgets4.Widget {
  constructor(panel, cell, exercise, desk) {
    super();
    this.panel = panel;
    this.cell = cell;
    this.exercise = exercise;
    this.desk = desk;
    this.addClass("nk-quiz");
    desk.changed.connect(this.refresh, this);
    void this.refresh();
  }
  panel;
  cell;
  exercise;
  desk;
  asking = null;
  busy = false;
  dispose() {
    this.desk.changed.disconnect(this.refresh, this);
    super.dispose();
  }
  async refresh() {
    const kernel = this.panel.sessionContext.session?.kernel;
    if (!ours(kernel) || !this.desk.course) {
      return;
    }
    const asking = await ask(kernel, { kind: "quiz", id: this.exercise }).catch(() => null);
    if (asking && JSON.stringify(asking) !== JSON.stringify(this.asking)) {
      this.asking = asking;
      this.draw(asking);
    }
  }
  /** What stands between the quotes of the cell. */
  typed() {
    const found = answers.exec(text(this.cell));
    try {
      return found ? JSON.parse(found[2]) : "";
    } catch {
      return "";
    }
  }
  draw(asking) {
    const focused = this.node.contains(document.activeElement);
    const form = element("form", "", [], { "data-right": String(asking.right) });
    form.lang = this.desk.course.lang;
    const typed = this.typed();
    if (asking.options.length > 0) {
      const options = asking.options.map((option) => {
        const radio = element("input", "", [], { type: "radio", name: this.exercise, value: option.mark });
        radio.checked = typed === option.mark;
        const label = element("label", "nk-option", [radio, element("span", "", formed(option.text))]);
        label.addEventListener("click", (e) => e.detail > 0 && setTimeout(() => this.answer(option.mark)));
        return label;
      });
      form.append(element("fieldset", "", [element("legend", asking.first ? "nk-unseen" : "", formed(asking.ask)), ...options]));
    } else {
      const field = element("input", "", [], { type: "text", inputmode: "decimal", autocomplete: "off", size: "12" });
      field.value = typed;
      const label = element("label", "", [element("span", "", this.desk.word("number")), field]);
      form.append(...asking.first ? [] : [element("p", "", formed(asking.ask))], label);
    }
    form.append(element("button", "nk-button", this.desk.word("answer"), { type: "submit" }));
    form.addEventListener("submit", (e) => {
      e.preventDefault();
      const chosen = form.querySelector("input:checked, input[type=text]");
      void this.answer(chosen?.value ?? "");
    });
    form.setAttribute("data-lm-suppress-shortcuts", "true");
    form.addEventListener("keydown", (e) => e.stopPropagation());
    this.node.replaceChildren(form);
    if (focused) {
      (form.querySelector("input:checked") ?? form.querySelector("input"))?.focus();
    }
  }
  async answer(said) {
    if (this.busy || !said.trim()) {
      return;
    }
    this.busy = true;
    try {
      const before = text(this.cell);
      const line = answers.exec(before);
      const { sharedModel } = this.cell.model;
      const literal = JSON.stringify(said.trim());
      if (line) {
        const at = line.index + line[1].length;
        sharedModel.updateSource(at, at + line[2].length, literal);
      } else {
        const n = this.exercise.slice(this.exercise.lastIndexOf("/") + 1);
        sharedModel.setSource(`${before.trimEnd()}
var answer${n} = ${literal}`.trimStart());
      }
      await runAndCheck(this.panel, this.exercise);
    } finally {
      this.busy = false;
    }
  }
};

// src/reach.ts
function makeReachable(panel, desk) {
  const { node } = panel.content;
  let soon = 0;
  const later = () => {
    soon ||= window.setTimeout(look, 400);
  };
  const look = () => {
    soon = 0;
    if (!panel.isDisposed) {
      nameCells(panel, desk);
      node.querySelectorAll(".jp-OutputArea-output, .jp-OutputArea-output *, .jp-RenderedMarkdown *").forEach(enter);
    }
  };
  const grown = new MutationObserver(later);
  grown.observe(node, { childList: true, subtree: true });
  const resized = new ResizeObserver(later);
  resized.observe(node);
  desk.changed.connect(later);
  panel.disposed.connect(() => {
    grown.disconnect();
    resized.disconnect();
    desk.changed.disconnect(later);
  });
  document.querySelector(".jp-skiplink-wrapper")?.setAttribute("role", "navigation");
}
function nameCells(panel, desk) {
  for (const cell of panel.content.widgets) {
    cell.node.setAttribute("role", "article");
    const own2 = part(cell);
    const name = own2 ? `${desk.word(own2.role === "answer" ? "yours" : "check")}: ${desk.exercise(own2.id)?.title ?? ""}` : desk.word("code");
    cell.node.querySelector(".cm-content")?.setAttribute("aria-label", name);
    cell.node.querySelector(".jp-collapseHeadingButton")?.setAttribute("aria-label", desk.word("fold"));
  }
}
function enter(block) {
  const wide = block.scrollWidth > block.clientWidth + 1 || block.scrollHeight > block.clientHeight + 1;
  const scrolls = wide && /auto|scroll/.test(getComputedStyle(block).overflow);
  if (scrolls && block.tabIndex < 0) {
    block.tabIndex = 0;
    block.dataset.nkReach = "yes";
    block.setAttribute("data-lm-suppress-shortcuts", "true");
  } else if (!scrolls && block.dataset?.nkReach) {
    block.removeAttribute("tabindex");
    block.removeAttribute("data-lm-suppress-shortcuts");
    delete block.dataset.nkReach;
  }
}

// src/index.ts
var id = "nekonote-desk:plugin";
var plugin = {
  id,
  description: "The learner's desk of Nekonote.",
  autoStart: true,
  requires: [import_notebook3.INotebookTracker, import_docmanager.IDocumentManager],
  optional: [import_settingregistry.ISettingRegistry, import_application.ILabShell],
  activate: (app, tracker, docs, registry, shell) => {
    addStyle();
    const desk = new Desk();
    markFiles(desk);
    const books = new Books(docs, tracker, desk);
    const check = setting(registry, desk);
    addCommand(app, tracker, check);
    const side = sidePanel(app, shell, tracker, desk, books, check);
    if (shell) {
      follow(shell);
    }
    const refresh = (panel) => desk.refresh(speaker(tracker.currentWidget ?? panel, panel));
    const inFront = () => {
      side(tracker.currentWidget);
      void desk.refresh(tracker.currentWidget?.sessionContext.session?.kernel);
    };
    tracker.widgetAdded.connect((_, panel) => void furnish(panel, desk, books, refresh).then(inFront));
    tracker.currentChanged.connect(inFront);
    import_notebook3.NotebookActions.executed.connect((_, { notebook, cell }) => {
      const panel = tracker.find((p) => p.content === notebook);
      if (panel && (part(cell) || /\.(Check|Hint|Solution|Reset|Share)\(/.test(text(cell)))) {
        void refresh(panel);
      }
    });
  }
};
function speaker(front, panel) {
  const kernel = front.sessionContext.session?.kernel ?? null;
  return kernel && !ours(kernel) ? panel.sessionContext.session?.kernel : kernel;
}
function setting(registry, desk) {
  let on = true;
  const loaded = registry?.load(id);
  loaded?.then((s) => {
    const read = () => {
      on = s.get("check").composite !== false;
      void desk.refresh();
    };
    read();
    s.changed.connect(read);
  }).catch((reason) => console.error("nekonote: the settings cannot be read", reason));
  return {
    get: () => on,
    set: async (value) => {
      on = value;
      await (await loaded)?.set("check", value);
    }
  };
}
function sidePanel(app, shell, tracker, desk, books, check) {
  const side = new CoursePanel(desk, books, check, (lang) => {
    const said = own(tracker.currentWidget);
    const active = part(tracker.activeCell) ?? nearest(tracker.currentWidget);
    const name = said?.notebook ?? desk.course.notebooks[0].name;
    void books.open(name, lang, active?.id);
  });
  side.title.icon = new import_ui_components.LabIcon({ name: "nekonote:paw", svgstr: logo_default });
  const added = () => {
    desk.changed.disconnect(added);
    app.shell.add(side, "left", { rank: 90 });
    if (shell && !isNarrow() && (!shell.leftCollapsed || side.wasOpen())) {
      shell.activateById(side.id);
      tracker.currentWidget?.activate();
    }
  };
  desk.changed.connect(added);
  return (panel) => side.setCurrent(own(panel)?.notebook ?? "");
}
function nearest(panel) {
  const cells = panel?.content.widgets.slice(0, (panel.content.activeCellIndex ?? 0) + 2).reverse() ?? [];
  return cells.map((cell) => part(cell)).find((p) => p);
}
async function furnish(panel, desk, books, refresh) {
  await panel.context.ready;
  const said = own(panel);
  const missed = new Missed(panel, desk);
  panel.sessionContext.kernelChanged.connect(() => void refresh(panel));
  void panel.sessionContext.ready.then(() => refresh(panel)).then(() => missed.ask());
  if (!said) {
    return;
  }
  panel.addClass("nk-notebook");
  panel.content.node.lang = said.lang;
  markTab(panel);
  wrapLines(panel);
  makeReachable(panel, desk);
  const done = /* @__PURE__ */ new WeakSet();
  const decorate = () => {
    for (const cell of panel.content.widgets) {
      if (!done.has(cell)) {
        done.add(cell);
        void cell.ready.then(() => furnishCell(panel, cell, desk, books));
      }
    }
  };
  panel.content.modelContentChanged.connect(decorate);
  decorate();
  await books.arrive(panel);
}
function furnishCell(panel, cell, desk, books) {
  const own2 = part(cell);
  if (!own2 || !(cell instanceof import_cells11.CodeCell) || cell.isDisposed) {
    return;
  }
  const question = own2.id.includes("/quiz/");
  cell.addClass(`nk-${own2.role}`);
  cell.toggleClass("nk-asked", question);
  const layout = cell.layout;
  if (own2.role === "check") {
    layout.addWidget(new Help(panel, cell, own2.id, desk, books));
  } else if (question) {
    const first = layout.widgets.findIndex((w) => w.hasClass("jp-Cell-inputWrapper"));
    layout.insertWidget(Math.max(first, 0), new Question2(panel, cell, own2.id, desk));
  }
}
var index_default = plugin;

        })(module, module.exports, name => given[name]);
        return module.exports;
      });
      const exports = await made;
      return () => exports;
    },
  };
})();
