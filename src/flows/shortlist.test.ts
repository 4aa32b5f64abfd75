import { describe, expect, it } from 'vitest';
import { createFindServices, type FindServicesFlow } from './find-services.ts';
import { fakePorts, settle, withTriageAlone } from './testing/fake-ports.ts';
import { service, triageService } from './testing/fake-records.ts';
import { found, TYPED, withLists } from './testing/fake-search.ts';

describe('finding services: the shortlist', () => {
  const ids = (flow: FindServicesFlow): string[] => flow.state.shortlist.map(({ id }) => id);

  it('takes services that are booked here or by the patient, and gives them back', async () => {
    const phoned = service('102', { bookableType: 'INDIRECTLY_BOOKABLE' });
    const { flow } = await found([service('101'), phoned]);
    flow.actions.toggle('101');
    flow.actions.toggle('102');
    expect(ids(flow)).toEqual(['101', '102']);
    flow.actions.toggle('101');
    expect(ids(flow)).toEqual(['102']);
  });

  it('refuses those that cannot be booked, and those not found', async () => {
    const { flow } = await found([service('104', { bookableType: 'UNSPECIFIED' })]);
    for (const id of ['104', '999']) flow.actions.toggle(id);
    expect(ids(flow)).toEqual([]);
  });

  it('takes services for triage among others where the dialect mixes them', async () => {
    const { flow } = await found([service('101'), triageService('103')]);
    for (const id of ['101', '103']) flow.actions.toggle(id);
    expect(ids(flow)).toEqual(['101', '103']);
  });

  it('takes one service for triage and nothing beside it where triage goes alone', async () => {
    const ports = withTriageAlone(fakePorts());
    const services = [service('101'), triageService('103'), triageService('105')];
    const { flow } = await found(services, TYPED, ports);
    for (const id of ['103', '101', '105']) flow.actions.toggle(id);
    expect(ids(flow)).toEqual(['103']);
    for (const id of ['103', '101', '103']) flow.actions.toggle(id);
    expect(ids(flow)).toEqual(['101']);
  });

  it('of a resumed draft is no more than may stand together', async () => {
    const ports = withLists(withTriageAlone(fakePorts()));
    ports.answers.searchServices = async () => [service('101'), triageService('103')];
    const draft = { ...createFindServices(ports).state.draft, ...TYPED };
    const flow = createFindServices(ports, { draft, shortlist: ['103', '101'] });
    await settle();
    expect(ids(flow)).toEqual(['103']);
    expect(flow.state.lost).toEqual(['101']);
  });

  it('refuses the 21st', async () => {
    const many = Array.from({ length: 21 }, (_, index) => service(String(index)));
    const { flow } = await found(many);
    for (const { id } of many) flow.actions.toggle(id);
    expect(ids(flow)).toHaveLength(20);
    expect(ids(flow)).not.toContain('20');
  });

  it('is moved into the patient’s order, and not beyond its ends', async () => {
    const { flow } = await found([service('101'), service('102'), service('103')]);
    for (const id of ['101', '102', '103']) flow.actions.toggle(id);
    flow.actions.move('103', -1);
    flow.actions.move('101', -1);
    expect(ids(flow)).toEqual(['101', '103', '102']);
  });

  it('says which services the newest search no longer found', async () => {
    const { ports, flow } = await found([service('101'), service('102')]);
    flow.actions.toggle('101');
    flow.actions.toggle('102');
    ports.answers.searchServices = async () => [service('102')];
    await flow.actions.search();
    expect(flow.state.vanished).toEqual(['101']);
    expect(ids(flow)).toEqual(['101', '102']);
    flow.actions.toggle('101');
    expect(flow.state.vanished).toEqual([]);
  });

  it('of a resumed draft is found again, and what is not found is named', async () => {
    const ports = withLists(fakePorts());
    ports.answers.searchServices = async () => [service('101'), service('102')];
    const draft = { ...createFindServices(ports).state.draft, ...TYPED };
    const flow = createFindServices(ports, { draft, shortlist: ['102', '999', '101'] });
    await settle();
    expect(ids(flow)).toEqual(['102', '101']);
    expect(flow.state.lost).toEqual(['999']);
  });
});
