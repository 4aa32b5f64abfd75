import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RowPatient } from '../../src/flows/provider-worklist.ts';
import type { NhsNumber } from '../../src/domain/nhs-number.ts';
import { createProviderWorklist } from '../../src/flows/provider-worklist.ts';
import { HostError } from '../../src/host/host-adapter.ts';
import { button, drawn, find, focused, said, settled, show, topOf, words } from './list-scene.ts';
import { named, ubrnOf } from './sample-rows.ts';
import { clock, loadedState, manyRows, PROVIDER, stillList } from './still-list.ts';

beforeAll(() => page.viewport(1_400, 900));
afterEach(() => document.body.replaceChildren());

const NINE_THOUSAND = manyRows(9_000);
const large = loadedState('REFERRALS_FOR_REVIEW', NINE_THOUSAND);
const rowAt = (index: number): string => NINE_THOUSAND[index]?.ubrn ?? '';
const lists = { opening: { allowed: false, why: 'role', whoCan: { who: 'nobody' } } } as const;

async function onFirstRow(
  state: Parameters<typeof stillList>[0],
  scene: Parameters<typeof show>[1] = {},
) {
  const flow = stillList(state);
  const shown = await show(flow, scene);
  find(shown.root, '[data-open][tabindex="0"]').focus();
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await userEvent.keyboard(key);
    await settled(shown.widget);
  };
  return { flow, press, ...shown };
}

describe('9,000 rows', () => {
  it('are reached by key one after another, to the last, with at most 60 in the page', async () => {
    const { root, press } = await onFirstRow(large);
    await press('{ArrowDown}', '{ArrowDown}', '{ArrowUp}');
    expect(focused(root)).toBe(rowAt(1));
    await press('{End}');
    expect(focused(root)).toBe(rowAt(8_999));
    expect(find(root, `[data-row="${rowAt(8_999)}"]`).getAttribute('aria-rowindex')).toBe('9001');
    expect(drawn(root).length).toBeLessThanOrEqual(60);
    await press('{ArrowUp}', '{PageUp}');
    const index = NINE_THOUSAND.findIndex(({ ubrn }) => ubrn === focused(root));
    expect(index).toBeLessThan(8_997);
    expect(index).toBeGreaterThan(8_985);
    await press('{Home}');
    expect(focused(root)).toBe(rowAt(0));
    expect(find(root, '[role=grid]').getAttribute('aria-rowcount')).toBe('9001');
  });

  it('are no more than 60 in the page of the highest list', async () => {
    const { widget, root } = await onFirstRow(large, { height: '9000px' });
    find(root, '[data-scroller]').scrollTop = 200_000;
    for (let turn = 0; turn < 3; turn += 1) await settled(widget);
    expect(find(root, '[data-scroller]').clientHeight).toBeGreaterThan(1_500);
    expect(drawn(root).length).toBeGreaterThan(50);
    expect(drawn(root).length).toBeLessThanOrEqual(60);
  });

  it('each is drawn in sight once it has the focus', async () => {
    const { root, press } = await onFirstRow(large);
    for (const key of ['{PageDown}', '{PageDown}', '{ArrowDown}', '{End}', '{PageUp}']) {
      await press(key);
      const scroller = find(root, '[data-scroller]').getBoundingClientRect();
      const head = find(root, 'thead').getBoundingClientRect();
      const row = find(root, `[data-row="${focused(root) ?? ''}"]`).getBoundingClientRect();
      expect(row.top).toBeGreaterThanOrEqual(head.bottom - 1);
      expect(row.bottom).toBeLessThanOrEqual(scroller.bottom + 1);
    }
  });

  it('keep the current row in the page wherever they are scrolled to', async () => {
    const { widget, root, press } = await onFirstRow(large);
    await press('{ArrowDown}');
    find(root, '[data-scroller]').scrollTop = 200_000;
    await settled(widget);
    expect(drawn(root)).toContain(rowAt(1));
    expect(focused(root)).toBe(rowAt(1));
    expect(drawn(root).length).toBeGreaterThan(20);
    expect(drawn(root).length).toBeLessThanOrEqual(60);
    await press('{ArrowDown}');
    expect(focused(root)).toBe(rowAt(2));
  });

  it('fill what is in sight after a jump', async () => {
    const { widget, root } = await onFirstRow(large);
    const scroller = find(root, '[data-scroller]');
    scroller.scrollTop = 123_456;
    await settled(widget);
    const { left, bottom } = scroller.getBoundingClientRect();
    const top = find(root, 'thead').getBoundingClientRect().bottom;
    for (const y of [top + 5, (top + bottom) / 2, bottom - 5])
      expect(root.elementFromPoint(left + 300, y)?.closest('[data-row]')).not.toBeNull();
  });
});

