// The tools as tabs, each with its panel.

/** @import { Tab } from '../document/tool-settings.js' */

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * @param {HTMLElement} list  role=tablist; its tabs have data-tab
 * @param {HTMLElement} panels  holds an element with data-panel for each tab
 * @param {(tab: Tab) => void} onTab
 */
export function createTabs(list, panels, onTab) {
  const tabs = /** @type {HTMLButtonElement[]} */ ([...list.querySelectorAll('[data-tab]')]);
  const nameOf = (/** @type {HTMLElement} */ tab) => /** @type {Tab} */ (tab.dataset.tab);
  for (const tab of tabs) tab.addEventListener('click', () => onTab(nameOf(tab)));

  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const last = tabs.length - 1;
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? last : at + STEPS[event.key];
    if (at < 0 || Number.isNaN(next)) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length];
    tab.focus();
    onTab(nameOf(tab));
  });

  /** @type {Tab | null} */
  let shown = null;

  return {
    /** @param {Tab} chosen @param {boolean} enabled */
    show(chosen, enabled) {
      for (const tab of tabs) {
        const isChosen = nameOf(tab) === chosen;
        tab.setAttribute('aria-selected', String(isChosen));
        tab.tabIndex = isChosen ? 0 : -1;
        tab.disabled = !enabled;
        if (isChosen && list.scrollWidth > list.clientWidth)
          tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
      if (chosen !== shown) panels.scrollTop = 0;
      shown = chosen;
      for (const panel of /** @type {NodeListOf<HTMLElement>} */ (panels.querySelectorAll('[data-panel]'))) {
        panel.hidden = panel.dataset.panel !== chosen;
      }
      panels.inert = !enabled;
    },
  };
}
