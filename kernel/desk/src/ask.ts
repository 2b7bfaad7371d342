// What the page asks the kernel, and what it hears: the types are those of kernel/desk/answer.go.

import { Kernel } from '@jupyterlab/services';
import { JSONObject } from '@lumino/coreutils';

export interface Question extends JSONObject {
  kind: 'course' | 'hint' | 'solution' | 'fresh' | 'quiz' | 'show' | 'twin' | 'unseen' | 'saved';
}

export interface Exercise {
  id: string;
  title: string;
  outcome: 'not attempted' | 'incorrect' | 'almost' | 'correct';
  said: string;
  hint: string;
  points: number;
  max: number;
  attempts: number;
  question: boolean;
}

export interface Book {
  name: string;
  title: string;
  points: number;
  max: number;
  score: string;
  exercises: Exercise[];
  lectures: { id: string; title: string }[];
}

export interface Course {
  lang: string;
  others: { lang: string; name: string }[];
  words: Record<string, string>;
  notebooks: Book[];
  next: string;
  onward: string;
  points: number;
  max: number;
  score: string;
  trouble: string;
  shows: boolean;
}

export interface Said {
  html: string;
  text: string;
  fresh?: string;
  file?: string;
}

export interface Asking {
  ask: string;
  options: { mark: string; text: string }[];
  first: boolean;
  right: boolean;
}

type Connection = Kernel.IKernelConnection;

/** Whether a kernel is one of the course's. */
export function ours(kernel: Connection | null | undefined): kernel is Connection {
  return !!kernel && kernel.name.startsWith('nekonote');
}

const patience = 10000; // ms: the kernel needs some, but a page that has lost it would wait for ever

/** ask asks the kernel one question. Each has a comm of its own, which the kernel closes. */
export function ask<T>(kernel: Connection, question: Question): Promise<T> {
  return new Promise((resolve, reject) => {
    const comm = kernel.createComm('nekonote.desk');
    const late = setTimeout(() => reject(new Error('the kernel does not answer')), patience);
    comm.onMsg = message => {
      clearTimeout(late);
      resolve(message.content.data.said as unknown as T);
    };
    comm.open(question);
  });
}