describe('names', () => {
  const patients = (count: number): Map<NhsNumber, RowPatient> =>
    new Map(
      NINE_THOUSAND.slice(0, count).map(({ patient }, nth) => [
        patient,
        {
          status: 'known',
          patient: {
            ...named(nth, ['Featherstone-Williamson-Featherstone', 'Alexandra Wilhelmina', 'Dr']),
            nhsNumber: patient,
          },
        },
      ]),
    );

  it.each([
    ['a long list', 9_000],
    ['a list that does not scroll', 4],
  ])('that arrive move no row that is pointed at: %s', async (_what, count) => {
    const rows = NINE_THOUSAND.slice(0, count);
    const nameless = { ...loadedState('REFERRALS_FOR_REVIEW', rows), patients: new Map() };
    const { flow, widget, root } = await onFirstRow(nameless, { height: '420px' });
    const pointed = rowAt(3);
    await userEvent.hover(find(root, `[data-row="${pointed}"] .c-service`));
    await settled(widget);
    const before = topOf(root, pointed);
    const heightBefore = find(root, `[data-row="${rowAt(0)}"]`).offsetHeight;
    flow.become({ patients: patients(10) });
    await settled(widget);
    expect(find(root, `[data-row="${rowAt(0)}"]`).offsetHeight).toBeGreaterThan(heightBefore);
    expect(Math.abs(topOf(root, pointed) - before)).toBeLessThan(2);
  });

  it('that arrive take the focus from no row', async () => {
    const nameless = { ...large, patients: new Map() };
    const { flow, widget, root, press } = await onFirstRow(nameless);
    await press('{ArrowDown}');
    flow.become({ patients: patients(10) });
    await settled(widget);
    expect(focused(root)).toBe(rowAt(1));
    expect(words(root.activeElement)).toContain('FEATHERSTONE');
  });

  it('that are not to be had leave the NHS number to open the row by', async () => {
    const unavailable = new Map(
      NINE_THOUSAND.map(({ patient }): [NhsNumber, RowPatient] => [
        patient,
        { status: 'unavailable' },
      ]),
    );
    const { root } = await onFirstRow({ ...large, patients: unavailable });
    expect(words(find(root, '[data-open]'))).toMatch(/^999 \d{3} \d{4}$/);
    expect(words(find(root, '.c-patient .cell'))).toContain('Name not available');
  });

  it('are asked for the rows in sight, not more than 50 at a time', async () => {
    const asked: [number, number][] = [];
    const flow = stillList(large, { show: async (from, to) => void asked.push([from, to]) });
    const { widget, root } = await show(flow);
    find(root, '[data-scroller]').scrollTop = 200_000;
    await settled(widget);
    expect(asked[0]?.[0]).toBe(0);
    expect(asked.at(-1)?.[0]).toBeGreaterThan(1_000);
    expect(asked.every(([from, to]) => to - from <= 50)).toBe(true);
  });
});

describe('opening a row', () => {
  it('by Enter and by → asks whoever listens, then the host', async () => {
    const opened: string[] = [];
    const openRow = async ({ ubrn }: { ubrn: string }): Promise<void> => void opened.push(ubrn);
    const { widget, press } = await onFirstRow(large, { session: { openRow } });
    const heard: unknown[] = [];
    widget.addEventListener('ers-open-request', (event) => {
      heard.push(event.detail);
      if (heard.length > 1) event.preventDefault();
    });
    await press('{Enter}');
    await press('{ArrowDown}', '{ArrowRight}');
    expect(heard).toEqual([{ ubrn: rowAt(0) }, { ubrn: rowAt(1) }]);
    expect(opened).toEqual([rowAt(0)]);
  });

  it('that the host refuses is said below the row, with the numbers to copy', async () => {
    const openRow = () => Promise.reject(new HostError('no-answer', 'Silent.'));
    const { root, press } = await onFirstRow(large, { session: { openRow } });
    await press('{Enter}');
    const details = words(find(root, '.details'));
    expect(details).toContain('The record did not open');
    expect(details).toContain('Your clinical system did not answer in time.');
    expect(details).toContain('Copy UBRN');
    expect(said(root)).toContain('did not open');
  });

  it('where the host cannot says so, and a press closes it again', async () => {
    const { root, press } = await onFirstRow(large, { session: { openRow: undefined } });
    await press('{Enter}');
    expect(words(find(root, '.details'))).toContain(
      'This clinical system cannot open the record from here.',
    );
    await press('{Escape}');
    expect(root.querySelector('.details')).toBeNull();
    expect(focused(root)).toBe(rowAt(0));
  });

  it('in a lists-only role opens details in place, and asks nobody', async () => {
    const { widget, root, press } = await onFirstRow({ ...large, ...lists });
    let asked = 0;
    widget.addEventListener('ers-open-request', () => (asked += 1));
    await press('{ArrowRight}');
    expect(words(find(root, '.details'))).toContain('You cannot open this referral here.');
    expect(asked).toBe(0);
    await press('{ArrowLeft}');
    expect(root.querySelector('.details')).toBeNull();
  });

  it('and coming back finds the list where it was, the row with the focus', async () => {
    const { flow, widget, root, press } = await onFirstRow(large);
    await press('{PageDown}', '{PageDown}', '{PageDown}');
    const was = { row: focused(root) ?? '', top: 0 };
    was.top = topOf(root, was.row);
    const { session } = widget;
    widget.blank();
    widget.session = { status: 'waiting' };
    await settled(widget);
    if (session?.status === 'listing') widget.session = { ...session };
    await settled(widget);
    expect(flow.disposed).toBe(false);
    expect(focused(root)).toBe(was.row);
    expect(Math.abs(topOf(root, was.row) - was.top)).toBeLessThan(2);
  });
});

