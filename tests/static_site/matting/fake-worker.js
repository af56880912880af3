// Stands in for the browser's Worker: each one answers by what it is told to.

/** @typedef {{type: 'done', output: unknown} | {type: 'failed', failure: {code: string}} | null} Reply  null: never */

export class FakeWorker {
  /** What was asked of all workers, in turn. @type {any[]} */
  static inputs = [];
  /** @type {(input: any) => Reply} */
  static reply = () => null;

  /** @type {(event: {data: Reply}) => void} */
  onmessage = () => {};

  /** @param {unknown} input */
  postMessage(input) {
    FakeWorker.inputs.push(input);
    const data = FakeWorker.reply(input);
    if (data) queueMicrotask(() => this.onmessage({ data }));
  }

  terminate() {}
}
