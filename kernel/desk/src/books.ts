// The notebooks of the course as files: finding, making and opening them.

import { CodeCell } from '@jupyterlab/cells';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { INotebookContent } from '@jupyterlab/nbformat';
import { INotebookTracker, NotebookActions, NotebookPanel } from '@jupyterlab/notebook';
import { ask, Said } from './ask';
import { find, lecturePrefix, part, show, text } from './cells';
import { Desk } from './course';

interface Own {
  notebook: string;
  lang: string;
}

/** What a notebook says of itself, if it is one of the course. */
export function own(panel: NotebookPanel | null | undefined): Own | undefined {
  return panel?.content.model?.getMetadata('nekonote') as Own | undefined;
}

const goal = 'nekonote:goal'; // where a notebook that is being opened is to be shown; Notebook 7 opens it in another tab

export class Books {
  constructor(private docs: IDocumentManager, private tracker: INotebookTracker, private desk: Desk) {}

  /** Opens the notebook of an exercise at that exercise, in the language of the course's words. */
  async exercise(id: string): Promise<void> {
    const book = this.desk.book(id);
    if (book) {
      await this.open(book.name, this.desk.course!.lang, id);
    }
  }

  /** Opens the notebook that shows a lecture at the lecture's cell, and runs that where it has not been run yet. */
  async lecture(name: string, id: string): Promise<void> {
    await this.open(name, this.desk.course!.lang, lecturePrefix + id);
  }

  /** Has the page with her network written anew, opens it in a tab of its own, and returns what there is to say. */
  async page(): Promise<string> {
    try {
      const said = await ask<Said>(this.desk.kernel!, { kind: 'show' });
      if (said.file) {
        const { contents } = this.docs.services;
        const beside = this.here() + said.file; // or in the course's folder, whatever folder the notebook has moved to
        const there = await contents.get(beside, { content: false }).catch(() => null);
        window.open(await contents.getDownloadUrl(there ? beside : said.file), '_blank', 'noopener');
      }
      return said.text;
    } catch {
      return this.desk.word('silent');
    }
  }

  /** Opens a notebook in a language; where there is none, it is made. */
  async open(name: string, lang: string, id = ''): Promise<void> {
    const path = (await this.path(name, lang)) ?? (await this.make(name, lang));
    if (!path) {
      return;
    }
    localStorage.setItem(goal, JSON.stringify({ path, id }));
    const widget = this.docs.openOrReveal(path) as NotebookPanel | undefined;
    if (widget) {
      await widget.context.ready;
      await this.arrive(widget);
    }
  }

  /** Shows in a notebook what it was opened for. */
  async arrive(panel: NotebookPanel): Promise<void> {
    const wanted = JSON.parse(localStorage.getItem(goal) ?? 'null');
    if (wanted?.path === panel.context.path) {
      localStorage.removeItem(goal);
      await show(panel.content, wanted.id);
      const cell = panel.content.activeCell;
      if (String(wanted.id).startsWith(lecturePrefix) && cell instanceof CodeCell && cell.model.outputs.length === 0) {
        await NotebookActions.runCells(panel.content, [cell], panel.sessionContext);
      }
    }
  }

  /** The folder of the notebook in front. */
  private here(): string {
    const path = this.tracker.currentWidget?.context.path ?? '';
    return path.slice(0, path.lastIndexOf('/') + 1);
  }

  private names(name: string, lang: string): string[] {
    return [`${this.here()}${name}.ipynb`, `${this.here()}${name}.${lang}.ipynb`];
  }

  private async path(name: string, lang: string): Promise<string | undefined> {
    for (const path of this.names(name, lang)) {
      const file = await this.docs.services.contents.get(path, { type: 'notebook', content: true }).catch(() => null);
      if ((file?.content?.metadata?.nekonote as Own | undefined)?.lang === lang) {
        return path;
      }
    }
    return undefined;
  }

  /** Lays a notebook beside the others. What she has written in its twin that is open goes along. */
  private async make(name: string, lang: string): Promise<string | undefined> {
    const kernel = this.desk.kernel;
    if (!kernel) {
      return undefined;
    }
    const made = await ask<INotebookContent>(kernel, { kind: 'twin', id: name, lang });
    const from = this.tracker.currentWidget;
    const said = own(from);
    if (from && said?.notebook === name) {
      const before = await ask<INotebookContent>(kernel, { kind: 'twin', id: name, lang: said.lang });
      carry(from, before, made);
    }
    const path = this.names(name, lang)[1];
    const free = await this.docs.services.contents.get(path, { content: false }).then(() => false, () => true);
    if (free) {
      await this.docs.services.contents.save(path, { type: 'notebook', format: 'json', content: made });
    }
    return path;
  }
}

/** Puts her answers of a notebook into another one: those that are not as the notebook was before. */
function carry(from: NotebookPanel, before: INotebookContent, to: INotebookContent): void {
  const answer = (cell: INotebookContent['cells'][0]) => {
    const said = cell.metadata.nekonote as ReturnType<typeof part>;
    return said?.role === 'answer' ? said.id : '';
  };
  for (const cell of to.cells) {
    const id = answer(cell);
    const hers = id && find(from.content, id, 'answer');
    const first = before.cells.find(c => id && answer(c) === id)?.source;
    if (hers && text(hers).trim() !== [first ?? ''].flat().join('').trim()) {
      cell.source = text(hers);
    }
  }
}
