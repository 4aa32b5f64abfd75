import type { TemplateResult } from 'lit';
import { html as staticHtml } from 'lit/static-html.js';
import type { FixtureSet } from '../../src/ui/fixture.ts';
import { tag } from '../../src/ui/tags.ts';
import { defineWorklist } from './define.ts';
import type { WidgetSession } from '../session/context.ts';

const name = tag('worklist');

const inSession = (session: WidgetSession | undefined) => (): TemplateResult =>
  staticHtml`<${name} .session=${session}></${name}>`;

export const fixtureSet: FixtureSet = {
  title: 'Worklist',
  define: defineWorklist,
  fixtures: {
    'outside a session': inSession(undefined),
    waiting: inSession({ status: 'waiting' }),
  },
};
