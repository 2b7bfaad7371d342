// The course as the kernel told of it last, and who wants to know when that changes.

import { Kernel } from '@jupyterlab/services';
import { ISignal, Signal } from '@lumino/signaling';
import { ask, Book, Course, Exercise, ours } from './ask';

export class Desk {
  kernel: Kernel.IKernelConnection | null = null;
  course: Course | null = null;
  private readonly _changed = new Signal<this, Exercise[]>(this);

  /** Emitted when the course is there or has changed, with the exercises whose outcome has. */
  get changed(): ISignal<this, Exercise[]> {
    return this._changed;
  }

  word(name: string): string {
    return this.course?.words[name] ?? '';
  }

  exercise(id: string): Exercise | undefined {
    return this.all().find(e => e.id === id);
  }

  /** The notebook that an exercise is in. */
  book(id: string): Book | undefined {
    return this.course?.notebooks.find(b => b.exercises.some(e => e.id === id));
  }

  /** The exercise that comes behind another one in the course. */
  after(id: string): Exercise | undefined {
    const all = this.all();
    return all[all.findIndex(e => e.id === id) + 1];
  }

  private all(): Exercise[] {
    return this.course?.notebooks.flatMap(b => b.exercises) ?? [];
  }

  /** Asks a kernel of the course, from then on the one that is asked, how things stand. */
  async refresh(kernel: Kernel.IKernelConnection | null | undefined = this.kernel): Promise<void> {
    if (!ours(kernel) || kernel.isDisposed) {
      return;
    }
    this.kernel = kernel;
    const course = await ask<Course>(kernel, { kind: 'course' });
    if (this.kernel !== kernel) {
      return; // another notebook has come to the front meanwhile
    }
    const before = this.course?.lang === course.lang ? this.all() : [];
    this.course = course;
    this._changed.emit(this.all().filter((e, i) => before[i] && before[i].outcome !== e.outcome));
  }
}
