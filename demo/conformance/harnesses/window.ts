import { createWindowHost } from '../../../entries/host-adapters/window.ts';
import type { HostAdapter, HostSession } from '../../../entries/host.ts';
import type { Harness } from '../harness.ts';
import type { Fault } from './in-page.ts';

const shell = {
  freeze: () => undefined,
  thaw: () => undefined,
  focus: () => undefined,
  openReferral: () => undefined,
  ended: () => undefined,
};

/** The page around this one is the host: `framed.html`. */
export function windowHarness(fault?: Fault): Harness {
  const { hostAround: around } = parent as Window & { hostAround?: Harness };
  if (!around) throw new Error('This adapter needs a host around the page: open framed.html.');
  let former: HostSession | undefined;
  return {
    ...around,
    host: `${around.host}, with the widgets in a frame`,
    async launch() {
      // A frame has one link to its host, which a former session would take back.
      former?.disconnect();
      await around.launch();
      const host = createWindowHost({ allowedHostOrigins: [location.origin], shell });
      const adapter: HostAdapter = {
        ...host,
        connect: async (options) => (former = await host.connect(options)),
      };
      return fault ? fault(adapter) : adapter;
    },
  };
}
