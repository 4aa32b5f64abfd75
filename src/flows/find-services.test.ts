import { describe, expect, it } from 'vitest';
import type { Service } from '../domain/service.ts';
import type { ServiceSearch } from '../ers/verbs/referring.ts';
import { createFindServices, type CriteriaDraft } from './find-services.ts';
import { failing, fakePorts, pending, settle, timesAsked } from './testing/fake-ports.ts';
import {
  CLINICIAN_ADMIN,
  CRITERIA,
  NOW,
  PATIENT,
  problem,
  service,
} from './testing/fake-records.ts';
import { found, started, TYPED, withLists } from './testing/fake-search.ts';

describe('finding services: the start', () => {
  it('chooses nothing that decides, and takes the postcode of the patient', async () => {
    const { flow } = await started();
    const { draft, search, shortlist } = flow.state;
    expect(draft.priority).toBeUndefined();
    expect(draft.specialty).toBeUndefined();
    expect(draft.postcode).toBe(PATIENT.postcode);
    expect(draft.ageAndGenderAppropriate).toBe(true);
    expect(search.status).toBe('untouched');
    expect(shortlist).toEqual([]);
  });

  it('offers only what is effective now', async () => {
    const { flow } = await started();
    const { lists } = flow.state;
    expect(lists.status === 'ready' && lists.value.specialties.map(({ code }) => code)).toEqual([
      'CARDIOLOGY',
    ]);
  });

  it('says that the lists failed, and reads them again when asked', async () => {
    const ports = fakePorts();
    ports.answers.retrieveClinicTypes = failing(problem('ers-failed'));
    const flow = createFindServices(ports);
    await settle();
    expect(flow.state.lists).toMatchObject({ status: 'failed', problem: { reason: 'ers-failed' } });
    withLists(ports);
    await flow.actions.loadLists();
    expect(flow.state.lists.status).toBe('ready');
  });

  it('reads the lists once when asked while they are on their way', async () => {
    const ports = fakePorts();
    const flow = createFindServices(ports);
    await Promise.all([flow.actions.loadLists(), flow.actions.loadLists()]);
    expect(timesAsked(ports, 'retrieveSpecialties')).toBe(1);
  });
});

describe('finding services: what cannot be searched with', () => {
  const cases: [string, Partial<CriteriaDraft>, object[]][] = [
    [
      'nothing at all',
      {},
      [
        { field: 'specialty', error: 'missing' },
        { field: 'clinicType', error: 'missing' },
        { field: 'priority', error: 'missing' },
      ],
    ],
    [
      'a specialty without a clinic type',
      { specialty: 'CARDIOLOGY', priority: 'ROUTINE' },
      [{ field: 'clinicType', error: 'missing' }],
    ],
    ['no priority', { ...TYPED, priority: undefined }, [{ field: 'priority', error: 'missing' }]],
    [
      'no clinical term',
      { ...TYPED, findBy: 'clinical-term' },
      [{ field: 'clinicalTerm', error: 'missing' }],
    ],
    [
      'a clinical term that is no SNOMED CT code',
      { ...TYPED, findBy: 'clinical-term', clinicalTerm: { code: '12A' } },
      [{ field: 'clinicalTerm', error: 'wrong-code' }],
    ],
    [
      'a named clinician without 12 digits',
      { ...TYPED, findBy: 'named-clinician', namedClinician: { code: '123' } },
      [{ field: 'namedClinician', error: 'wrong-code' }],
    ],
    [
      'a distance without a postcode',
      { ...TYPED, postcode: ' ', distance: 25 },
      [{ field: 'postcode', error: 'needs-postcode' }],
    ],
    [
      'a wait that is no whole number of days',
      { ...TYPED, waitLimit: '2.5' },
      [{ field: 'waitLimit', error: 'not-a-whole-number' }],
    ],
  ];

  it.each(cases)(
    'sends nothing with %s, and says where it is wrong',
    async (_name, draft, errors) => {
      const { ports, flow } = await started();
      flow.actions.change(draft);
      await flow.actions.search();
      expect(flow.state.errors).toEqual(errors);
      expect(flow.state.search.status).toBe('untouched');
      expect(timesAsked(ports, 'searchServices')).toBe(0);
    },
  );

  it('wants a referring clinician from an admin, and from nobody else', async () => {
    const { ports, flow } = await started(fakePorts({ role: CLINICIAN_ADMIN }));
    flow.actions.change(TYPED);
    await flow.actions.search();
    expect(flow.state.errors).toEqual([{ field: 'referringClinician', error: 'missing' }]);
    flow.actions.change({ referringClinician: { sdsUserId: '0216' } });
    await flow.actions.search();
    expect(flow.state.errors).toEqual([{ field: 'referringClinician', error: 'wrong-code' }]);
    let asked: ServiceSearch | undefined;
    ports.answers.searchServices = async (search) => {
      asked = search;
      return [];
    };
    flow.actions.change({ referringClinician: { sdsUserId: '0216 0055 6514' } });
    await flow.actions.search();
    expect(asked?.referringClinician).toBe('021600556514');
  });

  it('forgets the error of a field when it is changed, and keeps the others', async () => {
    const { flow } = await started();
    await flow.actions.search();
    flow.actions.change({ priority: 'ROUTINE' });
    expect(flow.state.errors.map(({ field }) => field)).toEqual(['specialty', 'clinicType']);
    flow.actions.change({ specialty: 'CARDIOLOGY', clinicType: undefined });
    expect(flow.state.errors).toEqual([{ field: 'clinicType', error: 'missing' }]);
    flow.actions.change({ findBy: 'clinical-term' });
    expect(flow.state.errors).toEqual([]);
  });
});

