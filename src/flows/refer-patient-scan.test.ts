import { describe, expect, it } from 'vitest';
import type { Letter } from '../domain/letter.ts';
import type { Referral } from '../domain/referral.ts';
import { failing, fakePorts, linked, pending, timesAsked } from './testing/fake-ports.ts';
import { problem, referral, UBRN } from './testing/fake-records.ts';
import { started } from './testing/fake-referring.ts';

const FIVE_MINUTES = 5 * 60_000;

function scanned(availability: Letter['availability']): Referral {
  const { letters } = linked(['Binary/1']);
  return referral({ letters: letters.map((letter) => ({ ...letter, availability })) });
}

async function opened(availability: Letter['availability']) {
  const ports = fakePorts();
  ports.answers.retrieveReferral = async () => scanned(availability);
  const { flow } = await started(ports);
  await flow.actions.open(UBRN);
  ports.happened.length = 0;
  return { ports, flow };
}

/** As e-RS told it last. */
function shown({ state }: Awaited<ReturnType<typeof opened>>['flow']) {
  return state.opened.status === 'open'
    ? state.opened.referral.letters[0]?.availability
    : undefined;
}

describe('F29: a file that is being scanned', () => {
  it('is read again after 5 minutes and no earlier, and then shown as it is', async () => {
    const { ports, flow } = await opened('PENDING');
    ports.answers.retrieveReferral = async () => scanned('AVAILABLE');
    await ports.clock.advance(FIVE_MINUTES - 1);
    await flow.actions.lookAtScan();
    expect(ports.happened).toEqual([]);
    await ports.clock.advance(1);
    await flow.actions.lookAtScan();
    expect(ports.happened).toEqual(['retrieveReferral']);
    expect(shown(flow)).toBe('AVAILABLE');
    expect(flow.letters?.state.letters[0]?.letter.availability).toBe('AVAILABLE');
  });

  it('is asked for once while the answer is on its way', async () => {
    const { ports, flow } = await opened('PENDING');
    const answer = pending<Referral>();
    ports.answers.retrieveReferral = () => answer.promise;
    await ports.clock.advance(FIVE_MINUTES);
    const first = flow.actions.lookAtScan();
    await flow.actions.lookAtScan();
    answer.answer(scanned('PENDING'));
    await first;
    await flow.actions.lookAtScan();
    expect(timesAsked(ports, 'retrieveReferral')).toBe(1);
  });

  it('stays as it was when it cannot be read, with the time of the try, for 5 minutes more', async () => {
    const { ports, flow } = await opened('PENDING');
    const { opened: before } = flow.state;
    ports.answers.retrieveReferral = failing(problem('ers-unavailable'));
    await ports.clock.advance(FIVE_MINUTES);
    await flow.actions.lookAtScan();
    expect(flow.state.opened).toBe(before);
    expect(flow.state.scanTriedAt).toBe(ports.clock.now());
    ports.answers.retrieveReferral = async () => scanned('THREATS_FOUND');
    await ports.clock.advance(FIVE_MINUTES - 1);
    await flow.actions.lookAtScan();
    expect(shown(flow)).toBe('PENDING');
    await ports.clock.advance(1);
    await flow.actions.lookAtScan();
    expect(shown(flow)).toBe('THREATS_FOUND');
  });

  it('is not read while another step is open', async () => {
    const { ports, flow } = await opened('PENDING');
    await ports.clock.advance(FIVE_MINUTES);
    flow.actions.goTo('find');
    await flow.actions.lookAtScan();
    expect(ports.happened).toEqual([]);
    flow.actions.goTo('letters');
    await flow.actions.lookAtScan();
    expect(ports.happened).toEqual(['retrieveReferral']);
  });

  it('keeps the ticks of the user when it is read again', async () => {
    const { ports, flow } = await opened('PENDING');
    ports.answers.retrieveReferral = async () => scanned('AVAILABLE');
    flow.letters?.actions.keep('Binary/1', false);
    await ports.clock.advance(FIVE_MINUTES);
    await flow.actions.lookAtScan();
    expect(flow.letters?.state.letters).toMatchObject([
      { keep: false, letter: { availability: 'AVAILABLE' } },
    ]);
  });

  it('is not read over what was written while the answer was on its way', async () => {
    const { ports, flow } = await opened('PENDING');
    const answer = pending<Referral>();
    ports.answers.retrieveReferral = () => answer.promise;
    await ports.clock.advance(FIVE_MINUTES);
    const looking = flow.actions.lookAtScan();
    await flow.letters?.actions.add([new File(['%PDF'], 'new.pdf', { type: 'application/pdf' })]);
    await flow.letters?.actions.attach();
    const { opened: written } = flow.state;
    answer.answer(scanned('AVAILABLE'));
    await looking;
    expect(flow.state.opened).toBe(written);
  });

  it('is of no interest once the patient was left', async () => {
    const { ports, flow } = await opened('PENDING');
    const answer = pending<Referral>();
    ports.answers.retrieveReferral = () => answer.promise;
    await ports.clock.advance(FIVE_MINUTES);
    const looking = flow.actions.lookAtScan();
    const { opened: before } = flow.state;
    flow.dispose();
    answer.answer(scanned('AVAILABLE'));
    await looking;
    expect(flow.state.opened).toBe(before);
  });

  it.each(['AVAILABLE', 'THREATS_FOUND', 'VALIDATION_FAILED'] as const)(
    'that is %s is not read again: that is final',
    async (availability) => {
      const { ports, flow } = await opened(availability);
      await ports.clock.advance(12 * FIVE_MINUTES);
      await flow.actions.lookAtScan();
      expect(ports.happened).toEqual([]);
    },
  );
});
