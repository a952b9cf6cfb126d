// Small helpers for building elements. Text is always set as text.

const svgNamespace = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** An element with attributes, listeners (`onclick`) and children. */
export const element = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);

/** The same in a drawing. */
export const drawing = (name, attributes = {}, ...children) =>
  fill(document.createElementNS(svgNamespace, name), attributes, children);

/** The value of a property of the style sheet. */
export const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Runs something once the calls have stopped for a moment. */
export function later(action, milliseconds) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}
