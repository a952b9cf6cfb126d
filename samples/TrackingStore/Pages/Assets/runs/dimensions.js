// The parameters and metrics of runs as the tables of the page have them.

/** The rows of a table: the name, and a value for each run; null where a run has none. Numbers are numbers; metrics have no others. */
function rowsOf(tableId, kind, mark) {
  return [...document.querySelectorAll(`#${tableId} tbody tr`)].map(row => {
    const name = row.querySelector('th').dataset.name;
    const texts = [...row.querySelectorAll('td')].map(cell => ('missing' in cell.dataset ? null : cell.dataset.value ?? cell.textContent));
    const numbers = texts.map(text => (text === null || text.trim() === '' ? null : Number(text)));
    const isOther = (text, i) => text !== null && !Number.isFinite(numbers[i]);
    const others = texts.filter(isOther).length;
    const isMetric = kind === 'metric';
    const isNumeric = isMetric || others === 0;
    const label = isMetric && others > 0 ? `${name} (${others} not finite)` : name;
    const differs = row.classList.contains('differs');
    return { key: `${mark}.${name}`, label, kind, isNumeric, differs,
      values: isNumeric ? numbers.map(value => (Number.isFinite(value) ? value : null)) : texts };
  });
}

/** All dimensions, parameters first. */
export const dimensions = () => [...rowsOf('params', 'parameter', 'p'), ...rowsOf('metrics', 'metric', 'm')];

/** Places of values between 0 and 1, and the marks of the axis: for numbers by size, for texts in their order. */
export function scaleOf({ values, isNumeric }) {
  const known = values.filter(value => value !== null);
  if (isNumeric) {
    const [min, max] = [Math.min(...known), Math.max(...known)];
    const length = max - min;
    const marks = known.length === 0 ? [] : length === 0 ? [min] : [0, 0.25, 0.5, 0.75, 1].map(part => min + part * length);
    const place = value => (length === 0 ? 0.5 : (value - min) / length);
    return { place, marks: marks.map(value => ({ at: place(value), value })) };
  }

  const texts = [...new Set(known)].sort();
  const place = value => (texts.length === 1 ? 0.5 : texts.indexOf(value) / (texts.length - 1));
  const every = Math.ceil(texts.length / 12);
  return { place, marks: texts.filter((_, i) => i % every === 0).map(value => ({ at: place(value), value })) };
}