describe('finding services: the search', () => {
  async function searchOf(draft: Partial<CriteriaDraft>): Promise<ServiceSearch | undefined> {
    const { ports, flow } = await started();
    let asked: ServiceSearch | undefined;
    ports.answers.searchServices = async (search) => {
      asked = search;
      return [];
    };
    flow.actions.change(draft);
    await flow.actions.search();
    return asked;
  }

  it('asks with the criteria of the draft, for this patient', async () => {
    expect(await searchOf(TYPED)).toEqual({
      patient: PATIENT.nhsNumber,
      criteria: CRITERIA,
      sortBy: 'DISTANCE',
      referringClinician: undefined,
    });
  });

  it('leaves the wait limit out for a 2 week wait, however it is typed', async () => {
    const asked = await searchOf({ ...TYPED, priority: 'TWO_WEEK_WAIT', waitLimit: 'soon' });
    expect(asked?.criteria.waitLimit).toBeUndefined();
    expect((await searchOf({ ...TYPED, waitLimit: ' 30 ' }))?.criteria.waitLimit).toBe(30);
  });

  it('sends only what the chosen way of finding is about', async () => {
    const clinicalTerm = { code: '49436004', display: 'Atrial fibrillation' };
    const asked = await searchOf({ ...TYPED, findBy: 'clinical-term', clinicalTerm });
    expect(asked?.criteria.clinicalTerm).toEqual(clinicalTerm);
    expect(asked?.criteria.specialty).toBeUndefined();
    expect(asked?.criteria.clinicType).toBeUndefined();
  });

  it('tells "none found" from "failed"', async () => {
    const { ports, flow } = await found([]);
    expect(flow.state.search.status).toBe('none-found');
    ports.answers.searchServices = failing(problem('upstream-failed'));
    await flow.actions.search();
    expect(flow.state.search).toMatchObject({
      status: 'failed',
      problem: { reason: 'upstream-failed' },
    });
  });

  it('puts a refusal of e-RS at its field, beside the problem', async () => {
    const { ports, flow } = await found([]);
    const refusal = problem('reference-not-found', { httpStatus: 422, field: 'postcode' });
    ports.answers.searchServices = failing(refusal);
    await flow.actions.search();
    expect(flow.state.search).toMatchObject({ status: 'failed', problem: refusal });
    expect(flow.state.errors).toEqual([{ field: 'postcode', error: 'refused-by-ers' }]);
  });

  it('finds the field in a path, and by a code that can mean one field only', async () => {
    const { ports, flow } = await found([]);
    const field = 'Parameters.parameter[searchCriteria].indicativeAppointmentWaitTimeLimit';
    ports.answers.searchServices = failing(problem('field-not-permitted', { field }));
    await flow.actions.search();
    expect(flow.state.errors).toEqual([{ field: 'waitLimit', error: 'refused-by-ers' }]);
    ports.answers.searchServices = failing(problem('clinical-term-unknown'));
    await flow.actions.search();
    expect(flow.state.errors).toEqual([{ field: 'clinicalTerm', error: 'refused-by-ers' }]);
  });

  it('is stale as soon as the draft asks something else, and no more when it is as before', async () => {
    const { flow } = await found([service('101')]);
    expect(flow.state.stale).toBe(false);
    flow.actions.change({ distance: 10 });
    expect(flow.state.stale).toBe(true);
    flow.actions.change({ distance: undefined });
    expect(flow.state.stale).toBe(false);
    flow.actions.change({ priority: undefined });
    expect(flow.state.stale).toBe(true);
  });

  it('lets the newest search win, whichever answers last', async () => {
    const { ports, flow } = await started();
    const first = pending<Service[]>();
    const second = pending<Service[]>();
    const signals: (AbortSignal | undefined)[] = [];
    const answers = [first, second];
    ports.answers.searchServices = (_search, options) => {
      signals.push(options?.signal);
      return answers[signals.length - 1]?.promise ?? Promise.resolve([]);
    };
    flow.actions.change(TYPED);
    const older = flow.actions.search();
    flow.actions.change({ priority: 'ROUTINE' });
    const newer = flow.actions.search();
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
    second.answer([service('102')]);
    await newer;
    first.answer([service('101')]);
    await older;
    expect(flow.state.search).toMatchObject({ status: 'found', services: [{ id: '102' }] });
  });

  it('searches again when the order changes, as the order decides what e-RS gives', async () => {
    const { ports, flow } = await found([service('101')]);
    await flow.actions.sortBy('IWT');
    expect(timesAsked(ports, 'searchServices')).toBe(2);
    expect(flow.state.draft.sortBy).toBe('IWT');
  });

  it('only notes the order before the first search', async () => {
    const { ports, flow } = await started();
    await flow.actions.sortBy('IWT');
    expect(timesAsked(ports, 'searchServices')).toBe(0);
    expect(flow.state.errors).toEqual([]);
  });
});

