// Parallel coordinates: an axis for each parameter or metric, and a line for each run.
import { scaleOf } from './dimensions.js';
import { drawing } from './dom.js';
import { number } from './format.js';
import { colourOf, dashOf } from './line-chart.js';

const [width, top, bottom, height, side] = [960, 40, 300, 320, 70];
const maxLabel = 18;

const shorten = text => (text.length > maxLabel ? `${text.slice(0, maxLabel - 1)}…` : text);

/** Draws runs along dimensions. */
export function parallelCoordinates(host, dimensions, runs) {
  const svg = drawing('svg', { viewBox: `0 0 ${width} ${height}`, class: 'plot', role: 'img' });
  const step = dimensions.length > 1 ? (width - 2 * side) / (dimensions.length - 1) : 0;
  const axes = dimensions.map((dimension, i) => ({ dimension, x: side + i * step, ...scaleOf(dimension) }));
  const y = at => bottom - at * (bottom - top);
  runs.forEach((run, i) => {
    // A run without a value has a gap there.
    let [path, pen] = ['', 'M'];
    for (const { dimension, x, place } of axes) {
      const value = dimension.values[i];
      if (value === null) {
        pen = 'M';
        continue;
      }

      path += `${pen}${x.toFixed(1)} ${y(place(value)).toFixed(1)}`;
      pen = 'L';
    }

    const values = dimensions.map(({ label, values }) => `${label} ${values[i] === null ? 'none' : number(values[i])}`).join(', ');
    svg.append(drawing('path', {
      d: path, class: 'run-line', 'data-run': i, stroke: colourOf(i), 'stroke-dasharray': dashOf(i).join(' '), fill: 'none',
    }, drawing('title', {}, `${run.name}: ${values}`)));
  });
  for (const { dimension, x, marks } of axes) {
    svg.append(
      drawing('line', { x1: x, x2: x, y1: top, y2: bottom, class: 'axis' }),
      drawing('text', { x, y: top - 18, class: 'axis-name', 'text-anchor': 'middle' },
        shorten(dimension.label), drawing('title', {}, `${dimension.label} (${dimension.kind})`)),
      ...marks.map(({ at, value }) =>
        drawing('text', { x: x + 5, y: y(at) + 4, class: 'mark' }, shorten(number(value)))));
  }

  svg.setAttribute('aria-label',
    `Parallel coordinates of ${runs.length} runs along ${dimensions.map(one => one.label).join(', ')}. The tables below have the values.`);
  host.replaceChildren(svg);
}
