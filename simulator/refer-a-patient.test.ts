import { expect, it } from 'vitest';
import {
  attachLetter,
  book,
  create,
  firstSlot,
  logIn,
  printPatientLetter,
  read,
  search,
} from './test/hscn-caller.ts';

it('a person refers a patient: search, create, letter, print, book, read back', async () => {
  const caller = await logIn();
  const found = await search(caller);
  expect(
    found.body.entry.map(
      (entry: { item: { identifier: { value: string } } }) => entry.item.identifier.value,
    ),
  ).toEqual(['70001', '70002', '70005', '70003', '70004']);
  const created = await create(caller);
  expect(created.status).toBe(201);
  expect(created.headers.get('ETag')).toBe('W/"3"');
  const ubrn: string = created.body.id;
  expect(ubrn).toMatch(/^\d{12}$/);
  const version = await attachLetter(caller, ubrn);
  expect((await printPatientLetter(caller, ubrn)).headers.get('Content-Type')).toBe(
    'application/pdf',
  );
  const slot = await firstSlot(caller);
  const booked = await book(caller, { ubrn, version, slot });
  expect(booked.status).toBe(201);
  expect(booked.headers.get('Location')).toMatch(/\/Appointment\/\d+\/_history\/0$/);
  const after = await read(caller, ubrn);
  expect(booked.body.incomingReferral[0]?.reference).toBe(
    `ReferralRequest/${ubrn}/_history/${after.body.meta.versionId}`,
  );
  expect(after.headers.get('ETag')).toBe(`W/"${after.body.meta.versionId}"`);
  const appointment = after.body.contained.find((one: { id: string }) => one.id === 'appointment');
  expect(appointment).toMatchObject({ status: 'booked', start: slot.start });
  expect((await printPatientLetter(caller, ubrn)).code).toBe('INVALID_REQUEST_STATE');
});
