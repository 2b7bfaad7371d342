// Shift+Enter on an answer runs it, then its check, and stays where the verdict is.

import { JupyterFrontEnd } from '@jupyterlab/application';
import { INotebookTracker, NotebookActions, NotebookPanel } from '@jupyterlab/notebook';
import { find, part } from './cells';
import { Setting } from './panel';

/** Runs an answer and its check. The verdict's cell is the active one then; a failed answer's own, if that fails. */
export async function runAndCheck(panel: NotebookPanel, id: string): Promise<boolean> {
  const { content, sessionContext } = panel;
  const answer = find(content, id, 'answer');
  const check = find(content, id, 'check');
  if (!answer || !check) {
    return false;
  }
  content.deselectAll();
  content.mode = 'command';
  content.activeCellIndex = content.widgets.indexOf(answer);
  const good = await NotebookActions.runCells(content, [answer, check], sessionContext);
  const shown = good || check.model.outputs.length > 0 ? check : answer;
  if (content.activeCell === answer) {
    content.activeCellIndex = content.widgets.indexOf(shown);
  }
  shown.node.scrollIntoView({ block: 'nearest' });
  return true;
}

export function addCommand(app: JupyterFrontEnd, tracker: INotebookTracker, check: Setting): void {
  const command = 'nekonote:run-and-check';
  app.commands.addCommand(command, {
    label: 'Run and Check',
    execute: async () => {
      const panel = tracker.currentWidget;
      const own = part(panel?.content.activeCell);
      if (!panel || own?.role !== 'answer' || !check.get() || !(await runAndCheck(panel, own.id))) {
        await app.commands.execute('notebook:run-cell-and-select-next');
      }
    },
  });
  // Nearer to the cursor than the notebook's own, which it goes before.
  app.commands.addKeyBinding({ command, keys: ['Shift Enter'], selector: '.jp-Notebook .nk-answer' });
}
