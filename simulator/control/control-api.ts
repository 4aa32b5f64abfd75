import { Hono } from 'hono';
import type { Core } from '../core/core.ts';
import type { ElsewhereChange } from '../core/elsewhere.ts';
import { changeElsewhere, emptyService, lockElsewhere, takeSlot } from '../core/elsewhere.ts';
import { findReferral } from '../core/referrals.ts';
import { switchNames } from '../core/switches.ts';
import type { Fault, FaultBook } from './faults.ts';
import { addFault, faultKinds } from './faults.ts';
import { describeState } from './state.ts';
import type { Traffic } from './traffic.ts';

export interface ControlTarget {
  core: Core;
  faults: FaultBook;
  traffic: Traffic;
  reset(keepSessions: boolean): void;
}

/** Tells the tester what is wrong with a control request. */
class ControlMistake extends Error {}

type Body = Readonly<Record<string, unknown>>;

async function bodyOf(request: Request): Promise<Body> {
  const text = await request.text();
  try {
    return text ? (JSON.parse(text) as Body) : {};
  } catch {
    throw new ControlMistake('The body is not JSON.');
  }
}

function text(body: Body, name: string): string {
  const value = body[name];
  if (typeof value === 'string') return value;
  throw new ControlMistake(`${name} is missing or not text.`);
}

function readFault(body: Body): Fault {
  const kind = faultKinds.find((known) => known === body['kind']);
  if (!kind) throw new ControlMistake(`kind is not one of ${faultKinds.join(', ')}.`);
  const { status, ersCode, ms, nth } = body;
  return {
    operation: text(body, 'operation'),
    kind,
    nth: typeof nth === 'number' ? nth : 1,
    phase: body['phase'] === 'after' ? 'after' : 'before',
    repeat: body['repeat'] === true,
    ...(typeof status === 'number' && { status }),
    ...(typeof ersCode === 'string' && { ersCode }),
    ...(typeof ms === 'number' && { ms }),
  };
}

function setSwitches(core: Core, body: Body): void {
  for (const [name, value] of Object.entries(body)) {
    const known = switchNames.find((candidate) => candidate === name);
    if (!known || typeof value !== 'boolean') throw new ControlMistake(`No such switch: ${name}.`);
    core.switches[known] = value;
  }
}

function setClock(core: Core, body: Body): void {
  const now = text(body, 'now');
  if (Number.isNaN(Date.parse(now))) throw new ControlMistake('now is not an instant.');
  core.clock.set(now);
}

const changes: readonly ElsewhereChange[] = ['touch', 'cancel-referral', 'cancel-appointment'];

function referralNamed(core: Core, body: Body) {
  const referral = findReferral(core, text(body, 'ubrn'));
  if (!referral) throw new ControlMistake('No such referral.');
  return referral;
}

/** What others do to e-RS meanwhile; each answers the state after it. */
const actions: Readonly<Record<string, (core: Core, body: Body) => void>> = {
  'take-slot': (core, body) => {
    if (!takeSlot(core, text(body, 'slotId'))) throw new ControlMistake('No such slot.');
  },
  'empty-service': (core, body) => {
    if (!emptyService(core, text(body, 'serviceId'))) throw new ControlMistake('No such service.');
  },
  'suspend-service': (core, body) => {
    core.suspendedServices.add(text(body, 'serviceId'));
  },
  'change-referral': (core, body) => {
    const change = changes.find((known) => known === body['change']) ?? 'touch';
    changeElsewhere(core, referralNamed(core, body), change);
  },
  'lock-referral': (core, body) => {
    const seconds = typeof body['seconds'] === 'number' ? body['seconds'] : 60;
    lockElsewhere(core, referralNamed(core, body), seconds);
  },
  'expire-sessions': (core) => core.sessions.clear(),
};

function addViews(app: Hono, { core, faults, traffic }: ControlTarget): void {
  app.get('/state', (c) => c.json(describeState(core, { faults, traffic })));
  app.get('/directory', (c) => {
    const { patients, clinicians, clinicalTerms, organisations, services } = core.directory;
    const shown = { patients, clinicians, clinicalTerms, organisations, services };
    const lists = Object.entries(shown).map(([name, rows]) => [name, [...rows.values()]]);
    return c.json(Object.fromEntries(lists) as Record<string, unknown[]>);
  });
  app.get('/clock', (c) => c.json({ now: core.clock.iso() }));
  app.get('/faults', (c) => c.json(faults.waiting));
  app.get('/switches', (c) => c.json(core.switches));
}

function addSettings(app: Hono, { core, faults }: ControlTarget): void {
  app.put('/clock', async (c) => {
    setClock(core, await bodyOf(c.req.raw));
    return c.json({ now: core.clock.iso() });
  });
  app.post('/faults', async (c) => {
    addFault(faults, readFault(await bodyOf(c.req.raw)));
    return c.json(faults.waiting, 201);
  });
  app.delete('/faults', (c) => {
    faults.waiting = [];
    return c.json(faults.waiting);
  });
  app.put('/switches', async (c) => {
    setSwitches(core, await bodyOf(c.req.raw));
    return c.json(core.switches);
  });
}

/** Routes for tests and demonstrations; nothing here exists in e-RS. */
export function createControlApi(target: ControlTarget): Hono {
  const { core, faults, traffic } = target;
  const app = new Hono();
  addViews(app, target);
  addSettings(app, target);
  app.post('/reset', async (c) => {
    target.reset((await bodyOf(c.req.raw))['keepSessions'] === true);
    return c.json({ now: core.clock.iso() });
  });
  app.post('/actions/:name', async (c) => {
    const act = actions[c.req.param('name')];
    if (!act) throw new ControlMistake(`No such action: ${c.req.param('name')}.`);
    act(core, await bodyOf(c.req.raw));
    return c.json(describeState(core, { faults, traffic }));
  });
  app.onError((error, c) => {
    if (error instanceof ControlMistake) return c.json({ error: error.message }, 400);
    throw error;
  });
  const root = new Hono();
  root.route('/__simulator', app);
  return root;
}
