import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../domain/instant.ts';
import { showFixture } from './fixture-frame.ts';
import { josephine, today } from './patient-banner.fixtures.ts';
import { patientBanner } from './patient-banner.ts';

async function words(options: Parameters<typeof patientBanner>[0]): Promise<string> {
  const frame = await showFixture(patientBanner(options));
  return (frame.renderRoot as ShadowRoot).textContent.replace(/\s+/g, ' ').trim();
}

describe('the patient banner', () => {
  it('reads name, birth, gender, NHS number in that order without colons', async () => {
    const text = await words({ patient: josephine, today });
    expect(text.replace(/ /g, '')).toBe(
      'HARGREAVES-OYELARAN,Josephine(Mrs)Born14-Mar-1968(58y)GenderFemaleNHSNo.9990123454',
    );
  });

  it('says that a patient has died, when, and at what age, instead of an age today', async () => {
    const died = { ...josephine, deceased: { date: '2020-01-01' as LocalDate } };
    const text = await words({ patient: died, today });
    expect(text).toContain('Died 01-Jan-2020');
    expect(text).toContain('Age at Death 51y');
    expect(text).not.toContain('(58y)');
  });

  it('says in words what the record does not have', async () => {
    const text = await words({
      patient: { ...josephine, name: undefined, gender: undefined, deceased: {} },
      today,
    });
    expect(text).toContain('Name not recorded');
    expect(text).toContain('Gender Not recorded');
    expect(text).toContain('Died Date not recorded');
  });

  it('differs by more than colour when the patient has died', async () => {
    const frame = await showFixture(
      patientBanner({ patient: { ...josephine, deceased: {} }, today }),
    );
    const { backgroundImage, borderStyle } = getComputedStyle(
      frame.renderRoot.querySelector('section') as HTMLElement,
    );
    expect(backgroundImage).toContain('repeating-linear-gradient');
    expect(borderStyle).toBe('double');
  });
});
