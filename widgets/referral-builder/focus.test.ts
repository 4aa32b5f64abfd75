import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { SceneParts } from './fake-flow.ts';
import {
  at,
  booked,
  criteria,
  eastgate,
  file,
  foundState,
  harbour,
  lettersState,
  northmoor,
  problem,
  referral,
  shortlisted,
} from './sample-states.ts';
import { find, focused, settled, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

const letter = { name: 'Patient letter.pdf', bytes: new Blob(['%PDF']) };
const lettersStep: SceneParts = {
  refer: { step: 'letters', opened: { status: 'open', referral, at: at('09:42:00') } },
  letters: lettersState,
  patientLetter: { status: 'available' },
};

function heard(root: ShadowRoot): string {
  return find(root, '[role=status].ui-hidden').textContent.trim();
}

describe('the patient letter', () => {
  it('keeps the focus while it is fetched, hands it to the link, and is announced', async () => {
    const { flow, builder, root } = await show({
      ...lettersStep,
      patientLetterActions: {
        fetch: async () =>
          flow.patientLetter?.become({ status: 'fetching', since: at('09:47:00') }),
      },
    });
    find(root, '#print-patient-letter').focus();
    await userEvent.keyboard('{Enter}');
    await settled(builder);
    expect(focused(root)).toBe('Getting the letter…');
    flow.patientLetter?.become({ status: 'ready', file: letter, at: at('09:47:01') });
    await settled(builder);
    expect(root.activeElement?.id).toBe('open-patient-letter');
    expect(heard(root)).toBe('The patient letter is ready');
  });

  it('hands the focus to what went wrong', async () => {
    const { flow, builder, root } = await show(lettersStep);
    find(root, '#print-patient-letter').focus();
    flow.patientLetter?.become({ status: 'fetching', since: at('09:47:00') });
    await settled(builder);
    flow.patientLetter?.become({ status: 'failed', problem: problem('ers-failed') });
    await settled(builder);
    expect(root.activeElement?.closest('.patient-letter')).not.toBeNull();
    expect(root.activeElement?.matches('[data-focus-heading]')).toBe(true);
  });

  it('leaves the focus with a user who went on to the files', async () => {
    const { flow, builder, root } = await show(lettersStep);
    flow.patientLetter?.become({ status: 'fetching', since: at('09:47:00') });
    await settled(builder);
    find(root, '#choose-files').focus();
    flow.patientLetter?.become({ status: 'ready', file: letter, at: at('09:47:01') });
    await settled(builder);
    expect(root.activeElement?.id).toBe('choose-files');
  });

  it('keeps the focus on the button that filed it, and says what came of it', async () => {
    const ready = { status: 'ready', file: letter, at: at('09:47:01') } as const;
    const { flow, builder, root } = await show({ ...lettersStep, patientLetter: ready });
    find(root, '#file-patient-letter').focus();
    for (const filed of ['asking', { status: 'accepted' }] as const) {
      flow.patientLetter?.become({ ...ready, filed });
      await settled(builder);
    }
    expect(root.activeElement?.id).toBe('file-patient-letter');
    expect(heard(root)).toBe('Filed in the record.');
    expect(find(root, '#file-patient-letter-why').textContent).toBe('Filed in the record.');
  });
});

describe('the focus on a change of what is shown', () => {
  const record: SceneParts = {
    refer: { step: 'record', opened: { status: 'open', referral: booked, at: at('09:42:00') } },
  };

  it('goes to the first heading of a new referral, at the top of the widget', async () => {
    const { flow, builder, root } = await show({
      ...record,
      actions: { startAgain: () => flow.become({ step: 'find', opened: { status: 'closed' } }) },
    });
    builder.style.marginBottom = '200vh';
    const again = find(root, '#start-again');
    again.scrollIntoView({ block: 'start' });
    expect(builder.getBoundingClientRect().top).toBeLessThan(0);
    again.focus();
    await userEvent.keyboard('{Enter}');
    await settled(builder);
    expect(focused(root)).toBe('Search for services');
    expect(builder.getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  });

  it('goes to the first heading when the host takes the UBRN away', async () => {
    const { flow, builder, root } = await show({
      ...record,
      actions: { goTo: (step) => flow.become({ step, opened: { status: 'closed' } }) },
    });
    builder.ubrn = '000049283317';
    await settled(builder);
    find(root, '#to-letters').focus();
    builder.ubrn = undefined;
    await settled(builder);
    await settled(builder);
    expect(focused(root)).toBe('Search for services');
  });

  it('never stays with what is gone', async () => {
    const { flow, builder, root } = await show({
      refer: { resumed: { savedAt: at('08:43:00') } },
      actions: { discardDraft: async () => flow.become({ resumed: undefined }) },
    });
    find(root, '#ers-discard-the-draft').focus();
    await userEvent.keyboard('{Enter}');
    await settled(builder);
    expect(focused(root)).toBe('Search for services');
  });

  it('goes to why a UBRN was not opened where a create is found out about', async () => {
    const { flow, builder, root } = await show({
      refer: { step: 'check' },
      create: {
        phase: {
          status: 'unknown',
          intentId: 'a',
          problem: problem('no-answer'),
          sentAt: at('09:42:00'),
        },
      },
    });
    find(root, '#open-referral').focus();
    const { ubrn } = referral;
    flow.become({ opened: { status: 'failed', ubrn, problem: problem('not-found') } });
    await settled(builder);
    expect(focused(root)).toBe('e-RS has no referral with this UBRN');
  });

  it('is not taken from a field of the host', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    const { flow, builder } = await show(record);
    field.focus();
    flow.become({ step: 'find' });
    await settled(builder);
    expect(document.activeElement).toBe(field);
  });

  it('goes to the heading of the shortlist when its last service is removed', async () => {
    const { flow, builder, root } = await show({
      find: { ...foundState, shortlist: [northmoor] },
      findActions: { toggle: () => flow.find.become({ shortlist: [] }) },
    });
    find(root, `#tray-remove-${northmoor.id}`).focus();
    await userEvent.keyboard('{Enter}');
    await settled(builder);
    expect(root.activeElement?.id).toBe('shortlist-heading');
  });

  it('stays on the order while the list is read anew in it', async () => {
    const { flow, builder, root } = await show({
      find: foundState,
      findActions: {
        async sortBy() {
          flow.find.become({ search: { status: 'searching', criteria, since: at('09:47:00') } });
          await settled(builder);
          expect(root.activeElement?.id).toBe('sortBy');
          flow.find.become({
            search: {
              status: 'found',
              criteria,
              services: [eastgate, harbour],
              at: at('09:47:02'),
            },
          });
        },
      },
    });
    find(root, '#sortBy').focus();
    await userEvent.selectOptions(find(root, '#sortBy'), 'Distance');
    await settled(builder);
    await vi.waitFor(() => expect(heard(root)).toBe('2 services found'));
    expect(root.activeElement?.id).toBe('sortBy');
  });

  it('goes to the conflict, not to the news of the created referral', async () => {
    const { flow, builder, root } = await show({
      ...lettersStep,
      create: { phase: { status: 'created', referral, at: at('09:42:00') } },
      letters: {
        ...lettersState,
        files: [file('a.pdf', { status: 'uploaded', url: 'Binary/a', at: at('09:43:00') })],
      },
    });
    find(root, '#attach').focus();
    flow.letters?.become({ phase: { status: 'attaching', since: at('09:47:00') } });
    await settled(builder);
    flow.letters?.become({
      phase: { status: 'changed', problem: problem('referral-changed'), before: [], now: [] },
    });
    await settled(builder);
    expect(focused(root)).toBe('This referral has a newer version. Nothing was attached');
    expect(root.textContent).toContain('its files are the same as before');
    expect(root.textContent).not.toContain('Look at what');
  });
});

describe('what is said to a screen reader', () => {
  it('goes with the next change that says nothing', async () => {
    const { flow, builder, root } = await show({ find: shortlisted });
    flow.find.become({ stale: true });
    await settled(builder);
    expect(heard(root)).toBe('Your search has changed. Search again');
    flow.find.become({ search: { status: 'failed', criteria, problem: problem('ers-failed') } });
    flow.find.become({ stale: false });
    await settled(builder);
    expect(heard(root)).toBe('');
  });

  it('of a search goes with the step, and is no news on the way back', async () => {
    const { flow, builder, root } = await show({ find: shortlisted });
    const search = { status: 'found', criteria, services: [eastgate], at: at('09:47:02') } as const;
    flow.find.become({ search });
    await settled(builder);
    expect(heard(root)).toBe('1 service found');
    flow.become({ step: 'check' });
    await settled(builder);
    expect(heard(root)).toBe('');
    flow.find.become({ search: { ...search, at: at('09:48:00') } });
    await settled(builder);
    expect(heard(root)).toBe('');
    flow.become({ step: 'find' });
    await settled(builder);
    expect(heard(root)).toBe('');
  });

  it('of what was left earlier is its title, when it comes', async () => {
    const { flow, builder, root } = await show();
    flow.become({
      madeEarlier: [{ ubrn: referral.ubrn, sentAt: at('08:40:00'), letterDue: true }],
      resumed: { savedAt: at('08:43:00') },
    });
    await settled(builder);
    expect(heard(root)).toBe(
      'A referral for this patient was made here already. Letter missing. We kept your unfinished referral',
    );
  });

  it('of a move on the shortlist goes when a service is ticked', async () => {
    const { flow, builder, root } = await show({
      find: shortlisted,
      findActions: { move: () => flow.find.become({ shortlist: [eastgate, northmoor, harbour] }) },
    });
    find(root, `#tray-up-${eastgate.id}`).click();
    await settled(builder);
    expect(heard(root)).toContain('is now first of 3');
    flow.find.become({ shortlist: [eastgate, northmoor] });
    await settled(builder);
    expect(heard(root)).toBe('');
  });

  it('of a refused file says why', async () => {
    const { flow, builder, root } = await show(lettersStep);
    flow.letters?.become({
      files: [file('Whole record.pdf', { status: 'refused', reason: 'file-too-big' })],
    });
    await settled(builder);
    expect(heard(root)).toBe(
      'Whole record.pdf: not taken. Too big: the limit is 5 MB. Save it as a smaller file.',
    );
  });
});
