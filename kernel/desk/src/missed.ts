// What cells did while no page was there to hear it: the kernel has kept it, and tells a page that is opened.

import { CodeCell } from '@jupyterlab/cells';
import { IOutput } from '@jupyterlab/nbformat';
import { NotebookPanel } from '@jupyterlab/notebook';
import { PanelLayout, Widget } from '@lumino/widgets';
import { ask, ours } from './ask';
import { element, text } from './cells';
import { Desk } from './course';

interface Run {
  id: string;
  session: string;
  cell: string;
  code: string;
  count: number;
  ended: string;
  outputs: IOutput[];
}

/** Keeps a notebook's page and its kernel in step about what has been seen. */
export class Missed {
  private readonly running = new Set<string>(); // requests of another page that are still under way
  private readonly news = new Map<CodeCell, Widget>();
  private soon = 0;

  constructor(private panel: NotebookPanel, private desk: Desk) {
    panel.context.saveState.connect((_, state) => {
      if (state === 'completed') {
        void this.saved();
      }
    });
    panel.sessionContext.iopubMessage.connect((_, message) => {
      if (this.running.has((message.parent_header as { msg_id?: string }).msg_id ?? '')) {
        clearTimeout(this.soon);
        this.soon = window.setTimeout(() => void this.ask(), 200);
      }
    });
  }

  /** Shows in the cells what they have shown meanwhile. */
  async ask(): Promise<void> {
    const kernel = this.panel.sessionContext.session?.kernel;
    if (!ours(kernel)) {
      return;
    }
    const runs = await ask<Run[] | null>(kernel, { kind: 'unseen' }).catch(() => null);
    for (const run of runs ?? []) {
      const cell = this.panel.content.widgets.find(c => c.model.id === run.cell);
      if (run.session !== kernel.clientId && cell instanceof CodeCell && text(cell) === run.code) {
        this.show(cell, run);
      }
    }
  }

  private show(cell: CodeCell, run: Run): void {
    const { model } = cell;
    if (run.ended && model.executionCount === run.count && !this.running.has(run.id)) {
      return; // it was saved, only not told
    }
    model.trusted = true; // as of a cell that is run: her kernel made it
    if (JSON.stringify(model.outputs.toJSON()) !== JSON.stringify(run.outputs)) {
      model.outputs.fromJSON(run.outputs);
    }
    if (run.ended) {
      this.running.delete(run.id);
      model.executionCount = run.count;
    } else {
      this.running.add(run.id);
      cell.setPrompt('*');
    }
    this.say(cell, run.ended ? this.desk.word('ended').replace('%s', clock(run.ended, this.desk)) : this.desk.word('running'));
  }

  private say(cell: CodeCell, said: string): void {
    let news = this.news.get(cell);
    if (!news || news.isDisposed) {
      news = new Widget({ node: element('div', 'nk-news', [], { role: 'status' }) });
      this.news.set(cell, news);
      (cell.layout as PanelLayout).addWidget(news);
      // Whoever runs the cell anew knows.
      cell.model.stateChanged.connect((_, change) => {
        if (change.name === 'executionCount' && change.newValue === null) {
          news?.dispose();
        }
      });
    }
    news.node.lang = this.desk.course?.lang ?? '';
    news.node.textContent = said;
  }

  private async saved(): Promise<void> {
    const kernel = this.panel.sessionContext.session?.kernel;
    const seen: Record<string, number> = {};
    for (const cell of this.panel.content.widgets) {
      if (cell instanceof CodeCell && cell.model.executionCount !== null) {
        seen[cell.model.id] = cell.model.executionCount;
      }
    }
    if (ours(kernel)) {
      await ask(kernel, { kind: 'saved', seen }).catch(() => null);
    }
  }
}

function clock(time: string, desk: Desk): string {
  return new Date(time).toLocaleTimeString(desk.course?.lang, { hour: '2-digit', minute: '2-digit' });
}
