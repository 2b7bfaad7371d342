// As much of a browser's page as the living figures need: elements in a tree, their attributes, what they listen to, and a focus.
class El {
  constructor(tag) { Object.assign(this, { tagName: tag, attributes: {}, nodes: [], listeners: {}, style: {}, dataset: {}, isConnected: true, parent: null, own: '' }); }
  get children() { return this.nodes.filter(n => n instanceof El); }
  get firstElementChild() { return this.children[0]; }
  get lastChild() { return this.nodes.at(-1); }
  get textContent() { return this.nodes.map(n => (n instanceof El ? n.textContent : n)).join(''); }
  set textContent(text) { this.nodes = [String(text)]; }
  get ownerSVGElement() { return this.parent?.tagName === 'svg' ? this.parent : this.parent?.ownerSVGElement || new El('svg'); }
  get value() { return this.held ?? ''; }
  set value(v) { this.held = String(v); }
  setAttribute(name, v) { this.attributes[name] = String(v); }
  getAttribute(name) { return this.attributes[name] ?? null; }
  removeAttribute(name) { delete this.attributes[name]; }
  append(...nodes) { for (const n of nodes) { if (n instanceof El) n.parent = this; this.nodes.push(n); } }
  replaceChildren(...nodes) { this.nodes = []; this.append(...nodes); }
  insertBefore(e, before) { e.parent = this; this.nodes.splice(this.nodes.indexOf(before), 0, e); }
  all() { return this.children.flatMap(e => [e, ...e.all()]); }
  querySelectorAll(tag) { return this.all().filter(e => e.tagName === tag); }
  querySelector(tag) { return this.querySelectorAll(tag)[0]; }
  addEventListener(name, f) { (this.listeners[name] ||= []).push(f); }
  getScreenCTM() { return { inverse: () => null }; }
  getContext() { return { createImageData: (w, h) => ({ data: new Uint8ClampedArray(4 * w * h) }), putImageData: all => { this.pixels = all.data; } }; }
  toDataURL() { return Array.from(this.pixels).join(' '); }
  setPointerCapture() {}
  focus() {}
  // send is what a hand does: press('pointerdown', { clientX, clientY }), and so on.
  send(name, event = {}) { for (const f of this.listeners[name] || []) f({ button: 0, pointerId: 1, preventDefault() { this.prevented = true; }, stopPropagation() {}, ...event }); }
  click() { if (!this.disabled) this.onclick(); }
}
const atob = text => new String(letters(text)); // an object, for goja's Uint8Array.from takes no other string
const document = { createElement: tag => new El(tag), createElementNS: (_, tag) => new El(tag) };
const matchMedia = () => ({ matches: true }), performance = { now: () => 0 }, cancelAnimationFrame = () => {}, requestAnimationFrame = () => 1;
class DOMPoint { constructor(x, y) { this.x = x; this.y = y; } matrixTransform() { return this; } }

// figureOf is the element around a figure whose drawings have these parts.
function figureOf(numbers, parts) {
  const figure = new El('div'), root = new El('div'), said = new El('div'), found = {};
  root.dataset.numbers = numbers;
  root.append(said);
  for (const name of parts) (found[name] = new El('g')).append(new El('path'));
  figure.querySelector = what => (what === '[data-living]' ? root : found[/"(.*)"/.exec(what)[1]]);
  figure.querySelectorAll = () => [];
  root.querySelector = () => said;
  return Object.assign(figure, { root, said, found, buttons: () => root.querySelectorAll('button'), sliders: () => root.querySelectorAll('input') });
}
