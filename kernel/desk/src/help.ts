// The buttons below a check: the next hint, the solution, a fresh skeleton, the next exercise. What they show goes into the
// outputs of the check's cell, as if she had typed the call there, and is saved with the notebook.

import { CodeCell } from '@jupyterlab/cells';
import { IDisplayData } from '@jupyterlab/nbformat';
import { NotebookPanel } from '@jupyterlab/notebook';
import { Widget } from '@lumino/widgets';
import { ask, ours, Question, Said } from './ask';
import { Books } from './books';
import { button, element, find, part, Part, text } from './cells';
import { Desk } from './course';

export class Help extends Widget {
  private readonly hint = button('nk-button', '', () => this.tell('hint'));
  private readonly solution = button('nk-button', '', () => this.tell('solution'));
  private readonly fresh = button('nk-button', '', () => this.afresh());
  private readonly back = button('nk-button', '', () => this.bringBack());
  private readonly onward = button('nk-button nk-button-next', '', () => this.goOn());
  private skeleton = ''; // as it came last: it needs no keeping
  private readonly news = element('span', 'nk-said', [], { role: 'status' });

  constructor(private panel: NotebookPanel, private cell: CodeCell, private exercise: string, private desk: Desk, private books: Books) {
    super();
    this.addClass('nk-help');
    this.node.setAttribute('role', 'group');
    this.node.setAttribute('data-lm-suppress-shortcuts', 'true'); // Enter is the button's
    this.node.append(this.hint, this.solution, this.fresh, this.back, this.onward, this.news);
    desk.changed.connect(this.redraw, this);
    this.redraw();
  }

  dispose(): void {
    this.desk.changed.disconnect(this.redraw, this);
    super.dispose();
  }

  private redraw(): void {
    const e = this.desk.exercise(this.exercise);
    this.node.hidden = !e;
    if (!e) {
      return;
    }
    const next = this.desk.after(this.exercise);
    this.node.lang = this.desk.course!.lang;
    this.node.setAttribute('aria-label', this.desk.word('help'));
    this.node.dataset.outcome = e.outcome;
    this.hint.textContent = e.hint;
    this.solution.textContent = this.desk.word('solution');
    this.fresh.textContent = this.desk.word('fresh');
    this.back.textContent = this.desk.word('back');
    this.onward.textContent = this.desk.word(next?.question ? 'question' : 'onward');
    for (const node of [this.hint, this.solution, this.fresh]) {
      node.hidden = e.question;
    }
    this.back.hidden = this.kept() === undefined;
    this.onward.hidden = !next;
  }

  private async said<T>(question: Question): Promise<T | undefined> {
    try {
      await this.panel.sessionContext.ready; // she may click before the kernel has started
      const kernel = this.panel.sessionContext.session?.kernel;
      return ours(kernel) ? await ask<T>(kernel, { ...question, id: this.exercise }) : undefined;
    } catch {
      this.news.textContent = this.desk.word('silent');
      return undefined;
    }
  }

  private async tell(kind: 'hint' | 'solution'): Promise<void> {
    const said = await this.said<Said>({ kind });
    if (said) {
      this.output(said);
      await this.desk.refresh();
    }
  }

  /** Shows a card below the check, in the place of the one that was asked for before. */
  private output(said: Said): void {
    const { outputs } = this.cell.model;
    const shown: IDisplayData = {
      output_type: 'display_data', data: { 'text/html': said.html, 'text/plain': said.text }, metadata: { nekonote: { help: true } },
    };
    for (let i = 0; i < outputs.length; i++) {
      if (outputs.get(i).metadata.nekonote) {
        outputs.set(i, shown);
        return;
      }
    }
    outputs.add(shown);
  }

  private kept(): string | undefined {
    return part(find(this.panel.content, this.exercise, 'answer'))?.kept;
  }

  private keep(answer: CodeCell, kept: string | undefined): void {
    const own: Part = { ...part(answer)! };
    delete own.kept;
    answer.model.setMetadata('nekonote', kept === undefined ? own : { ...own, kept });
  }

  private async afresh(): Promise<void> {
    const answer = find(this.panel.content, this.exercise, 'answer');
    if (!answer) {
      return;
    }
    const before = text(answer);
    const said = await this.said<Said>({ kind: 'fresh', text: before });
    if (!said) {
      return;
    }
    this.skeleton = said.fresh ?? '';
    if (said.fresh && text(answer) === before && before.trim() !== said.fresh) {
      this.keep(answer, before);
      answer.model.sharedModel.setSource(said.fresh);
    }
    this.news.textContent = said.text;
    this.redraw();
  }

  /** Exchanges what was kept with what stands there: nothing is lost either way. */
  private async bringBack(): Promise<void> {
    const answer = find(this.panel.content, this.exercise, 'answer');
    const kept = this.kept();
    if (answer && kept !== undefined) {
      const now = text(answer);
      answer.model.sharedModel.setSource(kept);
      this.keep(answer, now.trim() === this.skeleton ? undefined : now);
      this.news.textContent = '';
      this.redraw();
    }
  }

  private async goOn(): Promise<void> {
    const next = this.desk.after(this.exercise);
    if (next) {
      await this.books.exercise(next.id);
    }
  }
}
