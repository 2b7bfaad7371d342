// How things look: the style sheet, titles on tabs, and a side bar that gives way where there is little room.

import { ILabShell } from '@jupyterlab/application';
import { NotebookPanel } from '@jupyterlab/notebook';
import { Desk } from './course';
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

/** Breaks the lines of code that the window is too narrow for, rather than cut them. */
export function wrapLines(panel: NotebookPanel): void {
  const wrap = () => {
    const { editorConfig } = panel.content;
    if (editorConfig.code.lineWrap !== true) {
      panel.content.editorConfig = { ...editorConfig, code: { ...editorConfig.code, lineWrap: true } };
    }
  };
  wrap();
  panel.content.modelContentChanged.connect(wrap); // the settings may come later
}

/** Shows the notebooks of the course by their titles where files are listed; the file's own name is what a screen reader or a search finds. */
export function markFiles(desk: Desk): void {
  const mark = () => {
    const titles = new Map(desk.course?.notebooks.map(book => [book.name, book.title]));
    for (const item of document.querySelectorAll<HTMLElement>('.jp-DirListing-itemText')) {
      const name = item.textContent?.trim() ?? '';
      const title = titles.get(name.replace(/(\.[a-z]{2})?\.ipynb$/, '')) ?? '';
      if (item.dataset.nekonote !== title) {
        item.dataset.nekonote = title;
      }
    }
  };
  const listed = new MutationObserver(mark);
  desk.changed.connect(() => {
    document.querySelectorAll('.jp-DirListing-content').forEach(list => listed.observe(list, { childList: true, subtree: true, characterData: true }));
    mark();
  });
}

const narrow = matchMedia('(max-width: 700px)');

export function isNarrow(): boolean {
  return narrow.matches;
}

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
