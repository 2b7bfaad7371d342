// The side panel: the course in her language, with where she stands and what comes next. Everything in it is a button, a
// heading or a list of the page's own, so that the keyboard and a screen reader have all of it.

import { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import { Book, Course, Exercise } from './ask';
import { Books } from './books';
import { button, element } from './cells';
import { Desk } from './course';
import { isNarrow } from './looks';

const symbols: Record<Exercise['outcome'], string> = { 'not attempted': '○', incorrect: '✗', almost: '≈', correct: '✓' };

const shown = 'nekonote:panel';

export interface Setting {
  get(): boolean;
  set(on: boolean): Promise<void>;
}

export class CoursePanel extends Widget {
  private lang = '';
  private open = '';
  private readonly news = element('div', 'nk-unseen', [], { role: 'status' });
  private readonly said = element('p', 'nk-showed', [], { role: 'status' }); // of the page to show
  private readonly body = element('div', 'nk-course-body');

  constructor(private desk: Desk, private books: Books, private check: Setting, private twin: (lang: string) => void) {
    super();
    this.id = 'nekonote-course';
    this.addClass('nk-course');
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('data-lm-suppress-shortcuts', 'true');
    this.node.append(this.body, this.news);
    desk.changed.connect((_, moved) => this.told(moved));
    this.told([]);
  }

  /** The notebook that is in front. */
  setCurrent(name: string): void {
    this.open = name;
    if (this.desk.course) {
      this.redraw(this.desk.course);
    }
  }

  /** Whether it was open when she left: a page that is loaded anew knows only its own panels. */
  wasOpen(): boolean {
    return localStorage.getItem(shown) === 'yes';
  }

  protected onAfterShow(_: Message): void {
    localStorage.setItem(shown, 'yes');
  }

  protected onAfterHide(_: Message): void {
    localStorage.setItem(shown, isNarrow() ? 'yes' : 'no');
  }

  protected onActivateRequest(_: Message): void {
    this.body.querySelector<HTMLElement>('button, summary')?.focus();
  }

  private told(moved: Exercise[]): void {
    const course = this.desk.course;
    if (!course) {
      return;
    }
    if (course.lang !== this.lang) {
      this.lang = course.lang;
      this.build(course);
    }
    this.redraw(course);
    if (moved.length > 0) {
      this.news.textContent = moved.map(e => `${e.title}: ${e.said}`).join('. ');
    }
  }

  private build(course: Course): void {
    const { words } = course;
    this.title.caption = words.title;
    this.node.lang = course.lang;
    this.node.setAttribute('aria-label', words.title);
    const others = course.others.map(other => {
      const node = button('nk-quiet-button', other.name, () => this.twin(other.lang));
      node.lang = other.lang;
      node.title = words.language;
      return node;
    });
    const box = element('input', '', [], { type: 'checkbox' });
    box.addEventListener('change', () => void this.check.set(box.checked));
    this.body.replaceChildren(
      element('div', 'nk-course-head', [element('h2', '', words.title), ...others]),
      element('p', 'nk-score', [element('span', 'nk-bar', [element('span')]), element('span', 'nk-total')]),
      button('nk-onward', '', () => this.desk.course?.next && this.books.exercise(this.desk.course.next)),
      element('p', 'nk-trouble'),
      button('nk-show nk-quiet-button', words.show, async () => { this.said.textContent = await this.books.page(); }),
      this.said,
      element('nav', '', course.notebooks.map(book => this.book(book)), { 'aria-label': words.title }),
      element('label', 'nk-setting', [box, element('span', '', words.run)])
    );
  }

  private book(book: Book): HTMLElement {
    const entry = (e: Exercise) => {
      const node = button('nk-exercise', '', () => this.books.exercise(e.id));
      node.dataset.id = e.id;
      node.append(element('span', 'nk-symbol'), element('span', 'nk-title', e.title), element('span', 'nk-points'));
      return element('li', '', [node]);
    };
    const heading = button('nk-book', book.title, () => this.books.open(book.name, this.lang));
    heading.dataset.name = book.name;
    const head = [heading, element('span', 'nk-points')];
    const lecture = (l: Book['lectures'][0]) => element('li', '', [button('nk-lecture', `▶ ${l.title}`, () => this.books.lecture(book.name, l.id))]);
    if (book.exercises.length + book.lectures.length === 0) {
      return element('div', 'nk-week', [element('div', 'nk-week-head', head)]);
    }
    const fold = element('details', 'nk-fold', [
      element('summary', '', [], { 'aria-label': book.title }), element('ul', '', [...book.lectures.map(lecture), ...book.exercises.map(entry)]),
    ]);
    return element('div', 'nk-week', [element('div', 'nk-week-head', head), fold]);
  }

  /** Puts what changes into what stands there, so that the focus stays where it is. */
  private redraw(course: Course): void {
    const get = (selector: string) => this.body.querySelector<HTMLElement>(selector)!;
    get('.nk-bar span').style.width = `${(100 * course.points) / Math.max(course.max, 1)}%`;
    get('.nk-total').textContent = course.score;
    get('.nk-onward').textContent = course.onward;
    get('.nk-show').hidden = !course.shows;
    get('.nk-trouble').textContent = course.trouble;
    (get('.nk-setting input') as HTMLInputElement).checked = this.check.get();
    course.notebooks.forEach((book, i) => {
      const week = this.body.querySelectorAll<HTMLElement>('.nk-week')[i];
      const here = book.name === this.open;
      const heading = week.querySelector('.nk-book')!;
      here ? heading.setAttribute('aria-current', 'true') : heading.removeAttribute('aria-current');
      week.querySelector('.nk-points')!.textContent = book.max ? `${book.points} / ${book.max}` : '';
      const fold = week.querySelector('details');
      if (fold && here && week.dataset.here !== 'yes') {
        fold.open = true;
      }
      week.dataset.here = here ? 'yes' : '';
      book.exercises.forEach(e => {
        const node = week.querySelector<HTMLElement>(`[data-id="${e.id}"]`)!;
        node.dataset.outcome = e.outcome;
        node.querySelector('.nk-symbol')!.textContent = symbols[e.outcome];
        node.querySelector('.nk-points')!.textContent = `${e.points} / ${e.max}`;
        node.setAttribute('aria-label', `${e.title}: ${e.said}`);
        node.toggleAttribute('data-next', e.id === course.next);
      });
    });
  }
}
