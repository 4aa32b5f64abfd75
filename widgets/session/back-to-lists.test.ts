import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createInPageHost } from '../../host-adapters/in-page/in-page-host.ts';
import { defineOnce } from '../../src/ui/define.ts';
import { defineSession } from './define.ts';
import { launch, NoteTaker, proxyEnd } from './session-scene.ts';
import type { ErsSession } from './session.ts';

class ShownLists extends NoteTaker {
  readonly showsLists = true;
}

const organisation = { odsCode: 'XN1', name: 'Northside Trust' };
const roles = [{ businessFunction: 'SERVICE_PROVIDER_CLINICIAN', organisation }];
const ofMany = { ...launch, patient: undefined, organisation };

beforeEach(() => {
  defineSession();
  defineOnce('shown-lists', ShownLists);
  vi.stubGlobal('fetch', proxyEnd({ roles, dialect: 'api-platform' }).answer);
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

it('the lists are on screen again once the record that was open is closed', async () => {
  const context = { ...launch, organisation };
  const host = createInPageHost({ context, launchTicket: async () => 'ticket-1' });
  const element = await fixture<ErsSession>(
    html`<ers-session .config=${{ schema: '1', proxyBase: '/proxy' }} .host=${host}
      ><shown-lists>Lists</shown-lists></ers-session
    >`,
  );
  const widget = element.querySelector<ShownLists>('shown-lists')!;
  await vi.waitFor(() => expect(widget.seen?.status).toBe('ready'));
  expect(widget.checkVisibility()).toBe(true);
  await host.setContext(ofMany);
  await vi.waitFor(() => expect(widget.seen?.status).toBe('listing'));
  await element.updateComplete;
  expect(widget.checkVisibility()).toBe(true);
});
