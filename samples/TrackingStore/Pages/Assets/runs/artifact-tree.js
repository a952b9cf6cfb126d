// Opens folders of the artifact tree in their place. Without this, their links open them as pages.

async function listOf(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const list = document.createElement('template');
  // The server encodes whatever names it shows.
  list.innerHTML = await response.text();
  return list.content;
}

async function toggle(link) {
  const isOpen = link.getAttribute('aria-expanded') === 'true';
  link.setAttribute('aria-expanded', String(!isOpen));
  const item = link.parentElement;
  const inside = item.querySelector(':scope > ul, :scope > p');
  if (inside) inside.hidden = isOpen;
  else item.append(await listOf(link.dataset.folder));
}

async function more(link) {
  const list = link.closest('ul');
  const next = (await listOf(link.dataset.more)).querySelector('ul');
  const first = next?.querySelector('a');
  link.parentElement.remove();
  if (next) list.append(...next.children);
  first?.focus();
}

document.addEventListener('click', event => {
  const link = event.target.closest('.tree a[data-folder], .tree a[data-more]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const act = link.dataset.folder === undefined ? more : toggle;
  act(link).catch(() => location.assign(link.href));
});
