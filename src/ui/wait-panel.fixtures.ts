import { loadingPart } from './loading.ts';
import type { FixtureSet } from './fixture.ts';
import { waitPanel } from './wait-panel.ts';

export const fixtureSet: FixtureSet = {
  title: 'Loading and waiting',
  fixtures: {
    loading: () =>
      loadingPart({
        what: 'Searching e-RS',
        elapsedSeconds: 3,
        note: 'Your search choices stay usable. Change one to start again.',
      }),
    'booking in progress': () =>
      waitPanel({
        title: 'Booking in progress',
        text: 'The hospital’s booking system can take up to 2 minutes to answer. You do not need to do anything.',
        elapsedSeconds: 34,
        steps: [
          {
            time: '10:49:06',
            text: 'Your request was noted here, so that it is not lost',
            state: 'Done',
          },
          { time: '10:49:06', text: 'Sent once to e-RS', state: 'Done' },
          {
            time: '10:49:06',
            text: 'Waiting for Northmoor’s booking system',
            state: 'Waiting, 34 s',
            current: true,
          },
          { text: 'Read the referral again, to be sure that it is booked', state: 'Not yet' },
        ],
      }),
    'past the limit': () =>
      waitPanel({
        title: 'Still no answer',
        text: 'The hospital’s booking system has not answered within 2 minutes. We go on waiting.',
        elapsedSeconds: 154,
        steps: [{ time: '10:49:06', text: 'Sent once to e-RS', state: 'Waiting', current: true }],
      }),
  },
};
