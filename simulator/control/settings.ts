import type { Hono } from 'hono';
import type { Core } from '../core/core.ts';
import { switchNames } from '../core/switches.ts';
import type { ControlTarget } from './control-target.ts';
import { addFault, faultFields, newFault } from './faults.ts';
import type { Body } from './reading.ts';
import { bodyOf, ControlMistake, flag, instant, optional, readFields } from './reading.ts';

function setSwitches(core: Core, body: Body): void {
  const wanted = Object.entries(body).map(([name, value]) => {
    const known = switchNames.find((candidate) => candidate === name);
    if (!known || typeof value !== 'boolean') throw new ControlMistake(`No such switch: ${name}.`);
    return [known, value] as const;
  });
  for (const [name, value] of wanted) core.switches[name] = value;
}

/** Clock, faults, switches, and the way back to the start. */
export function addSettings(app: Hono, target: ControlTarget): void {
  const { core, faults } = target;
  app.get('/clock', (c) => c.json({ now: core.clock.iso() }));
  app.put('/clock', async (c) => {
    const { now } = readFields(await bodyOf(c.req.raw), { now: instant });
    core.clock.set(new Date(now).toISOString());
    return c.json({ now: core.clock.iso() });
  });
  app.get('/faults', (c) => c.json(faults.waiting));
  app.post('/faults', async (c) => {
    addFault(faults, newFault(readFields(await bodyOf(c.req.raw), faultFields)));
    return c.json(faults.waiting, 201);
  });
  app.delete('/faults', (c) => {
    faults.waiting = [];
    return c.json(faults.waiting);
  });
  app.get('/switches', (c) => c.json(core.switches));
  app.put('/switches', async (c) => {
    setSwitches(core, await bodyOf(c.req.raw));
    return c.json(core.switches);
  });
  app.post('/reset', async (c) => {
    const wanted = readFields(await bodyOf(c.req.raw), { keepSessions: optional(flag) });
    target.reset(wanted.keepSessions === true);
    return c.json({ now: core.clock.iso() });
  });
}
