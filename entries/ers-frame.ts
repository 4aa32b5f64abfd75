import { startFrame } from '../host-adapters/window/frame-page.ts';
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
        const { defineReferralBuilder } = await import('../widgets/referral-builder/define.ts');
        defineReferralBuilder();
        const builder = document.createElement('ers-referral-builder');
        return { elements: [builder], ofReferral: builder };
      },
      async 'review-desk'() {
        const [{ defineWorklist }, { defineReferralRecord }, { defineAdviceThread }] =
          await Promise.all([
            import('../widgets/worklist/define.ts'),
            import('../widgets/referral-record/define.ts'),
            import('../widgets/advice-thread/define.ts'),
          ]);
        defineWorklist();
        defineReferralRecord();
        defineAdviceThread();
        const worklist = document.createElement('ers-worklist');
        const record = document.createElement('ers-referral-record');
        const thread = document.createElement('ers-advice-thread');
        return { elements: [worklist, record, thread], ofReferral: record };
      },
    },
  });
}
