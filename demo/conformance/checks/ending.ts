import type { HostSession, SessionEnd } from '../../../entries/host.ts';
import { failed, passed, unless, within, type Check } from '../check.ts';

const WHYS = ['logout', 'expired', 'disconnected', 'card-removed'];

/** Before the widgets: it needs a host where somebody is logged in. */
export const disconnects: Check = {
  id: 'disconnect-silent',
  must: 'After disconnect nothing is told any more.',
  because: 'Widgets that have left must not act on another patient.',
  changesPatient: true,
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

const endOf = (session: HostSession): Promise<SessionEnd> =>
  new Promise((resolve) => void session.onSessionEnd(resolve));

/** Last: it ends what the others need. */
export const logsOut: Check = {
  id: 'log-out-told',
  must: 'Logging out is told at once, with its reason.',
  because: 'The next person at the computer must see nothing of the patient.',
  async run(bench) {
    // The only launch may have been logged out already, with the widgets on the page.
    const heard = bench.harness.oneLaunch ? bench.ended : endOf(await bench.relaunch());
    await bench.drive('log-out');
    try {
      const why = await within(1_000, heard);
      return unless(!WHYS.includes(why) && `Its reason was ${why}.`, `It was told: ${why}.`);
    } catch {
      return failed('Nobody was told within a second.');
    }
  },
};
