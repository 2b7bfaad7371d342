// How things look: the style sheet, titles on tabs, and a side bar that gives way where there is little room.

import { ILabShell } from '@jupyterlab/application';
import { NotebookPanel } from '@jupyterlab/notebook';
import style from './style.css';

export function addStyle(): void {
  const node = document.createElement('style');
  node.textContent = style;
  document.head.append(node);
}

/** Shows a notebook's title on its tab, where else its file's name would be cut. A tab's label cannot be it: that is the file. */
export function markTab(panel: NotebookPanel): void {
  const mark = () => {
    const first = panel.content.model?.cells.get(0)?.sharedModel.getSource() ?? '';
    const title = /^# (.+)$/m.exec(first)?.[1];
    if (title && panel.title.dataset.nekonote !== title) {
      panel.title.dataset = { ...panel.title.dataset, nekonote: title };
    }
  };
  mark();
  panel.content.modelContentChanged.connect(mark);
}

const narrow = matchMedia('(max-width: 700px)');

/** Lets the side bar go when the window is narrow. */
export function follow(shell: ILabShell): void {
  const give = () => {
    if (narrow.matches) {
      shell.collapseLeft();
    }
  };
  void shell.restored.then(give);
  narrow.addEventListener('change', give);
}
