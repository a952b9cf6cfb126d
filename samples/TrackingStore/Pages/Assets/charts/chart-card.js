// A metric in the page: its name, its drawing, buttons for the keyboard, and what it shows as text and as a table.
import { extentOf } from './chart-data.js';
import { element } from './dom.js';
import { number, place } from './format.js';
import { LineChart, maxBands } from './line-chart.js';

const maxRows = 200;
const zoomStep = 4;
let count = 0;

export class ChartCard {
  constructor(name, onZoom) {
    this.name = name;
    this.onZoom = onZoom;
    this.isStale = true;
    const id = `chart-${count++}`;
    const button = (label, text, act) =>
      element('button', { type: 'button', 'aria-label': `${label}: ${name}`, title: label, onclick: act }, text);
    this.host = element('div', { class: 'chart-host', role: 'img', 'aria-label': `Chart of ${name}, not loaded yet` });
    this.readout = element('p', { class: 'chart-readout', 'aria-hidden': 'true' });
    this.summary = element('p', { class: 'chart-summary soft' });
    this.table = element('details', { class: 'chart-values', ontoggle: () => this.fillTable() },
      element('summary', {}, 'Values', element('span', { class: 'hidden' }, ` of ${name}`)));
    this.element = element('section', { class: 'chart-card', 'aria-labelledby': id },
      element('header', {}, element('h3', { id }, name),
        element('div', { class: 'chart-buttons' },
          button('Zoom in', '+', () => this.zoomBy(1 / zoomStep, 0)),
          button('Zoom out', '−', () => this.zoomBy(zoomStep / 2, 0)),
          button('Earlier', '←', () => this.zoomBy(1, -0.5)),
          button('Later', '→', () => this.zoomBy(1, 0.5)))),
      this.host, this.readout, this.summary, this.table);
    this.chart = new LineChart(this.host, this.readout, onZoom);
  }

  /** Shows what was loaded. */
  show(lines, settings) {
    this.isStale = false;
    this.lines = lines;
    this.settings = settings;
    this.element.classList.remove('failed');
    this.chart.draw(lines, settings);
    this.summary.textContent = describe(lines, settings);
    this.host.setAttribute('aria-label', `Chart of ${this.name}. ${this.summary.textContent}`);
    this.fillTable();
  }

  /** Draws the same again: in other colours, or with other smoothing. */
  redraw(settings) {
    if (this.lines) this.show(this.lines, settings);
  }

  /** Shows why nothing was loaded. */
  fail(message) {
    this.element.classList.add('failed');
    this.summary.textContent = message;
  }

  zoomBy(factor, move) {
    if (!this.lines) return;
    const [min, max] = this.chart.range();
    if (min === null || max === null) return;
    const [middle, half] = [(min + max) / 2 + move * (max - min), ((max - min) / 2) * factor];
    this.onZoom(middle - half, middle + half);
  }

  fillTable() {
    if (!this.table.open || !this.lines) return;
    const several = this.lines.length > 1;
    const all = this.lines.flatMap(line => line.x.map((x, i) => ({ line, x, last: line.last[i], min: line.min[i], max: line.max[i] })));
    const rows = all.slice(-maxRows).map(({ line, x, last, min, max }) => element('tr', {},
      ...(several ? [element('td', {}, line.name)] : []),
      ...[place(x, this.settings.x), number(last) || 'NaN', number(min), number(max)].map(text => element('td', {}, text))));
    const heads = [...(several ? ['Run'] : []), 'At', 'Last', 'Minimum', 'Maximum'];
    const table = element('table', {},
      element('caption', {}, all.length > maxRows ? `The last ${maxRows} of ${all.length} values` : `${all.length} values`),
      element('thead', {}, element('tr', {}, ...heads.map(head => element('th', { scope: 'col' }, head)))),
      element('tbody', {}, ...rows));
    this.table.querySelector('.scroll')?.remove();
    this.table.append(element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Values of ${this.name}` }, table));
  }
}

/** What a chart shows, in words. */
function describe(lines, settings) {
  const extents = lines.map(line => ({ line, extent: extentOf(line) })).filter(one => one.extent !== null);
  if (extents.length === 0) return 'No values here.';
  const band = lines.length <= maxBands ? ' with a band from minimum to maximum' : '';
  const isExact = extents.every(one => one.line.isExact);
  const hidden = settings.log && extents.some(one => one.extent.min <= 0) ? ' Values of 0 or less are not on a logarithmic scale.' : '';
  if (lines.length === 1) {
    const { count: points, min, max, last } = extents[0].extent;
    const kind = isExact ? (points === 1 ? 'point' : 'points') : `buckets of points${band}`;
    return `${points} ${kind}: ${number(min)} to ${number(max)}, last ${number(last)}.${hidden}`;
  }

  const [min, max] = [Math.min(...extents.map(one => one.extent.min)), Math.max(...extents.map(one => one.extent.max))];
  return `${extents.length} of ${lines.length} runs${isExact ? '' : `, buckets of points${band}`}: ${number(min)} to ${number(max)}.${hidden}`;
}
