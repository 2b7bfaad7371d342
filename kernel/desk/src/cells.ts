// Cells of exercises: which they are, and what stands in them.

import { Cell, CodeCell } from '@jupyterlab/cells';
import { Notebook } from '@jupyterlab/notebook';

/** What the notebooks say of a cell of an exercise. */
export interface Part {
  id: string;
  role: 'answer' | 'check';
  kept?: string; // what stood there before a fresh skeleton came
}

export function part(cell: Cell | null | undefined): Part | undefined {
  const own = cell?.model.getMetadata('nekonote') as Part | undefined;
  return own && own.id && own.role ? own : undefined;
}

export function find(notebook: Notebook, id: string, role: Part['role']): CodeCell | undefined {
  return notebook.widgets.find(cell => cell instanceof CodeCell && part(cell)?.id === id && part(cell)?.role === role) as CodeCell | undefined;
}

export function text(cell: Cell): string {
  return cell.model.sharedModel.getSource();
}

/** What stands before the name of a lecture where a notebook is to be shown at its cell. */
export const lecturePrefix = 'lecture:';

/** Shows an exercise, or a lecture: its task at the top, the cursor's place at the answer. */
export async function show(notebook: Notebook, id: string): Promise<void> {
  const lecture = id.startsWith(lecturePrefix) ? `lessons.Lecture("${id.slice(lecturePrefix.length)}")` : '';
  const answer = lecture ? notebook.widgets.find(cell => text(cell).includes(lecture)) : find(notebook, id, 'answer');
  if (!answer) {
    return;
  }
  const at = notebook.widgets.indexOf(answer);
  notebook.activeCellIndex = at;
  notebook.mode = 'command';
  notebook.addClass('nk-arriving');
  const task = notebook.widgets[at - 1] ?? answer;
  await task.ready;
  // What is above may still grow: formulas are set and pictures come when the notebook is new. She goes on when she likes.
  let hers = false;
  ['wheel', 'pointerdown', 'keydown'].forEach(e => notebook.node.addEventListener(e, () => { hers = true; }, { once: true, passive: true }));
  for (const delay of [0, 300, 700]) {
    await new Promise(resolve => setTimeout(resolve, delay));
    if (!hers) task.node.scrollIntoView({ block: 'start' });
  }
  if (!hers) answer.node.focus({ preventScroll: true });
  notebook.removeClass('nk-arriving');
}

/** An element, as DOM and no framework makes it. */
export const formed = (html: string): Node[] => [document.createRange().createContextualFragment(html)];
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K, name = '', content: string | Node[] = [], attributes: Record<string, string> = {}
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (name) {
    node.className = name;
  }
  node.append(...(typeof content === 'string' ? [content] : content));
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, value);
  }
  return node;
}

/** A button; what goes wrong when it is clicked goes to the one who made it. */
export function button(name: string, label: string, click: () => unknown): HTMLButtonElement {
  const node = element('button', name, label, { type: 'button' });
  node.addEventListener('click', () => void click());
  return node;
}
