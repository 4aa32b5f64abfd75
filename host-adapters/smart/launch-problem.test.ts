import { describe, expect, it } from 'vitest';
import { LaunchError, showLaunchProblem } from './launch-problem.ts';

function shown(error: unknown): HTMLElement {
  const place = document.createElement('main');
  showLaunchProblem(error, place);
  return place;
}

describe('what is said of a launch that stopped', () => {
  it('says what happened, that nothing was sent, and what to do', () => {
    const text = shown(new LaunchError('two-nhs-numbers')).textContent;
    expect(text).toContain('more than one NHS number');
    expect(text).toContain('Nothing was sent.');
    expect(text).toContain('Correct the record');
  });

  it('offers a window of its own where storage is blocked, and only there', () => {
    const blocked = new LaunchError('storage-blocked', 'https://app.example.nhs.uk/launch?iss=i');
    expect(blocked.code).toBe('storage-blocked');
    const link = shown(blocked).querySelector('a');
    expect(link?.href).toBe('https://app.example.nhs.uk/launch?iss=i');
    expect(link?.rel).toBe('noopener');
    expect(shown(new LaunchError('used-up')).querySelector('a')).toBeNull();
  });

  it('shows no detail of a fault that it does not know', () => {
    const place = shown(new Error('Bearer secret'));
    expect(place.textContent).toContain('e-Referral cannot start on this page');
    expect(place.textContent).not.toContain('secret');
  });
});
