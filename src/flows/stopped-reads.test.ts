import { describe, expect, it } from 'vitest';
import type { PdfFile } from '../domain/letter.ts';
import type { Referral } from '../domain/referral.ts';
import type { ReferenceConcept } from '../domain/reference-list.ts';
import type { Service } from '../domain/service.ts';
import type { SlotPage } from '../domain/slot.ts';
import type { HostDocument } from '../host/host-adapter.ts';
import { createBookSlot } from './book-slot.ts';
import { createFindServices } from './find-services.ts';
import { createPatientLetter } from './print-patient-letter.ts';
import { chosen, NINE, TEN } from './testing/fake-booking.ts';
import { started as lettersStarted } from './testing/fake-letters.ts';
import { failing, fakePorts, pending, settle } from './testing/fake-ports.ts';
import { NOW, problem, referral, service, UBRN } from './testing/fake-records.ts';
import { created, shortlisted, started } from './testing/fake-referring.ts';
import { found, started as searchStarted, TYPED, withLists } from './testing/fake-search.ts';

// Each answer comes after the stop, as from a client that cannot take a request back.

describe('F24, P13: a search that is stopped', () => {
  it('leaves what was typed, and can be made again', async () => {
    const { ports, flow } = await searchStarted();
    const answer = pending<Service[]>();
    ports.answers.searchServices = () => answer.promise;
    flow.actions.change(TYPED);
    const searching = flow.actions.search();
    flow.actions.stopSearch();
    expect(flow.state).toMatchObject({ search: { status: 'untouched' }, searchStopped: true });
    answer.answer([service('101')]);
    await searching;
    expect(flow.state.search.status).toBe('untouched');
    expect(flow.state.draft).toMatchObject(TYPED);
    ports.answers.searchServices = async () => [service('101')];
    await flow.actions.search();
    expect(flow.state.search.status).toBe('found');
    expect(flow.state.searchStopped).toBeUndefined();
  });

  it('goes back to what was found before, and says when that is for another search', async () => {
    const { ports, flow } = await found([service('101'), service('102')]);
    flow.actions.toggle('102');
    ports.answers.searchServices = () => pending<Service[]>().promise;
    flow.actions.change({ distance: 10 });
    void flow.actions.search();
    void flow.actions.search();
    flow.actions.stopSearch();
    expect(flow.state.search).toMatchObject({ status: 'found', services: [{ id: '101' }, {}] });
    expect(flow.state).toMatchObject({ stale: true, shortlist: [{ id: '102' }] });
    flow.actions.change({ distance: undefined });
    expect(flow.state.stale).toBe(false);
  });

  it('is none where nothing is being searched', async () => {
    const { flow } = await found([service('101')]);
    flow.actions.stopSearch();
    expect(flow.state.searchStopped).toBeUndefined();
  });

  it('leaves the services of a draft to be found by the next one', async () => {
    const ports = withLists(fakePorts());
    ports.answers.searchServices = () => pending<Service[]>().promise;
    const draft = { ...createFindServices(fakePorts()).state.draft, ...TYPED };
    const flow = createFindServices(ports, { draft, shortlist: ['102'] });
    await settle();
    flow.actions.stopSearch();
    expect(flow.toResume().shortlist).toEqual(['102']);
    ports.answers.searchServices = async () => [service('101'), service('102')];
    await flow.actions.search();
    expect(flow.state.shortlist).toMatchObject([{ id: '102' }]);
  });
});

describe('F24, P13: lists that are stopped', () => {
  it('are read when asked again, whatever the first asking brings', async () => {
    const ports = fakePorts();
    const late = pending<ReferenceConcept[]>();
    ports.answers.retrieveSpecialties = () => late.promise;
    const flow = createFindServices(ports);
    flow.actions.stopLists();
    expect(flow.state.lists).toEqual({ status: 'stopped' });
    withLists(ports);
    await flow.actions.loadLists();
    late.fail(new Error('late'));
    await settle();
    expect(flow.state.lists.status).toBe('ready');
    flow.actions.stopLists();
    expect(flow.state.lists.status).toBe('ready');
  });
});

describe('F24, P13: the opening of a referral that is stopped', () => {
  it('leaves the first step with what it holds, and can be asked again', async () => {
    const { ports, flow } = await shortlisted();
    const answer = pending<Referral>();
    ports.answers.retrieveReferral = () => answer.promise;
    const opening = flow.actions.open(UBRN);
    flow.actions.stopOpening();
    answer.answer(referral());
    await opening;
    expect(flow.state).toMatchObject({ step: 'find', opened: { status: 'stopped', ubrn: UBRN } });
    expect(flow.find.state.shortlist).toMatchObject([{ id: '101' }]);
    ports.answers.retrieveReferral = async () => referral();
    await flow.actions.open(UBRN);
    expect(flow.state).toMatchObject({ step: 'record', opened: { status: 'open' } });
    flow.actions.stopOpening();
    expect(flow.state.opened.status).toBe('open');
  });

  it('shows again what was read of it before, as of then', async () => {
    const { ports, flow } = await started();
    await flow.actions.open(UBRN);
    await ports.clock.advance(60_000);
    ports.answers.retrieveReferral = () => pending<Referral>().promise;
    void flow.actions.open(UBRN);
    flow.actions.stopOpening();
    expect(flow.state).toMatchObject({
      step: 'record',
      opened: { status: 'stopped', lastRead: { at: NOW, referral: { ubrn: UBRN } } },
    });
  });
});

