// The table of runs works without this. With it, all runs of the page can be selected at once, the buttons know whether something is
// selected, and the columns to choose from can be searched.
const form = document.querySelector('form[data-selection]');
if (form) {
  const boxes = [...form.querySelectorAll('tbody input[type=checkbox]')];
  const count = form.querySelector('[data-count]');
  const buttons = [...form.querySelectorAll('.toolbar button')];
  const all = document.createElement('input');
  all.type = 'checkbox';
  all.setAttribute('aria-label', 'Select all runs of this page');
  form.querySelector('[data-select-all]').replaceChildren(all);

  const update = () => {
    const selected = boxes.filter(box => box.checked).length;
    count.textContent = selected === 0 ? 'Select runs to compare them.' : `${selected} selected`;
    for (const button of buttons) button.disabled = selected === 0;
    all.checked = selected === boxes.length;
    all.indeterminate = selected > 0 && selected < boxes.length;
  };
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    update();
  });
  form.addEventListener('change', update);
  // A browser that goes back keeps what was selected.
  window.addEventListener('pageshow', update);
  update();

  form.addEventListener('submit', event => {
    if (!event.submitter?.hasAttribute('data-compare')) return;
    event.preventDefault();
    const runs = boxes.filter(box => box.checked).map(box => encodeURIComponent(box.value));
    location.assign(`/compare?runs=${runs.join(',')}`);
  });
}

const picker = document.querySelector('form[data-picker]');
if (picker) {
  const search = document.createElement('input');
  search.type = 'search';
  search.placeholder = 'Find a column';
  search.setAttribute('aria-label', 'Find a column');
  search.addEventListener('input', () => {
    const text = search.value.toLowerCase();
    for (const choice of picker.querySelectorAll('label.check')) choice.hidden = !choice.textContent.toLowerCase().includes(text);
  });
  picker.prepend(search);
}
