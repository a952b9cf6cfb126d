// The page of a run: its charts, and while the run goes on, everything that changes.
import { columnsOf } from './chart-data.js';
import { ChartGrid } from './chart-grid.js';
import { ChartSettings } from './chart-settings.js';
import { requestCharts } from './charts-request.js';
import { element } from './dom.js';
import { number } from './format.js';
import { whileVisible } from './live.js';

const section = document.getElementById('charts');
const { run, start, live } = section.dataset;
const names = JSON.parse(section.dataset.metrics);

async function load(wanted, settings) {
  const charts = await requestCharts([run], wanted, settings);
  return new Map(charts.map(chart => [
    chart.metric_key, [{ name: '', number: 0, ...columnsOf(chart, settings.x, Number(start)) }],
  ]));
}

section.hidden = false;
document.querySelector('.without-script').hidden = true;
const form = document.getElementById('chart-settings');
const settings = new ChartSettings(form, (now, before) => grid.apply(now, before));
const grid = new ChartGrid(
  document.getElementById('chart-grid'), document.getElementById('chart-status'), load, 12, (from, to) => settings.zoom(from, to));
grid.setNames(names, settings.values);

/** Shows what the run has by now; whether it goes on. */
async function refresh() {
  const response = await fetch(`/ajax-api/2.0/mlflow/runs/get?run_id=${encodeURIComponent(run)}`);
  if (response.status === 404) return false;
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const { info, data } = (await response.json()).run;
  const metrics = data.metrics ?? [];
  const added = metrics.map(metric => metric.key).filter(name => !known.has(name));
  for (const name of added) known.add(name);
  if (added.length > 0) {
    names.push(...added);
    grid.setNames(names, settings.values);
  }

  for (const metric of metrics) showLatest(metric);
  const badge = document.querySelector('.heading .badge');
  badge.textContent = info.status;
  badge.className = `badge ${info.status.toLowerCase()}`;

  grid.reload();
  return info.status === 'RUNNING' && info.lifecycle_stage === 'active';
}

const known = new Set(names);
const rows = new Map([...document.querySelectorAll('#latest-metrics tr[data-name]')].map(row => [row.dataset.name, row]));

function showLatest({ key, value, step }) {
  const body = document.querySelector('#latest-metrics tbody');
  if (!body) return;
  let row = rows.get(key);
  if (!row) {
    row = element('tr', { 'data-name': key }, element('th', { scope: 'row' }, key), element('td'), element('td'));
    rows.set(key, row);
    body.append(row);
  }

  row.cells[1].textContent = number(value);
  row.cells[2].textContent = String(step ?? 0);
}

if (live === 'true') whileVisible(refresh);
