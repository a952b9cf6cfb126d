// Numbers and times as people read them.

/** A number with at most six digits. */
export function number(value) {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'number') return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return value.toExponential(3);
  return String(Number(value.toPrecision(6)));
}

/** A step. Whole numbers have all their digits. */
export const step = value => (Number.isInteger(value) ? String(value) : number(value));

/** A duration in seconds. */
export function duration(seconds) {
  const sign = seconds < 0 ? '-' : '';
  const all = Math.abs(seconds);
  if (all < 60) return `${sign}${number(all)} s`;
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, Math.floor(all % 60)];
  const two = part => String(part).padStart(2, '0');
  return hours > 0 ? `${sign}${hours}:${two(minutes)}:${two(rest)} h` : `${sign}${minutes}:${two(rest)} min`;
}

/** A moment, in seconds since 1970. No date is as far away as some numbers. */
export function moment(seconds) {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${number(seconds)} s` : date.toISOString().replace('T', ' ').slice(0, 19);
}

/** A place on an axis. */
export const place = (value, axis) => (axis === 'step' ? `step ${step(value)}` : axis === 'time' ? moment(value) : duration(value));
