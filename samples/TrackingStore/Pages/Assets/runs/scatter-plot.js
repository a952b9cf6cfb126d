// A scatter plot: a dot for each run at two of its parameters or metrics.
import { scaleOf } from './dimensions.js';
import { drawing } from './dom.js';
import { number } from './format.js';
import { colourOf, colours } from './line-chart.js';

const [width, height, left, right, top, bottom] = [960, 340, 110, 940, 20, 290];
const shapes = [(x, y) => ['circle', { cx: x, cy: y, r: 6 }], (x, y) => ['rect', { x: x - 5, y: y - 5, width: 10, height: 10 }],
  (x, y) => ['path', { d: `M${x} ${y - 7}l7 12h-14z` }], (x, y) => ['path', { d: `M${x} ${y - 7}l7 7l-7 7l-7 -7z` }]];

/** Draws runs at two dimensions. */
export function scatterPlot(host, horizontal, vertical, runs) {
  const svg = drawing('svg', { viewBox: `0 0 ${width} ${height}`, class: 'plot', role: 'img' });
  const [across, up] = [scaleOf(horizontal), scaleOf(vertical)];
  const [x, y] = [at => left + at * (right - left), at => bottom - at * (bottom - top)];
  svg.append(
    drawing('line', { x1: left, x2: right, y1: bottom, y2: bottom, class: 'axis' }),
    drawing('line', { x1: left, x2: left, y1: top, y2: bottom, class: 'axis' }),
    ...across.marks.map(({ at, value }) =>
      drawing('text', { x: x(at), y: bottom + 18, class: 'mark', 'text-anchor': 'middle' }, number(value))),
    ...up.marks.map(({ at, value }) => drawing('text', { x: left - 8, y: y(at) + 4, class: 'mark', 'text-anchor': 'end' }, number(value))),
    drawing('text', { x: (left + right) / 2, y: height - 10, class: 'axis-name', 'text-anchor': 'middle' }, horizontal.label),
    drawing('text', { x: left, y: 12, class: 'axis-name' }, vertical.label));
  let count = 0;
  runs.forEach((run, i) => {
    const [a, b] = [horizontal.values[i], vertical.values[i]];
    if (a === null || b === null) return;
    count++;
    const [name, attributes] = shapes[Math.floor(i / colours) % shapes.length](x(across.place(a)), y(up.place(b)));
    svg.append(drawing(name, { ...attributes, class: 'run-dot', 'data-run': i, fill: colourOf(i) },
      drawing('title', {}, `${run.name}: ${horizontal.label} ${number(a)}, ${vertical.label} ${number(b)}`)));
  });
  svg.setAttribute('aria-label',
    `Scatter plot of ${vertical.label} over ${horizontal.label} for ${count} of ${runs.length} runs. The tables below have the values.`);
  host.replaceChildren(svg);
}
