import { failed, notOffered, passed, unless, within, type Check } from '../check.ts';

const PDF = {
  name: 'Patient letter.pdf',
  bytes: new Blob(['%PDF-1.4'], { type: 'application/pdf' }),
};
const STATUSES = ['accepted', 'queued', 'rejected', 'unsupported'];
const LETTER = { ubrn: '000000000000' as never, kind: 'patient-letter', file: PDF } as const;

const filed: Check = {
  id: 'write-back',
  must: 'Filing a letter ends with one of the four results.',
  because: 'The user is told whether the letter is in the record.',
  async run({ session }) {
    if (!session.writeBack)
      return notOffered('The host has no writeBack: letters can be saved by hand.');
    const { status } = await within(10_000, session.writeBack(LETTER));
    return unless(
      !STATUSES.includes(status) && 'The result is none of the four.',
      `It said ${status}.`,
    );
  },
};

const refused: Check = {
  id: 'write-back-refused',
  must: 'A letter that the host does not take is said to be rejected, not lost.',
  because: 'Failure to file must not look like failure to refer, nor like success.',
  async run(bench) {
    const { session } = bench;
    if (!session.writeBack) return notOffered('The host has no writeBack.');
    await bench.drive('refuse-write-back');
    try {
      const { status } = await within(10_000, session.writeBack(LETTER));
      return unless(
        !/^(rejected|unsupported)$/.test(status) && `It said ${status} all the same.`,
        `It said ${status}.`,
      );
    } catch {
      return failed('It threw instead of saying that it was rejected.');
    }
  },
};

const drafts: Check = {
  id: 'drafts-apart',
  must: 'A draft comes back to its own patient and user, and to nobody else.',
  because: 'What was typed for one patient must never show under another.',
  async run({ session, harness }) {
    const { draftStore } = session;
    if (!draftStore) return notOffered('The host keeps no drafts.');
    const { user } = session.getContext();
    const [one, other] = harness.patients.map(({ nhsNumber }) => ({
      userId: user.id,
      patient: nhsNumber.replaceAll(' ', '') as never,
      flow: 'conformance',
    })) as [never, never];
    const draft = { savedAt: new Date().toISOString() as never, content: { text: 'é ✓ <b>' } };
    await draftStore.save(one, draft);
    const [mine, theirs] = [await draftStore.load(one), await draftStore.load(other)];
    await draftStore.discard(one);
    const left = await draftStore.load(one);
    const wrong = [
      JSON.stringify(mine) !== JSON.stringify(draft) && 'it came back changed or not at all',
      theirs && 'the other patient has it too',
      left && 'it was still there after it was discarded',
    ].filter(Boolean);
    return unless(wrong.join('; '), 'It did, and was gone once discarded.');
  },
};

const key: Check = {
  id: 'storage-key',
  must: 'The key for what is kept on this computer cannot be read out.',
  because: 'Who can read the key can read every draft on the disk.',
  async run({ session }) {
    if (!session.storageKey) return notOffered('The host gives no key: nothing outlives the page.');
    const given = await within(10_000, session.storageKey());
    const wrong = [
      given.extractable && 'it is extractable',
      given.algorithm.name !== 'HKDF' && 'it is no HKDF key',
      !given.usages.includes('deriveKey') && 'it lacks the usage deriveKey',
    ].filter(Boolean);
    return wrong.length > 0
      ? failed(wrong.join('; '))
      : passed('It is an HKDF key that stays inside.');
  },
};

export const keepingChecks: readonly Check[] = [filed, refused, drafts, key];
