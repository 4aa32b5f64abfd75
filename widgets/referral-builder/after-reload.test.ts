import { afterEach, describe, expect, it } from 'vitest';
import type { CreatedReferral } from '../../src/journal/ports.ts';
import type { fakeSession, SceneParts } from './fake-flow.ts';
import { at, draft, file, intent, lettersState, problem, referral, UBRN } from './sample-states.ts';
import { lostScene } from './sample-lost.ts';
import { find, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

const okafor = { sdsUserId: '555021854777', name: 'OKAFOR, Ngozi (Dr)' };
const other = { sdsUserId: '555021854888', name: 'PRYCE, Owain (Dr)' };
const admin: Parameters<typeof fakeSession>[1] = {
  role: { businessFunction: 'REFERRING_CLINICIAN_ADMIN', organisation: { odsCode: 'A81001' } },
};
const opened = { status: 'open', referral, at: at('09:46:00') } as const;

/** The page was loaded again: it knows of the create by the journal alone. */
function letters(made: Partial<CreatedReferral> = {}, change: SceneParts = {}): SceneParts {
  return {
    refer: {
      step: 'letters',
      opened,
      madeEarlier: [{ ubrn: UBRN, sentAt: at('08:40:00'), letterDue: true, ...made }],
      ...change.refer,
    },
    letters: { ...lettersState, ...change.letters },
    isLetterDue: change.isLetterDue ?? true,
    create: change.create,
  };
}

async function words(
  parts: SceneParts,
  selector: string,
  session: Parameters<typeof fakeSession>[1] = admin,
): Promise<string> {
  const { root } = await show(parts, session);
  return find(root, selector).textContent.replace(/\s+/g, ' ');
}

const MISSING = 'Referral made. Letter missing: attach now';

describe('a missing letter, once the page was loaded again', () => {
  it('is told above the files, with no word of files that are gone', async () => {
    const said = await words(letters(), '.frame');
    expect(said).toContain(
      `${MISSING} Referral 0000 4928 3317 is in e-RS, but no letter is attached to it. Do not create the referral again.`,
    );
    expect(said).not.toContain('Your files are still here');
  });

  it('is told with the files that are still there', async () => {
    const uploaded = file('ECG.pdf', { status: 'uploaded', url: 'Binary/1', at: at('09:43:00') });
    const said = await words(
      letters({}, { letters: { ...lettersState, files: [uploaded] } }),
      '.frame',
    );
    expect(said).toContain(MISSING);
    expect(said).toContain('Your files are still here. Do not create');
  });

  it.each<[why: string, parts: SceneParts]>([
    ['none is due', letters({}, { isLetterDue: false })],
    [
      'the create of this page says it',
      letters({}, { create: { phase: { status: 'created', referral, at: at('09:42:00') } } }),
    ],
    [
      'a set of files may be attached by now',
      letters(
        {},
        {
          refer: {
            leftUnderWay: [
              intent('attach-letters', { state: 'unknown', problem: problem('timed-out') }),
            ],
          },
        },
      ),
    ],
  ])('is not told where %s', async (_why, parts) => {
    expect(await words(parts, '.frame')).not.toContain(MISSING);
  });
});

describe('the referring clinician, once the page was loaded again', () => {
  it('of a referral that was made from here is in the band', async () => {
    const said = await words(letters({ referrer: okafor }), '.ui-patient');
    expect(said).toContain('Referring clinician OKAFOR, Ngozi (Dr)');
  });

  it('is in the strip where the host shows the patient', async () => {
    const host = { ...admin, banner: 'host' } as const;
    const said = await words(letters({ referrer: okafor }), '.strip', host);
    expect(said).toContain('Referring clinician OKAFOR, Ngozi (Dr)');
  });

  it('is not named where it is not known', async () => {
    expect(await words(letters(), '.ui-patient')).not.toContain('Referring clinician');
  });

  it('of a create in doubt is who was sent, not who has been chosen since', async () => {
    const parts = lostScene({ status: 'ask-person' });
    const scene: SceneParts = {
      ...parts,
      find: { ...parts.find, draft: { ...draft, referringClinician: other } },
    };
    const said = await words(scene, '.frame');
    expect(said.match(/Referring clinician OKAFOR, Ngozi \(Dr\)/g)).toHaveLength(2);
    expect(said).not.toContain('PRYCE');
  });

  it('of a create in doubt that another page sent is not guessed', async () => {
    const parts = lostScene({ status: 'ask-person' });
    const [lost] = parts.lost ?? [];
    const sent = { ...lost!.intent, referrerId: undefined, referrerName: undefined };
    const scene: SceneParts = {
      ...parts,
      find: { ...parts.find, draft: { ...draft, referringClinician: other } },
      create: { phase: { status: 'blocked', intents: [sent] } },
      lost: [{ ...lost!, intent: sent }],
    };
    expect(await words(scene, '.frame')).not.toContain('Referring clinician');
  });

  it('of two creates in doubt for two clinicians is neither', async () => {
    const sent = [okafor, other].map(({ sdsUserId }) =>
      intent('create-referral', { state: 'sending' }, { id: sdsUserId, referrerId: sdsUserId }),
    );
    const scene: SceneParts = {
      refer: { step: 'check' },
      create: { phase: { status: 'blocked', intents: sent } },
    };
    expect(await words(scene, '.ui-patient')).not.toContain('Referring clinician');
  });
});
