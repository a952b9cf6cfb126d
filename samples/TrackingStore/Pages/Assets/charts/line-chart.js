// One drawing of lines: uPlot, with a band from the smallest to the greatest value of what the server summed up.
import { onlyPositive, smooth } from './chart-data.js';
import { style } from './dom.js';
import { duration, number, place, step } from './format.js';

const height = 220;
const minSelection = 5;
const faint = 0.3;
const dashes = [[], [8, 4], [2, 3], [10, 4, 2, 4]];
const steps = [];
for (let power = 1; power < 1e15; power *= 10) steps.push(power, 2 * power, 5 * power);

/** The colours of runs, and how many there are before they repeat. */
export const colours = 8;

/** How many lines there may be for each to have a band. */
export const maxBands = 4;

/** The colour of the run with a number. */
export const colourOf = index => style(`--chart-${index % colours}`);

/** The dashes of its line. The second eight runs have other ones, because there are only eight colours. */
export const dashOf = index => dashes[Math.floor(index / colours) % dashes.length];

export class LineChart {
  constructor(host, readout, onZoom) {
    this.host = host;
    this.readout = readout;
    this.onZoom = onZoom;
    this.resizing = new ResizeObserver(() => this.plot?.setSize({ width: this.width(), height }));
    this.resizing.observe(host);
  }

  /** Draws lines, each with its name, number and columns. */
  draw(lines, settings) {
    const { data, series, bands, names } = arrange(lines, settings);
    const shape = JSON.stringify([settings, series.map(one => [one.label, one.stroke]), style('--soft')]);
    this.names = names;
    if (this.plot && shape === this.shape) {
      this.plot.setData(data);
      return;
    }

    this.plot?.destroy();
    this.shape = shape;
    this.plot = new uPlot(this.options(series, bands, settings), data, this.host);
    // Of the element tree, a reader gets the text beside it.
    this.plot.root.setAttribute('aria-hidden', 'true');
  }

  /** The part of the axis that is shown. */
  range() {
    const { min, max } = this.plot.scales.x;
    return [min, max];
  }

  width() {
    return Math.max(this.host.clientWidth, 100);
  }

  options(series, bands, settings) {
    const [stroke, line] = [style('--soft'), style('--line')];
    const axis = { stroke, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
    return {
      width: this.width(),
      height,
      legend: { show: false },
      scales: {
        x: { time: settings.x === 'time', range: (_, min, max) => rangeOf(settings, min, max) },
        y: settings.log ? { distr: 3 } : {},
      },
      axes: [
        { ...axis, ...horizontal(settings.x) },
        { ...axis, size: 64, values: (_, ticks) => ticks.map(tick => (tick === null ? '' : number(tick))) },
      ],
      series,
      bands,
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      cursor: {
        drag: { x: true, y: false, setScale: false },
        focus: { prox: this.names.length > 1 ? 30 : -1 },
        bind: { dblclick: () => () => this.onZoom(null, null) },
      },
      focus: { alpha: 0.4 },
      hooks: { setSelect: [plot => this.select(plot)], setCursor: [plot => this.read(plot, settings)] },
    };
  }

  select(plot) {
    const { left, width } = plot.select;
    if (width < minSelection) return;
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.onZoom(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
  }

  read(plot, settings) {
    const at = plot.cursor.idx;
    const found = at === null || at === undefined ? [] : this.names
      .map(({ name, last, min, max }) => ({ name, last: plot.data[last][at], min: plot.data[min]?.[at], max: plot.data[max]?.[at] }))
      .filter(one => one.last !== null && one.last !== undefined)
      .slice(0, 3);
    this.readout.textContent = found.length === 0 ? '' : `${place(plot.data[0][at], settings.x)}: ${found.map(show).join(', ')}`;
  }
}

function show({ name, last, min, max }) {
  const band = min !== undefined && min !== max ? ` (${number(min)} to ${number(max)})` : '';
  return `${name ? `${name} ` : ''}${number(last)}${band}`;
}

/** The table and the series of uPlot. It needs one horizontal column for all lines. */
function arrange(lines, settings) {
  const hasBands = lines.length <= maxBands;
  const [tables, series, bands, names] = [[], [{}], [], []];
  for (const line of lines) {
    const positive = settings.log ? onlyPositive : values => values;
    const [colour, dash] = [colourOf(line.number), dashOf(line.number)];
    const first = series.length;
    const columns = [line.x, positive(line.last)];
    series.push({ label: line.name, stroke: colour, dash, width: 1.5, alpha: settings.smooth > 0 ? faint : 1 });
    if (hasBands) {
      columns.push(positive(line.min), positive(line.max));
      series.push({ label: 'min', stroke: 'transparent', width: 0, points: { show: false } });
      series.push({ label: 'max', stroke: 'transparent', width: 0, points: { show: false } });
      bands.push({ series: [first + 2, first + 1], fill: withAlpha(colour, 0.2) });
    }

    if (settings.smooth > 0) {
      columns.push(positive(smooth(line.last, settings.smooth)));
      series.push({ label: `${line.name} smoothed`, stroke: colour, dash, width: 2, points: { show: false } });
    }

    names.push({ name: line.name, last: first, ...(hasBands && { min: first + 1, max: first + 2 }) });
    tables.push(columns);
  }

  const data = tables.length === 0 ? [[]] : tables.length === 1 ? tables[0] : uPlot.join(tables);
  return { data, series, bands, names };
}

function rangeOf({ from, to }, min, max) {
  const [low, high] = [from ?? min ?? 0, to ?? max ?? 1];
  return low < high ? [low, high] : [low - 1, high + 1];
}

const horizontal = x => ({
  step: { incrs: steps, values: (_, ticks) => ticks.map(step),
    space: (_plot, _axis, _min, max) => Math.max(50, 10 + 8 * step(Math.round(max)).length) },
  time: {},
  relative: { incrs: [0.001, 0.01, 0.1, 1, 5, 10, 30, 60, 300, 600, 1800, 3600, 7200, 21600, 86400, 604800, 2592000],
    space: 90, values: (_, ticks) => ticks.map(duration) },
}[x]);

/** A colour of the style sheet (`#rrggbb`) that lets things behind it through. */
const withAlpha = (colour, alpha) => `${colour}${Math.round(alpha * 255).toString(16).padStart(2, '0')}`;