describe('finding services: look-ups', () => {
  it('offers what the host found', async () => {
    const lookUps = {
      findClinicians: async (_text: string, kind: string) => [
        { sdsUserId: '021600556514', name: `Okonkwo (${kind})` },
      ],
    };
    const { flow } = await started(fakePorts({ lookUps }));
    await flow.actions.lookUp('namedClinician', 'oko');
    expect(flow.state.lookUp).toEqual({
      status: 'found',
      field: 'namedClinician',
      options: [{ code: '021600556514', display: 'Okonkwo (named)' }],
    });
    await flow.actions.lookUp('referringClinician', 'oko');
    expect(flow.state.lookUp).toMatchObject({ options: [{ display: 'Okonkwo (referring)' }] });
  });

  it('F31: says that it is not available when the host lacks it, fails, or is silent for 10 s', async () => {
    const lacking = await started();
    await lacking.flow.actions.lookUp('clinicalTerm', 'atrial');
    expect(lacking.flow.state.lookUp).toEqual({ status: 'unavailable', field: 'clinicalTerm' });

    const broken = { findClinicalTerms: () => Promise.reject(new Error('down')) };
    const failed = await started(fakePorts({ lookUps: broken }));
    await failed.flow.actions.lookUp('clinicalTerm', 'atrial');
    expect(failed.flow.state.lookUp.status).toBe('unavailable');

    const mute = { findClinicalTerms: () => pending<never>().promise };
    const { ports, flow } = await started(fakePorts({ lookUps: mute }));
    void flow.actions.lookUp('clinicalTerm', 'atrial');
    await ports.clock.advance(9_999);
    expect(flow.state.lookUp.status).toBe('looking');
    await ports.clock.advance(1);
    expect(flow.state.lookUp.status).toBe('unavailable');
  });
});

describe('finding services: once disposed', () => {
  it('gives up its reads, and shows nothing that comes late', async () => {
    const { ports, flow } = await started();
    const late = pending<Service[]>();
    let signal: AbortSignal | undefined;
    ports.answers.searchServices = (_search, options) => {
      signal = options?.signal;
      return late.promise;
    };
    flow.actions.change(TYPED);
    const searching = flow.actions.search();
    const before = flow.state;
    flow.dispose();
    expect(signal?.aborted).toBe(true);
    late.answer([service('101')]);
    await searching;
    await flow.actions.search();
    expect(flow.state).toBe(before);
    expect(timesAsked(ports, 'searchServices')).toBe(1);
  });
});

describe('the moment of finding', () => {
  it('is told with what was found', async () => {
    const { flow } = await found([service('101')]);
    expect(flow.state.search).toMatchObject({ status: 'found', at: NOW });
  });
});
