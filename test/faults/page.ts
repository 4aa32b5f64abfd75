import type { LocalDate } from '../../src/domain/instant.ts';
import { createErsClient } from '../../src/ers/client.ts';
import { createDialectTransport } from '../../src/ers/dialect-transport.ts';
import { createCreateReferral, type CreateReferralFlow } from '../../src/flows/create-referral.ts';
import { createDraftKeeper, type DraftKeeper } from '../../src/flows/draft-keeper.ts';
import { createEarlierWrites } from '../../src/flows/earlier-writes.ts';
import {
  createFindLost,
  type FindLostFlow,
  type UnknownCreate,
} from '../../src/flows/find-lost-referral.ts';
import type { FlowPorts } from '../../src/flows/flow-ports.ts';
import { service } from '../../src/flows/testing/fake-records.ts';
import { createPageJournal } from '../../src/journal/page-journal.ts';
import { BASES } from './identity.ts';
import { PATIENT, type World } from './world.ts';

const CRITERIA = {
  priority: 'ROUTINE',
  specialty: { code: 'CARDIOLOGY' },
  clinicType: { code: 'ARRHYTHMIA' },
  ageAndGenderAppropriate: true,
} as const;

/** What a test leaves out of the journal, to see that its absence shows. */
export interface Mutation {
  /** Nothing outlives the page. */
  volatileJournal?: boolean;
  /** A lost create is taken for undone at once. */
  releaseWithoutLooking?: boolean;
  /** None is believed before e-RS has had its time. */
  noQuietPeriod?: boolean;
}

/** One load of the page, for one user and one patient. */
export interface Page {
  ports: FlowPorts;
  create: CreateReferralFlow;
  draft: DraftKeeper;
  /** The unknown creates, each being looked for. */
  finders: Map<string, FindLostFlow>;
}

export async function openPage(world: World, mutation: Mutation): Promise<Page> {
  world.page += 1;
  const ports = portsFor(world, mutation);
  await ports.earlier.ask();
  const page: Page = {
    ports,
    create: createFor(ports, world),
    draft: createDraftKeeper(ports, { flow: 'typed', onKept: () => undefined }),
    finders: new Map(),
  };
  await world.idle();
  return page;
}

/** A form to refer with, as after "Start a new referral". */
export async function newCreate(page: Page, world: World): Promise<void> {
  page.create.dispose();
  page.create = createFor(page.ports, world);
  await world.idle();
}

function createFor(ports: FlowPorts, world: World): CreateReferralFlow {
  const create = createCreateReferral(ports, {
    search: () => ({
      criteria: CRITERIA,
      shortlist: world.wish ? [service(world.wish.serviceId, { letterRequired: true })] : [],
    }),
  });
  create.actions.change({ letterIntention: 'NEED_TO_ADD_LATER', reminderDays: '0' });
  return create;
}

/** The mutant: what is unknown is taken for undone. */
export async function releaseUnknown(page: Page): Promise<void> {
  for (const { id, problem } of await unknownCreates(page)) {
    await page.ports.journal.settle(id, { state: 'not-done', problem });
  }
}

function portsFor(world: World, { volatileJournal }: Mutation): FlowPorts {
  const { clock, dialect, page } = world;
  const journal = createPageJournal();
  if (!volatileJournal) journal.keepIn(world.keeperOf(page));
  const contextId = `context-${page}`;
  const newId = (): string => crypto.randomUUID();
  const transport = createDialectTransport({
    base: BASES[dialect],
    dialect,
    fetch: world.fetch,
    identity: () => world.identity,
  });
  const client = createErsClient({ dialect, transport, contextId, clock, newId, random: () => 0 });
  const patient = {
    nhsNumber: PATIENT,
    birthDate: '1968-03-14' as LocalDate,
    name: { family: 'HARGREAVES', given: 'Josephine' },
    verified: true,
  };
  return {
    client,
    journal,
    earlier: createEarlierWrites({
      journal,
      clock,
      newId,
      patient: PATIENT,
      listed: async () => [],
      signal: new AbortController().signal,
    }),
    foundOut: async () => undefined,
    drafts: world.draftsOf(page),
    clock,
    newId,
    contextId,
    patient,
    user: { sdsUserId: '021600550204', name: 'FENWICK, Ruth' },
    role: { businessFunction: 'REFERRING_CLINICIAN', organisation: { odsCode: 'Y99001' } },
    lookUps: {},
  };
}

async function unknownCreates({ ports }: Page): Promise<UnknownCreate[]> {
  const intents = await ports.journal.unresolved(PATIENT);
  return intents.filter((intent): intent is UnknownCreate => intent.state === 'unknown');
}

/** One finder for each unknown create. */
export async function findersOf(page: Page, { noQuietPeriod }: Mutation): Promise<FindLostFlow[]> {
  const unknown = await unknownCreates(page);
  return unknown.map((intent) => {
    const known = page.finders.get(intent.id);
    if (known) return known;
    const long = '2000-01-01T00:00:00.000Z' as UnknownCreate['sentAt'];
    const finder = createFindLost(
      page.ports,
      noQuietPeriod ? { ...intent, endedAt: long } : intent,
    );
    page.finders.set(intent.id, finder);
    return finder;
  });
}
