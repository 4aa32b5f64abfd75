import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createReferPatient } from '../../src/flows/refer-patient.ts';
import { fakePorts } from '../../src/flows/testing/fake-ports.ts';
import { createPageJournal } from '../../src/journal/page-journal.ts';
import { fakeSession } from './fake-flow.ts';
import { defineReferralBuilder } from './define.ts';
import { ErsReferralBuilder } from './referral-builder.ts';
import { eastgate, lists, northmoor } from './sample-states.ts';
import { find, focused, heard } from './shown-builder.ts';

defineReferralBuilder();
afterEach(() => document.body.replaceChildren());

describe('the builder with the real flow', () => {
  it('goes from an empty search to an attached letter and on to book', async () => {
    const ports = fakePorts({ journal: createPageJournal() });
    Object.assign(ports.answers, {
      retrieveSpecialties: async () => lists.specialties,
      retrieveClinicTypes: async () => lists.clinicTypes,
      retrievePriorities: async () => lists.priorities,
      searchServices: async () => [eastgate, northmoor],
    });
    const builder = new ErsReferralBuilder();
    builder.session = fakeSession(createReferPatient(ports), {
      clock: ports.clock,
      patient: ports.patient,
    });
    const created = heard(builder, 'ers-referral-created');
    const linked = heard(builder, 'ers-letters-linked');
    document.body.append(builder);
    const root = builder.shadowRoot ?? document.createElement('div').attachShadow({ mode: 'open' });
    const waitFor = (selector: string): Promise<HTMLElement> =>
      vi.waitFor(() => find(root, selector));

    const specialty = await waitFor('#specialty');
    find(root, '#search').click();
    await vi.waitFor(() => expect(focused(root)).toContain('There are 3 things to fix'));
    await userEvent.selectOptions(specialty, 'CARDIOLOGY');
    await userEvent.selectOptions(find(root, '#clinicType'), 'ARRHYTHMIA');
    find(root, '#priority-2').click();
    find(root, '#search').click();
    (await waitFor(`#service-${northmoor.id}`)).click();
    await builder.updateComplete;
    expect(builder.hasUnsavedInput()).toBe(true);
    find(root, '#check').click();

    (await waitFor('#create')).click();
    await vi.waitFor(() => expect(focused(root)).toContain('There is 1 thing to fix'));
    await userEvent.fill(find(root, '#reminderDays'), '14');
    find(root, '#create').click();
    await vi.waitFor(() => expect(created).toHaveLength(1));
    await waitFor('#file-input');
    await vi.waitFor(() => expect(focused(root)).toContain('Referral created. UBRN'));
    const letter = new File(['%PDF'], 'Letter.pdf', { type: 'application/pdf' });
    await userEvent.upload(find(root, '#file-input'), letter);
    await vi.waitFor(() => expect(root.textContent).toContain('Not attached yet'));
    find(root, '#attach').click();
    await vi.waitFor(() => expect(linked).toHaveLength(1));
    expect(root.textContent).toContain('Letter attached');

    find(root, '#go-on').click();
    await waitFor('ers-slot-picker');
    expect(ports.happened.filter((what) => what.includes('createReferral'))).toHaveLength(1);
  });
});
