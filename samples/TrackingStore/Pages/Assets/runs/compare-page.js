// The page that compares runs: their charts, the plots of parameters and metrics, and which rows of the tables are shown.
import { columnsOf } from './chart-data.js';
import { ChartGrid } from './chart-grid.js';
import { ChartSettings, writeToAddress } from './chart-settings.js';
import { requestCharts } from './charts-request.js';
import { comparePlots } from './compare-plots.js';

const section = document.getElementById('charts');
const runs = JSON.parse(section.dataset.runs);

/** One request for each metric, whatever the number of runs. */
async function load([name], settings) {
  const charts = await requestCharts(runs.map(run => run.id), [name], settings);
  const lines = charts.map((chart, i) => ({ name: runs[i].name, number: i, ...columnsOf(chart, settings.x, runs[i].start) }));
  return new Map([[name, lines.filter(line => line.x.length > 0)]]);
}

for (const part of document.querySelectorAll('.needs-script')) part.hidden = false;
document.querySelector('.without-script').hidden = true;
const settings = new ChartSettings(document.getElementById('chart-settings'), (now, before) => grid.apply(now, before));
const grid = new ChartGrid(
  document.getElementById('chart-grid'), document.getElementById('chart-status'), load, 1, (from, to) => settings.zoom(from, to));
grid.setNames(JSON.parse(section.dataset.metrics), settings.values);
comparePlots(runs);

const differences = document.getElementById('differences');
differences.querySelector('button').hidden = true;
differences.elements.diff.addEventListener('change', ({ target }) => {
  for (const row of document.querySelectorAll('table.side-by-side tbody tr:not(.differs)')) row.hidden = target.checked;
  writeToAddress({ diff: target.checked });
});

const legend = document.getElementById('legend');
function mark(event) {
  const index = event.target.closest('[data-run]')?.dataset.run;
  const isOver = event.type === 'mouseover' || event.type === 'focusin';
  for (const shape of document.querySelectorAll('.plot [data-run]')) {
    shape.classList.toggle('marked', isOver && shape.dataset.run === index);
    shape.classList.toggle('faded', isOver && index !== undefined && shape.dataset.run !== index);
  }
}

for (const type of ['mouseover', 'mouseout', 'focusin', 'focusout']) legend.addEventListener(type, mark);
