import { afterEach, describe, expect, it } from 'vitest';
import type { Service } from '../../src/domain/service.ts';
import type { BookPhase } from '../../src/flows/book-slot.ts';
import { find, settled, show, words } from './picker-scene.ts';
import { bookedReferral, NOW } from './sample-slots.ts';

afterEach(() => document.body.replaceChildren());

const found: Service = {
  id: '2002',
  name: 'Arrhythmia Clinic, Cardiology',
  specialty: { code: 'CARDIOLOGY' },
  location: { name: 'Northmoor General Hospital, Outpatients East' },
  bookableType: 'DIRECTLY_BOOKABLE',
  flows: ['APPOINTMENT_REQUEST'],
  sexTreated: 'MALE_AND_FEMALE',
  letterRequired: false,
  wait: { days: 12 },
  displayProminently: false,
  additionalRequirements: [],
};

/** A booked appointment on screen and on paper, as `label value` lines. */
async function booked(services: Service[] | undefined) {
  const phase: BookPhase = { status: 'booked', at: NOW, confirmed: true };
  const { picker, root } = await show({ state: { referral: bookedReferral, readAt: NOW, phase } });
  picker.services = services;
  await settled(picker);
  const lines = (room: ParentNode): string[] => [...room.querySelectorAll('.ui-fact')].map(words);
  let paper: string[] = [];
  picker.printPage = (page) => {
    paper = lines(page.document.body);
  };
  find(root, '#ers-print-confirmation').click();
  return { screen: lines(find(root, '.outcome')), paper };
}

describe('the place of a booked appointment', () => {
  it('is what the search told of its service, on screen and on paper', async () => {
    const { screen, paper } = await booked([{ ...found, id: '2001' }, found]);
    const place = 'Place Northmoor General Hospital, Outpatients East';
    expect(screen).toContain(place);
    expect(paper).toContain(place);
  });

  it('is not made up where no search told it', async () => {
    const { screen, paper } = await booked([{ ...found, id: '2001' }]);
    expect(screen).toContain('Place Not returned by e-RS');
    expect(paper).toContain('Place Not returned by e-RS: ask your GP practice');
  });
});
