// What JupyterLab leaves without a name, a role or a way in: a screen reader is told what a cell is, and what scrolls can be
// reached with Tab and moved with the arrow keys.

import { NotebookPanel } from '@jupyterlab/notebook';
import { part } from './cells';
import { Desk } from './course';

export function makeReachable(panel: NotebookPanel, desk: Desk): void {
  const { node } = panel.content;
  let soon = 0;
  const later = () => {
    clearTimeout(soon);
    soon = window.setTimeout(look, 400);
  };
  const look = () => {
    if (!panel.isDisposed) {
      nameCells(panel, desk);
      node.querySelectorAll<HTMLElement>('.jp-OutputArea-output, .jp-OutputArea-output *, .jp-RenderedMarkdown *').forEach(enter);
    }
  };
  const grown = new MutationObserver(later);
  grown.observe(node, { childList: true, subtree: true });
  const resized = new ResizeObserver(later);
  resized.observe(node);
  desk.changed.connect(later);
  panel.disposed.connect(() => {
    grown.disconnect();
    resized.disconnect();
    desk.changed.disconnect(later);
  });
  document.querySelector('.jp-skiplink-wrapper')?.setAttribute('role', 'navigation');
}

function nameCells(panel: NotebookPanel, desk: Desk): void {
  for (const cell of panel.content.widgets) {
    cell.node.setAttribute('role', 'article'); // of the feed that the notebook is
    const own = part(cell);
    const name = own ? `${desk.word(own.role === 'answer' ? 'yours' : 'check')}: ${desk.exercise(own.id)?.title ?? ''}` : desk.word('code');
    cell.node.querySelector('.cm-content')?.setAttribute('aria-label', name);
    cell.node.querySelector('.jp-collapseHeadingButton')?.setAttribute('aria-label', desk.word('fold'));
  }
}

/** Lets the keyboard into what scrolls; the notebook's own keys wait meanwhile. */
function enter(block: HTMLElement): void {
  const wide = block.scrollWidth > block.clientWidth + 1 || block.scrollHeight > block.clientHeight + 1;
  const scrolls = wide && /auto|scroll/.test(getComputedStyle(block).overflow);
  if (scrolls && block.tabIndex < 0) {
    block.tabIndex = 0;
    block.dataset.nkReach = 'yes';
    block.setAttribute('data-lm-suppress-shortcuts', 'true');
  } else if (!scrolls && block.dataset?.nkReach) {
    block.removeAttribute('tabindex');
    block.removeAttribute('data-lm-suppress-shortcuts');
    delete block.dataset.nkReach;
  }
}
