/** The element of the page with this id; throws where index.html lacks it. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html: expected an element #${id}, found none.`);
  return found;
}

/** A new element with a class and either text or children; text is never read as HTML. */
export function made(tag: string, className: string, content: string | readonly Node[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...(typeof content === 'string' ? [content] : content));
  return element;
}
