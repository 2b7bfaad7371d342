// The extension: it puts the pieces where JupyterLab and Notebook 7 have room for them.

import { ILabShell, JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Cell, CodeCell } from '@jupyterlab/cells';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { INotebookTracker, NotebookActions, NotebookPanel } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { LabIcon } from '@jupyterlab/ui-components';
import { PanelLayout } from '@lumino/widgets';
import { ours } from './ask';
import { Books, own } from './books';
import { part, text } from './cells';
import { Desk } from './course';
import paw from '../../setup/logo.svg';
import { Help } from './help';
import { addStyle, follow, isNarrow, markFiles, markTab, wrapLines } from './looks';
import { Missed } from './missed';
import { CoursePanel, Setting } from './panel';
import { Question } from './quiz';
import { makeReachable } from './reach';
import { addCommand } from './run';

const id = 'nekonote-desk:plugin';

const plugin: JupyterFrontEndPlugin<void> = {
  id,
  description: "The learner's desk of Nekonote.",
  autoStart: true,
  requires: [INotebookTracker, IDocumentManager],
  optional: [ISettingRegistry, ILabShell],
  activate: (
    app: JupyterFrontEnd, tracker: INotebookTracker, docs: IDocumentManager, registry: ISettingRegistry | null, shell: ILabShell | null
  ) => {
    addStyle();
    const desk = new Desk();
    markFiles(desk);
    const books = new Books(docs, tracker, desk);
    const check = setting(registry, desk);
    addCommand(app, tracker, check);
    const side = sidePanel(app, shell, tracker, desk, books, check);
    if (shell) {
      follow(shell);
    }

    const refresh = (panel: NotebookPanel) => desk.refresh(speaker(tracker.currentWidget ?? panel, panel));
    const inFront = () => {
      side(tracker.currentWidget);
      void desk.refresh(tracker.currentWidget?.sessionContext.session?.kernel);
    };
    tracker.widgetAdded.connect((_, panel) => void furnish(panel, desk, books, refresh).then(inFront));
    tracker.currentChanged.connect(inFront);
    NotebookActions.executed.connect((_, { notebook, cell }) => {
      const panel = tracker.find(p => p.content === notebook);
      if (panel && (part(cell) || /\.(Check|Hint|Solution|Reset|Share)\(/.test(text(cell)))) {
        void refresh(panel);
      }
    });
  },
};

/** The kernel that speaks for the course: that of the notebook in front, unless it knows nothing of the course. */
function speaker(front: NotebookPanel, panel: NotebookPanel) {
  const kernel = front.sessionContext.session?.kernel ?? null;
  return kernel && !ours(kernel) ? panel.sessionContext.session?.kernel : kernel;
}

/** The setting whether Shift+Enter also runs the check, which the panel shows; on where nothing keeps settings. */
function setting(registry: ISettingRegistry | null, desk: Desk): Setting {
  let on = true;
  const loaded = registry?.load(id);
  loaded?.then(s => {
    const read = () => { on = s.get('check').composite !== false; void desk.refresh(); };
    read();
    s.changed.connect(read);
  }).catch(reason => console.error('nekonote: the settings cannot be read', reason));
  return {
    get: () => on,
    set: async value => {
      on = value;
      await (await loaded)?.set('check', value);
    },
  };
}

/** Adds the side panel once there is a course to show; what it returns is to be told which notebook is in front. */
function sidePanel(
  app: JupyterFrontEnd, shell: ILabShell | null, tracker: INotebookTracker, desk: Desk, books: Books, check: Setting
): (panel: NotebookPanel | null) => void {
  const side = new CoursePanel(desk, books, check, lang => {
    const said = own(tracker.currentWidget);
    const active = part(tracker.activeCell) ?? nearest(tracker.currentWidget);
    const name = said?.notebook ?? desk.course!.notebooks[0].name;
    void books.open(name, lang, active?.id);
  });
  side.title.icon = new LabIcon({ name: 'nekonote:paw', svgstr: paw });
  const added = () => {
    desk.changed.disconnect(added);
    app.shell.add(side, 'left', { rank: 90 });
    if (shell && !isNarrow() && (!shell.leftCollapsed || side.wasOpen())) {
      shell.activateById(side.id);
      tracker.currentWidget?.activate();
    }
  };
  desk.changed.connect(added);
  return panel => side.setCurrent(own(panel)?.notebook ?? '');
}

/** The exercise at or above the active cell. */
function nearest(panel: NotebookPanel | null) {
  const cells = panel?.content.widgets.slice(0, (panel.content.activeCellIndex ?? 0) + 2).reverse() ?? [];
  return cells.map(cell => part(cell)).find(p => p);
}

/** Gives a notebook of the course its buttons and questions. */
async function furnish(panel: NotebookPanel, desk: Desk, books: Books, refresh: (panel: NotebookPanel) => Promise<void>): Promise<void> {
  await panel.context.ready;
  const said = own(panel);
  const missed = new Missed(panel, desk);
  panel.sessionContext.kernelChanged.connect(() => void refresh(panel));
  void panel.sessionContext.ready.then(() => refresh(panel)).then(() => missed.ask());
  if (!said) {
    return;
  }
  panel.addClass('nk-notebook');
  panel.content.node.lang = said.lang;
  markTab(panel);
  wrapLines(panel);
  makeReachable(panel, desk);
  const done = new WeakSet<Cell>();
  const decorate = () => {
    for (const cell of panel.content.widgets) {
      if (!done.has(cell)) {
        done.add(cell);
        void cell.ready.then(() => furnishCell(panel, cell, desk, books));
      }
    }
  };
  panel.content.modelContentChanged.connect(decorate);
  decorate();
  await books.arrive(panel);
}

function furnishCell(panel: NotebookPanel, cell: Cell, desk: Desk, books: Books): void {
  const own = part(cell);
  if (!own || !(cell instanceof CodeCell) || cell.isDisposed) {
    return;
  }
  const question = own.id.includes('/quiz/');
  cell.addClass(`nk-${own.role}`);
  cell.toggleClass('nk-asked', question);
  const layout = cell.layout as PanelLayout;
  if (own.role === 'check') {
    layout.addWidget(new Help(panel, cell, own.id, desk, books));
  } else if (question) {
    const first = layout.widgets.findIndex(w => w.hasClass('jp-Cell-inputWrapper'));
    layout.insertWidget(Math.max(first, 0), new Question(panel, cell, own.id, desk));
  }
}

export default plugin;
