import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showWindow } from '../../../static_site/js/view/window.js';

/** A stage that keeps what it is told. */
const makeStage = () => {
  /** @type {Record<string, string>} */
  const told = {};
  const style = {
    setProperty(/** @type {string} */ name, /** @type {string} */ value) {
      told[name] = value;
    },
  };
  return { told, stage: /** @type {HTMLElement} */ (/** @type {unknown} */ ({ style })) };
};
const room = { width: 300, height: 200 };

test('checkerboard and divider lie on the whole picture while all of it is in sight', () => {
  const { stage, told } = makeStage();
  const shown = showWindow(stage, { scale: 0.5, x: 50, y: 20 }, { width: 400, height: 300 }, room, 0.25);
  assert.deepEqual(shown, { x: 50, y: 20, width: 200, height: 150 });
  assert.deepEqual(told, {
    '--frame-x': '50px',
    '--frame-y': '20px',
    '--frame-width': '200px',
    '--frame-height': '150px',
    '--split': '0.25',
  });
});

test('closer, they lie on the part that is in sight', () => {
  const { stage } = makeStage();
  assert.deepEqual(showWindow(stage, { scale: 2, x: -100, y: 60 }, { width: 400, height: 300 }, room, 0), {
    x: 0,
    y: 60,
    width: 300,
    height: 140,
  });
});
