// Asks the server for charts.
import { axes } from './chart-data.js';

const address = '/ajax-api/2.0/mlflow/metrics/get-charts';
const maxBuckets = 1000;
const maxBucketsTogether = 20000;

/** The charts of metrics of runs, in one request. */
export async function requestCharts(runs, names, settings) {
  const { wire, scale } = axes[settings.x];
  const query = new URLSearchParams();
  for (const run of runs) query.append('run_ids', run);
  for (const name of names) query.append('metric_keys', name);
  query.set('axis', wire);
  if (settings.from !== null) query.set('start', String(Math.floor(settings.from * scale)));
  if (settings.to !== null) query.set('end', String(Math.ceil(settings.to * scale)));
  const charts = runs.length * names.length;
  query.set('max_buckets', String(Math.max(50, Math.min(maxBuckets, Math.floor(maxBucketsTogether / charts)))));
  const response = await fetch(`${address}?${query}`, { headers: { Accept: 'application/json' } });
  const reply = await response.json();
  if (!response.ok) throw new Error(reply.message ?? `The server answered ${response.status}.`);
  return reply.charts;
}
