// Parallel coordinates and scatter plot: which dimensions they show is in the address.
import { writeToAddress } from './chart-settings.js';
import { dimensions } from './dimensions.js';
import { element } from './dom.js';
import { parallelCoordinates } from './parallel-coordinates.js';
import { scatterPlot } from './scatter-plot.js';

const usualAxes = 6;
const maxAxes = 12;
const maxChoices = 200;

/** Draws both plots, and follows the choices. */
export function comparePlots(runs) {
  const all = dimensions();
  const byKey = new Map(all.map(one => [one.key, one]));
  const query = new URLSearchParams(location.search);
  const known = keys => keys.filter(key => byKey.has(key));
  const rank = one => (one.differs ? 0 : 2) + (one.label.startsWith('system/') ? 1 : 0);
  const interesting = all.toSorted((a, b) => rank(a) - rank(b));
  const usual = [...interesting.filter(one => one.kind === 'parameter').slice(0, usualAxes - 2),
    ...interesting.filter(one => one.kind === 'metric').slice(0, 2)];
  const chosen = known(query.getAll('axis'));
  const axes = new Set(chosen.length > 0 ? chosen : usual.map(one => one.key));
  const [x, y] = [selectOf('sx', interesting), selectOf('sy', interesting)];
  const firstMetric = interesting.find(one => one.kind === 'metric') ?? interesting.at(-1);
  x.value = known([query.get('sx')])[0] ?? interesting[0]?.key;
  y.value = known([query.get('sy')])[0] ?? firstMetric?.key;

  const draw = () => {
    const shown = all.filter(one => axes.has(one.key)).slice(0, maxAxes);
    parallelCoordinates(document.getElementById('parallel'), shown, runs);
    if (x.value && y.value) scatterPlot(document.getElementById('scatter'), byKey.get(x.value), byKey.get(y.value), runs);
  };

  document.getElementById('parallel-axes').append(...interesting.slice(0, maxChoices).map(one => element('label', {},
    element('input', { type: 'checkbox', checked: axes.has(one.key), onchange: ({ target }) => {
      if (target.checked) axes.add(one.key);
      else axes.delete(one.key);
      writeToAddress({ axis: [...axes] });
      draw();
    } }),
    ` ${one.label} `, element('span', { class: 'soft' }, one.kind))));
  for (const choice of [x, y]) {
    choice.addEventListener('change', () => {
      writeToAddress({ [choice.name]: choice.value });
      draw();
    });
  }

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  draw();
}

/** A field of the page, with all dimensions to choose from. */
function selectOf(name, all) {
  const select = document.querySelector(`select[name="${name}"]`);
  select.append(...all.map(one => element('option', { value: one.key }, `${one.label} (${one.kind})`)));
  return select;
}
