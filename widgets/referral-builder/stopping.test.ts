import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { SceneParts } from './fake-flow.ts';
import type { ErsReferralBuilder } from './referral-builder.ts';
import { at, criteria, draft, lettersState, referral, UBRN } from './sample-states.ts';
import { find, focused, settled, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

const said = (root: ShadowRoot): string =>
  root.querySelector('[role=status].ui-hidden')?.textContent.trim() ?? '';

async function press(builder: ErsReferralBuilder, element: HTMLElement): Promise<void> {
  element.focus();
  await userEvent.keyboard('{Enter}');
  await settled(builder);
}

const stopId = (what: string): string => `#ers-stop-${what.toLowerCase().replaceAll(' ', '-')}`;

type Shown = Awaited<ReturnType<typeof show>>['flow'];

/** What is under way, what a stop makes of it, and where the focus goes. */
const reads: [string, SceneParts, (flow: Shown) => void, string][] = [
  [
    'reading the e-RS lists',
    { find: { lists: { status: 'loading', since: at('09:46:57') } } },
    ({ find: search }) => search.become({ lists: { status: 'stopped' } }),
    'Read the lists again',
  ],
  [
    'finding the clinical term',
    {
      find: {
        draft: { ...draft, findBy: 'clinical-term' },
        lookUp: { status: 'looking', field: 'clinicalTerm' },
      },
    },
    ({ find: search }) => search.become({ lookUp: { status: 'idle' } }),
    'Find clinical term',
  ],
  [
    'the search',
    { find: { draft, search: { status: 'searching', criteria, since: at('09:46:57') } } },
    ({ find: search }) => search.become({ search: { status: 'untouched' }, searchStopped: true }),
    'You stopped the search',
  ],
  [
    'opening the referral',
    { refer: { opened: { status: 'opening', ubrn: UBRN, since: at('09:46:57') } } },
    (flow) => flow.become({ opened: { status: 'stopped', ubrn: UBRN } }),
    'You stopped opening referral 0000 4928 3317',
  ],
  [
    'getting the letter',
    {
      refer: { step: 'letters', opened: { status: 'open', referral, at: at('09:46:40') } },
      letters: lettersState,
      patientLetter: { status: 'fetching', since: at('09:46:57') },
    },
    ({ patientLetter }) => patientLetter?.become({ status: 'available', isStopped: true }),
    'Print the patient letter',
  ],
  [
    'reading the list of documents',
    {
      refer: { step: 'letters', opened: { status: 'open', referral, at: at('09:46:40') } },
      letters: { ...lettersState, documents: 'loading' },
    },
    ({ letters }) => letters?.become({ documents: 'stopped' }),
    'Read the list again',
  ],
];

describe('F24, P13: a read that is stopped by its button', () => {
  it.each(reads)('%s: says so, with the focus on the way on', async (...read) => {
    const [what, parts, end, way] = read;
    const scene = await show(stoppable(parts, () => end(scene.flow)));
    const { builder, root } = scene;
    await press(builder, find(root, stopId(what)));
    expect(focused(root)).toBe(way);
    expect(way.startsWith('You stopped') || said(root) === `You stopped ${what}`).toBe(true);
    expect(root.querySelector(stopId(what))).toBeNull();
  });
});

/** Whatever the flow is told to stop. */
function stoppable(parts: SceneParts, end: () => void): SceneParts {
  return {
    ...parts,
    actions: { stopOpening: end },
    findActions: { stopLists: end, stopSearch: end, lookUp: async () => end() },
    letterActions: { stopDocuments: end },
    patientLetterActions: { stop: end },
  };
}

describe('F24: what was stopped', () => {
  it.each<[string, SceneParts, string]>([
    ['lists', { find: { lists: { status: 'stopped' } } }, '#read-lists'],
    ['a search', { find: { draft, searchStopped: true } }, '#search-stale'],
    [
      'a list of documents',
      { refer: { step: 'letters' }, letters: { ...lettersState, documents: 'stopped' } },
      '#list-documents',
    ],
    [
      'a list of documents that failed',
      { refer: { step: 'letters' }, letters: { ...lettersState, documents: 'failed' } },
      '#list-documents',
    ],
  ])('is asked for again by its button: %s', async (_what, parts, selector) => {
    const ask = vi.fn(() => Promise.resolve());
    const { root } = await show({
      ...parts,
      findActions: { loadLists: ask, search: ask },
      letterActions: { listDocuments: ask },
    });
    find(root, selector).click();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('of a referral that was read before is shown as of then, to read and no more', async () => {
    const { root } = await show({
      refer: {
        step: 'record',
        opened: { status: 'stopped', ubrn: UBRN, lastRead: { referral, at: at('09:40:00') } },
      },
    });
    const words = find(root, '.record').textContent.replace(/\s+/g, ' ');
    expect(words).toContain('You stopped opening referral 0000 4928 3317');
    expect(words).toContain('As e-RS had it Fri 16-Oct-2026 10:40 BST');
    expect(words).toContain('nothing can be done with it here until it is opened again');
    expect(root.querySelector('#to-book')).toBeNull();
  });
});
