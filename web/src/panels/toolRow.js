import { h } from '../dom.js';

/** Who leaves the row first where there is little room; what is in none of them stays. */
const LEAVING = ['settings', 'help', 'rules', 'health', 'import', 'results', 'edit', 'scenario', 'export'];

/** The tools of the header in one row; those that find no room stand in a menu at its end. */
export class ToolRow {
  constructor() {
    this.element = h('div', { class: 'tools' });
    /** @type {HTMLElement[]} */
    this.tools = [];
    this.menu = h('div', { class: 'tool-menu', id: 'tool-menu', popover: 'auto' });
    // Before the tool acts: a dialog that it opens gives the focus back to what has it now.
    this.menu.addEventListener('click', () => this.menu.hidePopover(), true);
    this.more = h('button', { class: 'tool', id: 'more-tools', 'data-key': 'more-tools', popoverTargetElement: this.menu }, '⋯');
    this.fitted = 0;
    const watch = new ResizeObserver(() => {
      cancelAnimationFrame(this.fitted);
      this.fitted = requestAnimationFrame(() => this.fit());
    });
    // The row shrinks with its room, but only the window tells of new room.
    watch.observe(this.element);
    watch.observe(document.documentElement);
  }

  /** @param {HTMLElement[]} tools each with its `data-key` @param {string} label of the menu */
  show(tools, label) {
    this.tools = tools;
    this.more.title = label;
    this.more.setAttribute('aria-label', label);
    this.fit();
  }

  /** Fills the row, and the menu with what the row has no room for, both in the order of the tools; the focus stays where it was. */
  fit() {
    const focused = document.activeElement;
    const key = focused instanceof HTMLElement && this.element.contains(focused) ? focused.dataset.key : undefined;
    const stay = new Set(this.tools);
    this.place(stay);
    for (const leaving of LEAVING) {
      if (!this.isOverfull()) break;
      for (const tool of this.tools) if (tool.dataset.key === leaving) stay.delete(tool);
      this.place(stay);
    }
    if (key === undefined) return;
    const again = [...stay].flatMap((tool) => [tool, .../** @type {NodeListOf<HTMLElement>} */ (tool.querySelectorAll('[data-key]'))]).find((tool) => tool.dataset.key === key);
    (again ?? this.more).focus({ preventScroll: true });
  }

  /** @param {Set<HTMLElement>} stay */
  place(stay) {
    this.more.hidden = stay.size === this.tools.length;
    this.element.replaceChildren(...stay, this.more, this.menu);
    this.menu.replaceChildren(...this.tools.filter((tool) => !stay.has(tool)));
  }

  isOverfull() {
    const room = this.element.getBoundingClientRect().right;
    return [...this.element.children].some((child) => child !== this.menu && child.getBoundingClientRect().right > room + 0.5);
  }
}
