// The scene's panels and the export dialog: their wishes to edits and files, the state to their fields.

import { failureFacts } from './document/failure.js';
import { canCopy, copyPng } from './io/clipboard.js';
import { downloadBlob } from './io/download.js';
import { exportPicture } from './io/export.js';
import { cutoutFileName } from './io/file-name.js';
import { canShare, sharePicture } from './io/share.js';
import { createBackgroundPanel } from './ui/background-panel.js';
import { createColourFields } from './ui/colour-fields.js';
import { createExportDialog } from './ui/export-dialog.js';
import { failureWords } from './ui/failure-words.js';
import { createShadowPanel } from './ui/shadow-panel.js';
import { createSizePanel } from './ui/size-panel.js';
import { formatBytes } from './ui/status-words.js';
import { createSubjectPanel } from './ui/subject-panel.js';

/**
 * @import { Scene } from './document/scene.js'
 * @import { News, State } from './document/state.js'
 * @import { createStore } from './document/store.js'
 * @import { createEdits } from './edits.js'
 * @import { ExportFormat } from './io/export.js'
 * @import { createRuns } from './runs.js'
 */

/**
 * @param {object} parts
 * @param {<E extends HTMLElement>(id: string) => E} parts.find
 * @param {ReturnType<typeof createStore>} parts.store
 * @param {ReturnType<typeof createEdits>} parts.edits
 * @param {ReturnType<typeof createRuns>} parts.runs
 */
export function createScenePanels({ find, store, edits, runs }) {
  /** @type {ExportFormat | undefined} */
  let suggested;

  const subject = () => {
    const { document } = store.read();
    return document && { scene: document.scene, original: document.cutout.original, bounds: edits.bounds() };
  };
  const placing = { read: subject, onChange: edits.changeScene };
  /** @param {Partial<Scene>} change @param {string} name */
  const change = (change, name) => {
    const { document } = store.read();
    if (document) edits.changeScene({ ...document.scene, ...change }, name);
  };
  /** @param {News} news  what a run without steps came to */
  const tell = (news) => runs.start('encode', true, async (run) => store.dispatch({ type: 'finished', run, news }));
  const nameFor = (/** @type {ExportFormat} */ format) => cutoutFileName(store.read().document?.fileName ?? '', format);
  const asFile = (/** @type {Blob} */ blob, /** @type {ExportFormat} */ format) =>
    new File([blob], nameFor(format), { type: blob.type });

  const colours = createColourFields(find('panels'), () => store.dispatch({ type: 'tools', tools: { picking: true } }));
  const place = createSubjectPanel(find('panel-place'), placing);
  const size = createSizePanel(find('panel-place'), {
    ...placing,
    onPreset: ({ format }) => {
      suggested = format;
    },
  });
  const shadow = createShadowPanel(find('panel-shadow'), (shadow) => change({ shadow }, 'Shadow'));
  const background = createBackgroundPanel(find('panel-background'), {
    onChange: (background, name) => change({ background }, name),
    onPicture: (file) =>
      runs.readPicture(file, (picture) => change({ background: { kind: 'picture', picture } }, 'Picture')),
  });
  const dialog = createExportDialog(find('export-dialog'), {
    encode(choice, options) {
      edits.settle();
      const { document } = store.read();
      if (!document) throw new Error('nothing to export');
      return exportPicture({ ...document, ...choice }, options);
    },
    facts: failureFacts,
    words: failureWords,
    formatBytes,
    onSave(blob, format) {
      downloadBlob(blob, nameFor(format));
      tell({ kind: 'saved', fileName: nameFor(format), bytes: blob.size });
    },
    async onCopy(png) {
      await copyPng(png);
      tell({ kind: 'copied' });
    },
    async onShare(blob, format) {
      if (await sharePicture(asFile(blob, format))) tell({ kind: 'shared' });
    },
    canShare: (blob, format) => canShare(asFile(blob, format)),
    canCopy: canCopy(),
  });

  return {
    /** @param {string} colour  picked off the photo */
    giveColour: colours.give,
    openExport() {
      const { document, busy } = store.read();
      if (!document || busy) return;
      dialog.open(document.scene.artboard, suggested);
      suggested = undefined;
    },
    /** @param {State} state */
    show({ document, tools }) {
      if (!document) return;
      const { scene } = document;
      if (tools.tab === 'background') background.show(scene.background);
      if (tools.tab === 'shadow') shadow.show(scene);
      const placed = tools.tab === 'place' && subject();
      if (!placed) return;
      size.show(scene);
      place.show(placed);
    },
  };
}
