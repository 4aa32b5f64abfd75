import { startFrame } from '../host-adapters/window/frame-page.ts';
import { defineReferralBuilder } from '../widgets/referral-builder/define.ts';
import { clockStartingAt } from '../widgets/session/clocks.ts';
import { defineSession } from '../widgets/session/define.ts';

// The script of ers-frame.html: a page of its own, with nothing to import from it.

const main = document.getElementById('frame');

if (main) {
  await startFrame({
    main,
    session(trainingTime) {
      defineSession();
      const session = document.createElement('ers-session');
      if (trainingTime) session.clock = clockStartingAt(trainingTime);
      return session;
    },
    widgets: {
      async 'referral-builder'() {
        defineReferralBuilder();
        return document.createElement('ers-referral-builder');
      },
    },
  });
}
