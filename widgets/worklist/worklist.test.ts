import { expect as expectThat } from '@open-wc/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { showFixture } from '../../src/ui/fixture-frame.ts';
import { loadedState, manyRows, stillList } from './still-list.ts';
import { button, drawn, find, said, settled, show, words } from './list-scene.ts';
import { at, problem, reviewRow, ubrnOf } from './sample-rows.ts';
import { fixtureSet } from './worklist.fixtures.ts';
import type { ErsWorklist } from './worklist.ts';

fixtureSet.define?.();

afterEach(() => document.body.replaceChildren());

describe.each(Object.entries(fixtureSet.fixtures))('%s', (_name, content) => {
  async function shown(width: number): Promise<ErsWorklist> {
    const frame = await showFixture(content(), width);
    const widget = frame.renderRoot.querySelector<ErsWorklist>('ers-worklist');
    if (!widget) throw new Error('The fixture shows no widget');
    await settled(widget);
    return widget;
  }

  it('has no fault that axe can find', async () => {
    await expectThat(await shown(1_300)).to.be.accessible();
  });

  it.each([320, 700, 1_000])('does not scroll sideways at %i pixels', async (width) => {
    const widget = await shown(width);
    expect(widget.scrollWidth).toBeLessThanOrEqual(widget.clientWidth);
    const rows = widget.renderRoot.querySelector('[data-scroller]');
    expect(rows?.scrollWidth ?? 0).toBeLessThanOrEqual(rows?.clientWidth ?? 0);
  });

  it('draws no more than 60 rows', async () => {
    const widget = await shown(1_300);
    expect(drawn(widget.renderRoot as ShadowRoot).length).toBeLessThanOrEqual(60);
  });
});

const rows = manyRows(12);
const before = loadedState('REFERRALS_FOR_REVIEW', rows, { at: at('11-23T13:10') });
const timedOut = problem('timed-out', { httpStatus: 504 });
const failed = { status: 'failed', problem: timedOut, at: at('11-23T14:32') } as const;

describe('P11: a list that did not load', () => {
  it('says so, and neither a number nor an empty list', async () => {
    const { root } = await show(stillList({ load: failed }));
    const all = words(root.querySelector('.list'));
    expect(all).toContain('The list did not load');
    expect(all).toContain('There may be referrals waiting.');
    expect(words(find(root, '.head__total'))).toBe('Count not known');
    expect(all).not.toContain('0 referrals');
    expect(all).not.toContain('empty list');
  });

  it('keeps the rows of before with their age, and opens none of them', async () => {
    let asked = 0;
    const openRow = async (): Promise<void> => void (asked += 1);
    const { widget, root } = await show(stillList({ ...before, load: failed, isStale: true }), {
      session: { openRow },
    });
    expect(words(root.querySelector('.stale-words'))).toBe(
      'Showing the list from 13:10 today. It is 1 hour 22 minutes old. You cannot act on it until it reloads.',
    );
    expect(words(find(root, '.head__total'))).toBe('Count not known');
    find(root, `[data-open="${ubrnOf(0)}"]`).click();
    await settled(widget);
    expect(asked).toBe(0);
    expect(said(root)).toContain('This list is old');
  });

  it('tells the host why, once, and names no patient to it', async () => {
    const flow = stillList(before);
    const { widget } = await show(flow);
    const heard: unknown[] = [];
    widget.addEventListener('ers-problem', ({ detail }) => heard.push(detail));
    flow.become({ load: failed, isStale: true });
    await settled(widget);
    flow.become({ patients: new Map() });
    await settled(widget);
    expect(heard).toEqual([{ reason: 'timed-out' }]);
  });

  it('is told as too large only where that is so, and as likely where it is likely', async () => {
    const tooLarge = { status: 'too-large', problem: timedOut, at: at('11-23T14:32') } as const;
    const certain = await show(stillList({ load: { ...tooLarge, isCertain: true } }));
    expect(words(certain.root)).toContain('This list is too large to load');
    const likely = await show(stillList({ load: { ...tooLarge, isCertain: false } }));
    expect(words(likely.root)).toContain('most likely because it is too large');
  });
});

describe('a list that e-RS has answered with nothing', () => {
  it('says that it is the whole list', async () => {
    const { root } = await show(stillList(loadedState('REFERRALS_FOR_REVIEW', [])));
    expect(words(root)).toContain(
      'There is nothing to review e-RS answered at 14:32 with an empty list. Not filtered: this is the whole list.',
    );
    expect(words(find(root, '.head__total'))).toBe('0 referrals');
  });

  it('names the filters, and a press clears them and loads', async () => {
    const done: string[] = [];
    const flow = stillList(
      loadedState('REFERRALS_FOR_REVIEW', [], { filter: { specialty: 'RHEUMATOLOGY' } }),
      {
        clearFilter: () => void done.push('clear'),
        load: async () => void done.push('load'),
      },
    );
    const { root } = await show(flow);
    expect(words(root)).toContain('specialty is RHEUMATOLOGY. Other specialties are hidden.');
    button(root, 'Clear filters and load').click();
    expect(done).toEqual(['clear', 'load']);
  });
});

