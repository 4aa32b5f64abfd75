import { html } from 'lit';
import type { Problem } from '../domain/problem.ts';
import { button } from './button.ts';
import { emptyPart } from './empty.ts';
import type { FixtureSet } from './fixture.ts';
import { problemPart } from './problem.ts';

const onPress = (): void => {};

const busy: Problem = {
  reason: 'ers-failed',
  source: 'e-rs',
  httpStatus: 503,
  transactionId: '7f3a19c2-58d0-4b6e-9b5c-1f0d2e3a4b5c-1',
  correlationId: 'c04e77b1-2a9d-4f15-9d3e-0a4b6c1d2e3f',
  retry: 'back-off',
};

export const fixtureSet: FixtureSet = {
  title: 'Problems and nothing found',
  fixtures: {
    'e-RS failed': () =>
      problemPart({
        problem: busy,
        title: 'e-RS did not answer, so there are no results',
        safe: 'Nothing was sent and nothing was lost.',
        action: button({ kind: 'primary', label: 'Search again', onPress }),
      }),
    'a code that we do not know': () =>
      problemPart({
        problem: {
          reason: 'not-understood',
          source: 'e-rs',
          httpStatus: 422,
          ersCode: 'MOON_NOT_FULL',
          field: 'shortlist[0]',
          correlationId: busy.correlationId,
          retry: 'never',
        },
      }),
    'a dead proxy': () =>
      problemPart({
        problem: {
          reason: 'proxy-unreachable',
          source: 'network',
          correlationId: busy.correlationId,
          retry: 'back-off',
        },
      }),
    'nothing found': () =>
      emptyPart({
        title: 'No services found',
        text: html`e-RS has no service for
          <strong>Urgent, Cardiology, Arrhythmia, within 5 miles of NM3 8RB</strong>, for this
          patient’s age and sex. Searched at 10:35.`,
        suggestions: [
          'Widen the distance.',
          'Try clinic type “Not otherwise specified”.',
          'Search by clinical term instead.',
        ],
        action: button({ kind: 'primary', label: 'Change the search', onPress }),
      }),
  },
};
