import { Hono } from 'hono';
import { Refusal } from '../core/refusal.ts';
import type { Action, Actions } from './actions/action.ts';
import { adviceActions } from './actions/advice-actions.ts';
import { referralActions } from './actions/referral-actions.ts';
import { surroundingActions } from './actions/surrounding-actions.ts';
import { addPage } from './control-page.ts';
import type { ControlTarget } from './control-target.ts';
import { faultFields } from './faults.ts';
import type { Fields } from './reading.ts';
import { bodyOf, ControlMistake, readFields } from './reading.ts';
import { addSettings } from './settings.ts';
import { addViews } from './views.ts';

const actions: Actions = { ...referralActions, ...adviceActions, ...surroundingActions };

function shapesOf(fields: Fields) {
  return Object.entries(fields).map(([name, { shape }]) => ({ name, ...shape }));
}

function describeAction(name: string, { words, about, fields }: Action) {
  return { name, words, about, fields: shapesOf(fields) };
}

/** What the control page makes its forms of. */
function forms() {
  return {
    actions: Object.entries(actions).map(([name, action]) => describeAction(name, action)),
    fault: shapesOf(faultFields),
  };
}

function addActions(app: Hono, { core }: ControlTarget): void {
  app.get('/actions', (c) => c.json(forms()));
  app.post('/actions/:name', async (c) => {
    const name = c.req.param('name');
    const wanted = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!wanted) throw new ControlMistake(`No such action: ${name}.`);
    wanted.act(core, readFields(await bodyOf(c.req.raw), wanted.fields));
    return c.json({ done: name });
  });
}

/** Routes for tests and training; nothing here exists in e-RS, and every answer says so. */
export function createControlApi(target: ControlTarget): Hono {
  const app = new Hono();
  const root = new Hono();
  root.use('*', async (c, next) => {
    await next();
    c.header('X-Simulator', 'training only: not e-RS, no real patients');
  });
  addViews(app, target);
  addSettings(app, target);
  addActions(app, target);
  root.notFound((c) => c.json({ error: `There is nothing at ${c.req.path}.` }, 404));
  app.onError((error, c) => {
    if (error instanceof ControlMistake) return c.json({ error: error.message }, 400);
    if (error instanceof Refusal) return c.json({ error: `${error.code}: ${error.message}` }, 400);
    throw error;
  });
  addPage(root, '/__simulator');
  root.route('/__simulator', app);
  return root;
}
