import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('subject-process.js', import.meta.url));

/** A subject in its own process. One question at a time. */
export class SubjectClient {
  #process;

  /**
   * @param {string} moduleUrl of the subject
   * @param {string} coreUrl
   */
  constructor(moduleUrl, coreUrl) {
    this.#process = fork(PROCESS, [moduleUrl, coreUrl], { execArgv: ['--expose-gc'] });
  }

  /**
   * @template T
   * @param {import('./subject-process.js').Question} question
   * @returns {Promise<T>} rejects where the subject fails or its process ends
   */
  ask(question) {
    const child = this.#process;
    return new Promise((resolve, reject) => {
      /** @param {number | null} code */
      const ended = (code) => {
        reject(new Error(`the process ended (${code ?? 'by a signal'}) at ${JSON.stringify(question)}`));
      };
      child.once('exit', ended);
      child.once('message', (/** @type {{ answer: T } | { fault: string }} */ message) => {
        child.off('exit', ended);
        if ('fault' in message) reject(new Error(message.fault));
        else resolve(message.answer);
      });
      child.send(question);
    });
  }

  stop() {
    this.#process.kill();
  }
}