describe('what differs since the last load', () => {
  it('is counted in words, and marked in its row', async () => {
    const since = {
      at: at('11-23T13:10'),
      marks: new Map([
        [ubrnOf(0), { kind: 'new' } as const],
        [ubrnOf(1), { kind: 'changed', what: ['clinical-information'] } as const],
      ]),
      gone: [reviewRow(40)],
    };
    const { root } = await show(stillList(loadedState('REFERRALS_FOR_REVIEW', rows, { since })));
    expect(words(root.querySelector('.news__counts'))).toBe(
      'Since your last load at 13:10: 1 new, 1 letter changed, 1 no longer on the list.',
    );
    expect(words(root.querySelector(`[data-row="${ubrnOf(1)}"] .c-mark .cell`))).toBe(
      'Changed letter',
    );
  });
});

describe('what was decided here', () => {
  it('stays in its row with the time', async () => {
    const finished = new Map([[ubrnOf(0), { action: 'accept-referral', at: at('11-23T14:36') }]]);
    const { root } = await show(stillList({ ...before, finished }));
    expect(words(root.querySelector(`[data-row="${ubrnOf(0)}"] .c-mark .cell`))).toBe(
      'Accepted 14:36',
    );
  });
});

describe('the session around it', () => {
  it('a change of patient takes every row off the screen, and the list is never disposed of', async () => {
    const flow = stillList(before);
    const { widget, root } = await show(flow);
    expect(drawn(root).length).toBeGreaterThan(0);
    widget.blank();
    expect(drawn(root)).toEqual([]);
    expect(words(root)).not.toContain('999');
    expect(flow.disposed).toBe(false);
  });

  it('while a record is open it shows nothing', async () => {
    const { widget, root } = await show(stillList(before));
    widget.session = { status: 'waiting' };
    await settled(widget);
    expect(words(root)).toBe('');
  });

  it('a list that comes after the session has changed is not shown', async () => {
    const flow = stillList(before);
    let come: (given: typeof flow) => void = () => undefined;
    const worklist = () => new Promise<typeof flow>((resolve) => (come = resolve));
    const { widget, root } = await show(flow, { session: { worklist } });
    widget.session = { status: 'waiting' };
    await settled(widget);
    come(flow);
    await settled(widget);
    expect(words(root)).toBe('');
  });

  it('another role has other lists, and one that is not offered is not shown', async () => {
    const chosen: string[] = [];
    const flow = stillList({}, { choose: (list) => void chosen.push(list) });
    await show(flow, { session: { can: (action) => action === 'see-referrer-worklist' } });
    expect(chosen).toEqual(['REJECTED_TRIAGE_RESPONSE']);
  });

  it('a role without lists is told the way round, and the list is not asked for', async () => {
    const worklist = () => Promise.reject(new Error('It was asked for.'));
    const { root } = await show(stillList(), { session: { can: () => false, worklist } });
    expect(words(root)).toContain('There is no list for your role here');
    expect(words(root)).toContain('Use the worklists of the e-RS application.');
  });

  it('lists that did not start can be asked for again', async () => {
    let asked = 0;
    const flow = stillList(before);
    const worklist = () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('Not loaded.')) : Promise.resolve(flow);
    };
    const { widget, root } = await show(flow, { session: { worklist } });
    button(root, 'Try again').click();
    await settled(widget);
    expect(drawn(root).length).toBeGreaterThan(0);
  });

  it('with its e-RS session gone it says why nothing can be loaded', async () => {
    let loads = 0;
    const { widget, root } = await show(stillList(before, { load: async () => void (loads += 1) }));
    widget.sessionEnded = true;
    await settled(widget);
    button(root, 'Load list').click();
    expect(loads).toBe(0);
    expect(words(root)).toContain('Not available until you have signed in again.');
  });
});

describe('filters', () => {
  it('are those found in the rows, those of the host, and a code that is typed', async () => {
    const changes: unknown[] = [];
    let loads = 0;
    const flow = stillList(before, {
      changeFilter: (change) => void changes.push(change),
      load: async () => void (loads += 1),
    });
    const { widget, root } = await show(flow);
    widget.choices = { locations: [{ code: 'RWX01', name: 'Wexcombe General Hospital' }] };
    await settled(widget);
    const options = (id: string) =>
      [...find(root, id).querySelectorAll('option')].map((option) => words(option));
    expect(options('#filter-serviceId')).toContain('Early arthritis clinic');
    expect(options('#filter-location')).toContain('Wexcombe General Hospital');
    const service = find(root, '#filter-serviceId') as HTMLSelectElement;
    service.value = 'type';
    service.dispatchEvent(new Event('change'));
    await settled(widget);
    const code = find(root, '#code-serviceId') as HTMLInputElement;
    expect(root.activeElement).toBe(code);
    code.value = 'abc';
    code.dispatchEvent(new Event('input'));
    button(root, 'Load list').click();
    await settled(widget);
    expect(loads).toBe(0);
    expect(words(root)).toContain('Type the number that e-RS gives the service, in digits');
    code.value = '2007';
    code.dispatchEvent(new Event('input'));
    button(root, 'Load list').click();
    expect(changes.at(-1)).toEqual({ serviceId: '2007' });
    expect(loads).toBe(1);
  });

  it('keep a value on offer that the filtered list itself would hide', async () => {
    const flow = stillList(before);
    const { widget, root } = await show(flow);
    flow.become(
      loadedState('REFERRALS_FOR_REVIEW', rows.slice(0, 1), { filter: { serviceId: '201' } }),
    );
    await settled(widget);
    const options = [...find(root, '#filter-serviceId').querySelectorAll('option')];
    expect(options.map((option) => words(option))).toContain('Early arthritis clinic');
  });
});
