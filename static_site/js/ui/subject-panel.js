// The subject's place, scale, rotation and mirroring in numbers: all that drags do, for keys and single clicks.

import { centreSubject, fitSubject } from '../document/artboard.js';
import { moveSubject, subjectCentre } from '../document/placement.js';
import { changeSubject, flipSubject, rotateSubject, scaleSubject } from '../document/subject.js';

/**
 * @import { Rect } from '../document/picture.js'
 * @import { Size } from '../document/placement.js'
 * @import { Scene } from '../document/scene.js'
 */

/** @typedef {{scene: Scene, original: Size, bounds: Rect | null}} Subject */

/** Of the picture's width or height: room to breathe. */
const FILL_FRACTION = 0.85;

/** @type {Record<string, {name: string, make: (subject: Subject) => Scene}>} */
const BUTTONS = {
  centre: { name: 'Centre', make: ({ scene, original, bounds }) => centreSubject(scene, bounds, original) },
  fit: {
    name: 'Fit',
    make: ({ scene, original, bounds }) => fitSubject(scene, bounds, original, scene.artboard, FILL_FRACTION),
  },
  mirror: { name: 'Mirror', make: ({ scene, original, bounds }) => flipSubject(scene, bounds, original) },
  'turn-left': {
    name: 'Turn left',
    make: ({ scene, original, bounds }) => rotateSubject(scene, -90, bounds, original),
  },
  'turn-right': {
    name: 'Turn right',
    make: ({ scene, original, bounds }) => rotateSubject(scene, 90, bounds, original),
  },
};

/** What each field shows, and what becomes of the scene when it is changed. */
const FIELDS = {
  x: {
    name: 'Move',
    read: (/** @type {Subject} */ subject) => centreOf(subject).x,
    make: (/** @type {Subject} */ subject, /** @type {number} */ x) =>
      moveSubject(subject.scene, x - centreOf(subject).x, 0),
  },
  y: {
    name: 'Move',
    read: (/** @type {Subject} */ subject) => centreOf(subject).y,
    make: (/** @type {Subject} */ subject, /** @type {number} */ y) =>
      moveSubject(subject.scene, 0, y - centreOf(subject).y),
  },
  scale: {
    name: 'Scale',
    read: (/** @type {Subject} */ { scene }) => scene.placement.scale * 100,
    make: (/** @type {Subject} */ { scene, original, bounds }, /** @type {number} */ percent) =>
      scaleSubject(scene, percent / 100 / scene.placement.scale, bounds, original),
  },
  rotation: {
    name: 'Rotate',
    read: (/** @type {Subject} */ { scene }) => scene.placement.rotationDeg,
    make: (/** @type {Subject} */ { scene, original, bounds }, /** @type {number} */ rotationDeg) =>
      changeSubject(scene, { rotationDeg }, bounds, original),
  },
};

/** @param {Subject} subject */
const centreOf = ({ scene, original, bounds }) => subjectCentre(scene.placement, bounds, original);

/**
 * @param {HTMLElement} panel
 * @param {object} calls
 * @param {() => Subject | null} calls.read
 * @param {(scene: Scene, name: string) => void} calls.onChange
 */
export function createSubjectPanel(panel, { read, onChange }) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (panel.querySelector(`[data-part="${name}"]`));
  const fields = Object.entries(FIELDS);

  for (const [id, { name, make }] of Object.entries(BUTTONS)) {
    part(id).addEventListener('click', () => {
      const subject = read();
      if (subject) onChange(make(subject), name);
    });
  }
  for (const [id, field] of fields) {
    part(id).addEventListener('change', () => {
      const subject = read();
      const value = part(id).valueAsNumber;
      if (subject && Number.isFinite(value)) onChange(field.make(subject, value), field.name);
    });
  }

  return {
    /** @param {Subject} subject */
    show(subject) {
      for (const [id, field] of fields) {
        const value = String(Math.round(field.read(subject) * 10) / 10);
        // Whatever is being typed is not overwritten by a change elsewhere.
        if (part(id).dataset.shown !== value) part(id).dataset.shown = part(id).value = value;
      }
    },
  };
}