describe('F24, P13: the patient letter that is stopped', () => {
  it('is not there, and can be asked for again', async () => {
    const ports = fakePorts();
    const late = pending<PdfFile>();
    ports.answers.retrievePatientLetter = () => late.promise;
    const flow = createPatientLetter(ports, referral());
    const fetching = flow.actions.fetch();
    flow.actions.stop();
    late.answer({ name: 'late.pdf', bytes: new Blob() });
    await fetching;
    expect(flow.state).toEqual({ status: 'available', isStopped: true });
    ports.answers.retrievePatientLetter = async () => ({ name: 'new.pdf', bytes: new Blob() });
    await flow.actions.fetch();
    expect(flow.state).toMatchObject({ status: 'ready', file: { name: 'new.pdf' } });
    flow.actions.stop();
    expect(flow.state.status).toBe('ready');
  });
});

describe('F24, P13: the list of documents that is stopped', () => {
  it('can be asked for again, whatever the first asking brings', async () => {
    const late = pending<HostDocument[]>();
    const document = { id: 'd1', name: 'ecg.pdf', mediaType: 'application/pdf', size: 4 };
    const lists = [late.promise, Promise.resolve([{ ...document, read: async () => new Blob() }])];
    const lookUps = { listDocuments: () => lists.shift() ?? Promise.resolve([]) };
    const { flow } = lettersStarted({}, fakePorts({ lookUps }));
    flow.actions.stopDocuments();
    late.answer([]);
    await settle();
    expect(flow.state.documents).toBe('stopped');
    await flow.actions.listDocuments();
    expect(flow.state.documents).toMatchObject([{ id: 'd1' }]);
    flow.actions.stopDocuments();
    expect(flow.state.documents).toMatchObject([{ id: 'd1' }]);
  });
});

describe('F24, P13: the opening of a booking that is stopped', () => {
  it('can be asked again, whatever the first asking brings', async () => {
    const ports = fakePorts();
    const late = pending<Referral>();
    ports.answers.retrieveReferral = () => late.promise;
    const flow = createBookSlot(ports, { ubrn: UBRN });
    const opening = flow.actions.open();
    flow.actions.stopReading();
    expect(flow.state.phase).toEqual({ status: 'open-stopped', ubrn: UBRN });
    ports.answers.retrieveReferral = async () => referral();
    await flow.actions.checkAgain();
    expect(flow.state.phase.status).toBe('choosing');
    late.fail(new Error('late'));
    await opening;
    expect(flow.state.phase.status).toBe('choosing');
  });

  it('takes no choice meanwhile', async () => {
    const { ports, flow } = await chosen();
    ports.answers.retrieveReferral = () => pending<Referral>().promise;
    void flow.actions.backToSlots();
    flow.actions.stopReading();
    flow.actions.choose('s10');
    expect(flow.state.chosen?.id).toBe('s9');
  });
});

describe('F24, P13: slots whose reading is stopped', () => {
  it('are not known at the first reading, and are no cause to defer', async () => {
    const ports = fakePorts();
    const late = pending<SlotPage>();
    ports.answers.retrieveSlots = () => late.promise;
    const flow = createBookSlot(ports, { ubrn: UBRN });
    const opening = flow.actions.open();
    await settle();
    flow.actions.stopReading();
    late.answer({ slots: [], total: 0 });
    await opening;
    expect(flow.state.services.map(({ load }) => load.status)).toEqual(['stopped', 'stopped']);
    expect(flow.state.causes).toEqual([]);
    ports.answers.retrieveSlots = async () => ({ slots: [NINE], total: 1 });
    await flow.actions.checkAgain();
    expect(flow.state.services[0]?.load.status).toBe('loaded');
  });

  it('are as they were at a later reading, as of then, with the choice', async () => {
    const { ports, flow } = await chosen();
    await ports.clock.advance(60_000);
    ports.answers.retrieveSlots = () => pending<SlotPage>().promise;
    void flow.actions.checkAgain();
    flow.actions.stopReading();
    const [service101] = flow.state.services;
    expect(service101).toMatchObject({
      slots: [NINE, TEN],
      load: { status: 'loaded', at: NOW, total: 2, isStopped: true },
    });
    expect(flow.state.chosen?.id).toBe('s9');
  });

  it('stay failed where another service has failed', async () => {
    const { ports, flow } = await chosen();
    ports.answers.retrieveSlots = failing(problem('ers-failed'));
    await flow.actions.checkAgain();
    flow.actions.stopReading();
    expect(flow.state.services[0]?.load.status).toBe('failed');
  });
});

describe('F24, P13: what writes', () => {
  it('is not stopped with what reads', async () => {
    const { flow } = await created();
    flow.actions.stopOpening();
    flow.find.actions.stopSearch();
    expect(flow.state).toMatchObject({ step: 'letters', opened: { status: 'open' } });
  });
});
