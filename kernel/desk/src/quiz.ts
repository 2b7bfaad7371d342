// A question of a quiz as something to click on. A click writes the answer into the cell, where it would have been typed, and
// runs it with its check. The question stays, also when it was answered right.

import { CodeCell } from '@jupyterlab/cells';
import { NotebookPanel } from '@jupyterlab/notebook';
import { Widget } from '@lumino/widgets';
import { ask, Asking, ours } from './ask';
import { element, formed, text } from './cells';
import { Desk } from './course';
import { runAndCheck } from './run';

const answers = /^(var answer\d+ = )("(?:[^"\\]|\\.)*")/m; // as the skeleton has it

export class Question extends Widget {
  private asking: Asking | null = null;
  private busy = false;

  constructor(private panel: NotebookPanel, private cell: CodeCell, private exercise: string, private desk: Desk) {
    super();
    this.addClass('nk-quiz');
    desk.changed.connect(this.refresh, this);
    void this.refresh();
  }

  dispose(): void {
    this.desk.changed.disconnect(this.refresh, this);
    super.dispose();
  }

  private async refresh(): Promise<void> {
    const kernel = this.panel.sessionContext.session?.kernel;
    if (!ours(kernel) || !this.desk.course) {
      return;
    }
    const asking = await ask<Asking | null>(kernel, { kind: 'quiz', id: this.exercise }).catch(() => null);
    if (asking && JSON.stringify(asking) !== JSON.stringify(this.asking)) {
      this.asking = asking;
      this.draw(asking);
    }
  }

  /** What stands between the quotes of the cell. */
  private typed(): string {
    const found = answers.exec(text(this.cell));
    try {
      return found ? JSON.parse(found[2]) : '';
    } catch {
      return '';
    }
  }

  private draw(asking: Asking): void {
    const focused = this.node.contains(document.activeElement);
    const form = element('form', '', [], { 'data-right': String(asking.right) });
    form.lang = this.desk.course!.lang;
    const typed = this.typed();
    if (asking.options.length > 0) {
      const options = asking.options.map(option => {
        const radio = element('input', '', [], { type: 'radio', name: this.exercise, value: option.mark });
        radio.checked = typed === option.mark;
        const label = element('label', 'nk-option', [radio, element('span', '', formed(option.text))]);
        // A click with the mouse answers. Arrow keys only move the choice: Enter or the button answers.
        label.addEventListener('click', e => e.detail > 0 && setTimeout(() => this.answer(option.mark)));
        return label;
      });
      form.append(element('fieldset', '', [element('legend', asking.first ? 'nk-unseen' : '', formed(asking.ask)), ...options]));
    } else {
      const field = element('input', '', [], { type: 'text', inputmode: 'decimal', autocomplete: 'off', size: '12' });
      field.value = typed;
      const label = element('label', '', [element('span', '', this.desk.word('number')), field]);
      form.append(...(asking.first ? [] : [element('p', '', formed(asking.ask))]), label);
    }
    form.append(element('button', 'nk-button', this.desk.word('answer'), { type: 'submit' }));
    form.addEventListener('submit', e => {
      e.preventDefault();
      const chosen = form.querySelector<HTMLInputElement>('input:checked, input[type=text]');
      void this.answer(chosen?.value ?? '');
    });
    // The notebook's own keys must not take what is typed here.
    form.setAttribute('data-lm-suppress-shortcuts', 'true');
    form.addEventListener('keydown', e => e.stopPropagation());
    this.node.replaceChildren(form);
    if (focused) {
      (form.querySelector<HTMLElement>('input:checked') ?? form.querySelector('input'))?.focus();
    }
  }

  private async answer(said: string): Promise<void> {
    if (this.busy || !said.trim()) {
      return;
    }
    this.busy = true;
    try {
      const before = text(this.cell);
      const line = answers.exec(before);
      const { sharedModel } = this.cell.model;
      const literal = JSON.stringify(said.trim());
      if (line) {
        const at = line.index + line[1].length;
        sharedModel.updateSource(at, at + line[2].length, literal);
      } else {
        const n = this.exercise.slice(this.exercise.lastIndexOf('/') + 1);
        sharedModel.setSource(`${before.trimEnd()}\nvar answer${n} = ${literal}`.trimStart());
      }
      await runAndCheck(this.panel, this.exercise);
    } finally {
      this.busy = false;
    }
  }
}
