// The charts of many metrics. Only those that can be seen are loaded, in as few requests as possible, and only some are in the page.
import { element } from './dom.js';
import { ChartCard } from './chart-card.js';

const pageSize = 24;
const nearby = '300px';

export class ChartGrid {
  /** `load` gets names and settings, and returns the lines of each name; `perRequest` names fit into one request. */
  constructor(host, status, load, perRequest, onZoom) {
    Object.assign(this, { host, status, load, perRequest, onZoom });
    this.cards = new Map();
    this.names = [];
    this.visible = new Set();
    this.wanted = new Set();
    this.shown = pageSize;
    this.end = element('div', { class: 'chart-end' });
    this.watch = new IntersectionObserver(entries => this.scrolled(entries), { rootMargin: nearby });
    this.watch.observe(this.end);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.redraw());
  }

  /** Shows the metrics with these names. */
  setNames(names, settings) {
    this.names = names;
    this.settings = settings;
    this.place();
  }

  /** Follows the settings: loads anew only if they ask for other data. */
  apply(settings, before) {
    this.settings = settings;
    if (settings.q !== before.q) {
      this.shown = pageSize;
      this.place();
    }

    if (['x', 'from', 'to'].some(name => settings[name] !== before[name])) this.reload();
    else this.redraw();
  }

  /** Loads what is seen, and everything else when it is seen. */
  reload() {
    for (const card of this.cards.values()) card.isStale = true;
    for (const card of this.visible) this.want(card);
  }

  redraw() {
    for (const card of this.cards.values()) if (!card.isStale) card.redraw(this.settings);
  }

  place() {
    const text = this.settings.q.toLowerCase();
    const found = this.names.filter(name => name.toLowerCase().includes(text));
    const cards = found.slice(0, this.shown).map(name => this.cardOf(name));
    const elements = [...cards.map(card => card.element), this.end];
    // Moving an element would take the focus from it.
    if (elements.length !== this.host.children.length || elements.some((one, i) => this.host.children[i] !== one))
      this.host.replaceChildren(...elements);
    this.end.hidden = found.length <= this.shown;
    const all = this.names.length;
    this.status.textContent = found.length === all ? `${all} metrics` : `${found.length} of ${all} metrics`;
  }

  cardOf(name) {
    let card = this.cards.get(name);
    if (!card) {
      card = new ChartCard(name, this.onZoom);
      card.element.card = card;
      this.cards.set(name, card);
      this.watch.observe(card.element);
    }

    return card;
  }

  scrolled(entries) {
    for (const { target, isIntersecting } of entries) {
      if (target === this.end) {
        if (!isIntersecting || this.end.hidden || this.names.length === 0) continue;
        this.shown += pageSize;
        this.place();
        // It is seen again only if it moves.
        this.watch.unobserve(this.end);
        this.watch.observe(this.end);
      } else if (isIntersecting) {
        this.visible.add(target.card);
        if (target.card.isStale) this.want(target.card);
      } else {
        this.visible.delete(target.card);
      }
    }
  }

  want(card) {
    if (this.wanted.size === 0) requestAnimationFrame(() => this.loadWanted());
    this.wanted.add(card);
  }

  async loadWanted() {
    const cards = [...this.wanted];
    this.wanted.clear();
    const parts = [];
    for (let from = 0; from < cards.length; from += this.perRequest) parts.push(cards.slice(from, from + this.perRequest));
    await Promise.all(parts.map(part => this.loadSome(part)));
  }

  async loadSome(cards) {
    const { x, from, to } = this.settings;
    try {
      const lines = await this.load(cards.map(card => card.name), this.settings);
      // What was asked for meanwhile follows.
      if (x !== this.settings.x || from !== this.settings.from || to !== this.settings.to) return;
      for (const card of cards) card.show(lines.get(card.name) ?? [], this.settings);
    } catch (error) {
      for (const card of cards) card.fail(`The chart could not be loaded: ${error.message}`);
    }
  }
}
