// What the server says of a metric's history, as the columns that a chart draws.

/** The axes by their names in addresses: the one that the server knows, and how many of its units are one of the chart's. */
export const axes = {
  step: { wire: 'step', scale: 1, label: 'step' },
  time: { wire: 'timestamp', scale: 1000, label: 'time' },
  relative: { wire: 'relative', scale: 1000, label: 'time since the start' },
};

/** A number that can be drawn; null for NaN and the infinities, which the server writes as text. */
const drawable = value => (typeof value === 'number' ? value : null);

/** The columns of a chart's reply. */
export function columnsOf(reply, axis, start) {
  const x = axis === 'step' ? reply.steps
    : reply.timestamps.map(time => (axis === 'relative' ? time - start : time) / axes[axis].scale);
  return { x, last: reply.last.map(drawable), min: reply.min.map(drawable), max: reply.max.map(drawable), isExact: reply.is_exact };
}

/** Leaves out what a logarithmic scale cannot show. */
export const onlyPositive = values => values.map(value => (value > 0 ? value : null));

/** The exponential moving average. Its beginning is corrected, so that it does not start from zero. */
export function smooth(values, weight) {
  let [sum, left] = [0, 1];
  return values.map(value => {
    if (value === null) return null;
    sum = sum * weight + (1 - weight) * value;
    left *= weight;
    return sum / (1 - left);
  });
}

/** The smallest, greatest and last number of a column, leaving out gaps; null if there is none. */
export function extentOf(series) {
  const last = series.last.filter(value => value !== null);
  if (last.length === 0) return null;
  const [low, high] = [series.min, series.max].map(values => values.filter(value => value !== null));
  return { count: last.length, min: low.reduce((a, b) => Math.min(a, b)), max: high.reduce((a, b) => Math.max(a, b)), last: last.at(-1) };
}
