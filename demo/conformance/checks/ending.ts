import { failed, passed, unless, within, type Check } from '../check.ts';

const WHYS = ['logout', 'expired', 'disconnected', 'card-removed'];

const left: Check = {
  id: 'disconnect-silent',
  must: 'After disconnect nothing is told any more.',
  because: 'Widgets that have left must not act on another patient.',
  async run(bench) {
    const session = await bench.relaunch();
    let told = 0;
    session.onContextChange(() => {
      told += 1;
      return { status: 'accepted' };
    });
    session.disconnect();
    await bench.drive('open-second');
    await bench.drive('open-first');
    return told === 0 ? passed('Nothing was.') : failed(`It was told ${told} times.`);
  },
};

const loggedOut: Check = {
  id: 'log-out-told',
  must: 'Logging out is told at once, with its reason.',
  because: 'The next person at the computer must see nothing of the patient.',
  async run(bench) {
    const session = await bench.relaunch();
    const heard = new Promise<string>((resolve) => void session.onSessionEnd(resolve));
    await bench.drive('log-out');
    try {
      const why = await within(1_000, heard);
      return unless(!WHYS.includes(why) && `Its reason was ${why}.`, `It was told: ${why}.`);
    } catch {
      return failed('Nobody was told within a second.');
    }
  },
};

/** Last, as they end what the others need. */
export const endingChecks: readonly Check[] = [left, loggedOut];