describe('letters', () => {
  const marks = new Map([[ubrnOf(700), { kind: 'new' } as const]]);
  const since = { at: clock.now(), marks, gone: [] };
  const marked = loadedState('REFERRALS_FOR_REVIEW', NINE_THOUSAND, { since });

  it('N goes to the next new row, / to the field, and Enter there back to the rows', async () => {
    const { root, press } = await onFirstRow(marked);
    await press('n');
    expect(focused(root)).toBe(ubrnOf(700));
    await press('/');
    expect(root.activeElement?.id).toBe('find');
    await press('n');
    expect(root.activeElement?.id).toBe('find');
    await press('{Enter}');
    expect(focused(root)).toBe(ubrnOf(700));
  });

  it('R loads again, and none does anything once they are off', async () => {
    let loads = 0;
    const flow = stillList(marked, { load: async () => void (loads += 1) });
    const { widget, root } = await show(flow);
    find(root, '[data-open][tabindex="0"]').focus();
    await userEvent.keyboard('r');
    button(root, 'Turn letter keys off').click();
    await settled(widget);
    find(root, '[data-open][tabindex="0"]').focus();
    await userEvent.keyboard('rn');
    await settled(widget);
    expect(loads).toBe(1);
    expect(focused(root)).toBe(NINE_THOUSAND[0]?.ubrn);
    expect(widget.letterKeys).toBe('off');
  });
});

it('Space selects slot issues, which are copied together whether drawn or not', async () => {
  const { root, press } = await onFirstRow({
    ...large,
    list: 'APPOINTMENT_SLOT_ISSUES',
    rows: NINE_THOUSAND.map((row) => ({
      ...row,
      list: 'APPOINTMENT_SLOT_ISSUES' as const,
    })) as never,
  });
  await press(' ', '{End}', ' ');
  expect(words(find(root, '.selection'))).toContain('2 selected');
});

it('with the real flow: loaded by a press, found, and named by the host', async () => {
  const rows = manyRows(30);
  const flow = createProviderWorklist({
    client: {
      dialect: 'api-platform',
      can: () => true,
      retrieveWorklist: async () => rows,
      retrieveAdviceWorklist: async () => [],
    } as unknown as Parameters<typeof createProviderWorklist>[0]['client'],
    lookUps: {
      resolvePatients: async (numbers) =>
        new Map(
          numbers.map((number) => [
            number,
            { ...named(1, ['Abernethy', 'Colin', 'Mr']), nhsNumber: number },
          ]),
        ),
    },
    role: PROVIDER,
    clock,
    newId: () => 'id-1',
  });
  const { widget, root } = await show(flow);
  button(root, 'Load list').click();
  await settled(widget);
  expect(words(find(root, '.head__total'))).toBe('30 referrals');
  expect(words(find(root, '[data-open]'))).toBe('ABERNETHY, Colin (Mr)');
  const field = find(root, '#find') as HTMLInputElement;
  field.value = rows[7]?.ubrn ?? '';
  field.dispatchEvent(new Event('input'));
  await settled(widget);
  expect(drawn(root)).toEqual([rows[7]?.ubrn]);
  expect(words(find(root, '.foot__place'))).toBe('Row 1 of 1 shown, 30 on the list');
});
