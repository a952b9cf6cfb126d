// What charts show: the form above them, and the same in the address, so that a link shows what its sender saw.
import { axes } from './chart-data.js';
import { later } from './dom.js';

const optionalNumber = text => (text === null || text === '' || !Number.isFinite(Number(text)) ? null : Number(text));

/** The settings in an address. */
export function settingsIn(query) {
  const smooth = optionalNumber(query.get('smooth')) ?? 0;
  return {
    x: Object.hasOwn(axes, query.get('x')) ? query.get('x') : 'step',
    log: query.get('log') === '1',
    smooth: Math.min(Math.max(smooth, 0), 0.99),
    from: optionalNumber(query.get('from')),
    to: optionalNumber(query.get('to')),
    q: query.get('q') ?? '',
  };
}

/** Changes values of the address without loading the page; null and empty text remove one. */
export function writeToAddress(values) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    url.searchParams.delete(name);
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null && one !== '' && one !== false) url.searchParams.append(name, one === true ? '1' : String(one));
  }
  history.replaceState(null, '', url);
}

/** Connects the form with the settings: calls back with the new ones whenever they change. */
export class ChartSettings {
  constructor(form, onChange) {
    this.form = form;
    this.onChange = onChange;
    this.values = settingsIn(new URLSearchParams(location.search));
    this.show();
    form.addEventListener('input', later(() => this.read(), 150));
    form.addEventListener('submit', event => event.preventDefault());
    form.elements.all.addEventListener('click', () => this.zoom(null, null));
  }

  /** Shows another part of the axis; null for all of it. */
  zoom(from, to) {
    this.set({ from, to });
  }

  read() {
    const { x, log, smooth, q } = this.form.elements;
    // Places on one axis are none on another.
    const range = x.value === this.values.x ? {} : { from: null, to: null };
    this.set({ x: x.value, log: log.checked, smooth: Number(smooth.value), q: q.value, ...range });
  }

  set(changes) {
    const before = this.values;
    this.values = { ...before, ...changes };
    this.show();
    const { x, log, smooth, from, to, q } = this.values;
    writeToAddress({ x: x === 'step' ? null : x, log, smooth: smooth || null, from, to, q });
    this.onChange(this.values, before);
  }

  show() {
    const { x, log, smooth, q, all, weight } = this.form.elements;
    x.value = this.values.x;
    log.checked = this.values.log;
    smooth.value = this.values.smooth;
    weight.value = this.values.smooth;
    if (document.activeElement !== q) q.value = this.values.q;
    all.disabled = this.values.from === null && this.values.to === null;
  }
}
