import type { DeskList } from '../../src/domain/provider-desk.ts';
import { formatUbrn, type Ubrn } from '../../src/domain/ubrn.ts';
import { nextMarked } from '../../src/domain/worklist-place.ts';
import { counted } from '../../src/ui/format.ts';
import {
  EMPTY_FORM,
  errorsIn,
  FILTER_FIELDS,
  filterBy,
  type FilterField,
} from './filter-fields.ts';
import { currentRow, type ListDesk } from './list-desk.ts';
import type { KeyActs } from './list-keys.ts';
import type { ListActs } from './list-view.ts';
import { closeDetails, openRecord, openRow } from './row-opener.ts';

export function listActs(desk: ListDesk): ListActs {
  const { actions } = desk.flow;
  return {
    choose: (list) => choose(desk, list),
    load: () => load(desk),
    stop: () => actions.stop(),
    filter: (field, value) => filter(desk, field, value),
    type: (field, text) => type(desk, field, text),
    clearFilter: () => clearFilter(desk),
    clearFilterAndLoad() {
      clearFilter(desk);
      load(desk);
    },
    find: (text) => actions.find(text),
    sort: (order) => actions.sort(order),
    showOnlyNews: (onlyNews) => actions.showOnlyNews(onlyNews),
    markAllSeen: () => actions.markAllSeen(),
    switchLetterKeys(on) {
      desk.letterKeys = on ? 'on' : 'off';
    },
    openRecord: (row) => void openRecord(desk, row),
    closeDetails() {
      closeDetails(desk);
      void desk.browser.goTo(desk.browser.currentIndex(desk.place));
    },
    copySelected: () => void copySelected(desk),
    clearSelected() {
      desk.place.selected = new Set();
      desk.redraw();
    },
  };
}

export function keyActs(desk: ListDesk): KeyActs {
  const { browser } = desk;
  const at = (): number => browser.currentIndex(desk.place);
  return {
    move(to) {
      const last = desk.place.rows.length - 1;
      const { page } = browser;
      const places = { first: 0, last, 'page-up': at() - page, 'page-down': at() + page };
      void browser.goTo(typeof to === 'number' ? at() + to : places[to]);
    },
    open: () => withRow(desk, (row) => void openRow(desk, row)),
    close: () => closeDetails(desk),
    select: () => withRow(desk, ({ ubrn }) => select(desk, ubrn)),
    nextNews: () => nextNews(desk),
    find: () => void desk.focusOn('#find'),
    refresh: () => load(desk),
    copy: () => withRow(desk, ({ ubrn }) => void copy(desk, ubrn, `UBRN ${formatUbrn(ubrn)}`)),
    keys: () => void showKeys(desk),
  };
}

function withRow(desk: ListDesk, act: (row: NonNullable<ReturnType<typeof currentRow>>) => void) {
  const row = currentRow(desk);
  if (row) act(row);
}

function choose(desk: ListDesk, list: DeskList): void {
  desk.form = EMPTY_FORM;
  desk.opening = undefined;
  desk.browser.reset();
  desk.flow.actions.choose(list);
}

function load(desk: ListDesk): void {
  const errors = errorsIn(desk.form);
  desk.form = { ...desk.form, errors };
  const wrong = FILTER_FIELDS.find(({ field }) => errors[field] !== undefined);
  desk.redraw();
  if (wrong) void desk.focusOn(`#code-${wrong.field}`);
  else if (desk.flow.state.load.status !== 'loading') void desk.flow.actions.load();
}

/** `type` opens a field for a code that is not listed, and puts the focus there. */
function filter(desk: ListDesk, field: FilterField, value: string | undefined): void {
  const isTyped = value === 'type';
  desk.form = { typed: { ...desk.form.typed, [field]: isTyped ? '' : undefined }, errors: {} };
  desk.flow.actions.changeFilter(filterBy(field, isTyped ? undefined : value));
  desk.redraw();
  if (isTyped) void desk.focusOn(`#code-${field}`);
}

function type(desk: ListDesk, field: FilterField, text: string): void {
  const code = FILTER_FIELDS.find((each) => each.field === field)?.parse(text);
  desk.form = { typed: { ...desk.form.typed, [field]: text }, errors: {} };
  desk.flow.actions.changeFilter(filterBy(field, code));
  desk.redraw();
}

function clearFilter(desk: ListDesk): void {
  desk.form = EMPTY_FORM;
  desk.flow.actions.clearFilter();
  desk.redraw();
}

/** Over all rows, drawn or not. */
function nextNews(desk: ListDesk): void {
  const { since } = desk.flow.state.loaded ?? {};
  const { rows } = desk.place;
  const next = since && nextMarked(rows, since, currentRow(desk)?.ubrn);
  if (next) void desk.browser.goTo(rows.findIndex(({ ubrn }) => ubrn === next.ubrn));
  else desk.say('Nothing here is new or changed since your last load');
}

function select(desk: ListDesk, ubrn: Ubrn): void {
  const { place, flow } = desk;
  if (flow.state.list !== 'APPOINTMENT_SLOT_ISSUES') return;
  const selected = new Set(place.selected);
  if (!selected.delete(ubrn)) selected.add(ubrn);
  place.selected = selected;
  desk.say(selected.has(ubrn) ? 'Selected' : 'Not selected');
  desk.redraw();
}

/** In the order of the list, also of rows that are not drawn. */
async function copySelected(desk: ListDesk): Promise<void> {
  const rows = desk.flow.state.loaded?.rows ?? [];
  const numbers = rows
    .filter(({ ubrn }) => desk.place.selected.has(ubrn))
    .map(({ patient }) => patient);
  await copy(desk, numbers.join('\n'), counted(numbers.length, 'NHS number'));
}

async function copy({ say }: ListDesk, text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied ${what}`);
  } catch {
    // A frame without the clipboard permission, or a page without https.
    say(`${what} could not be copied: select it and press Ctrl+C`);
  }
}

async function showKeys(desk: ListDesk): Promise<void> {
  const summary = await desk.focusOn('.keys > summary');
  const keys = summary?.parentElement;
  if (keys instanceof HTMLDetailsElement) keys.open = true;
}

export function pressRow(desk: ListDesk, event: Event): void {
  const pressed = event.target instanceof Element ? event.target : undefined;
  const ubrn = pressed?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const index = desk.place.rows.findIndex((row) => row.ubrn === ubrn);
  const row = desk.place.rows[index];
  if (!row) return;
  desk.browser.thaw();
  if (pressed?.closest('[data-select]')) select(desk, row.ubrn);
  else if (pressed?.closest('[data-open]')) void openRow(desk, row);
  else void desk.browser.goTo(index);
}
