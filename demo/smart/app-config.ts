import type { SmartLaunchOptions } from '../../entries/host-adapters/smart.ts';
import type { ErsSession } from '../../entries/widgets/session.ts';

type Ers = NonNullable<ErsSession['config']> & { smart: SmartLaunchOptions['smart'] };

/** The app's configuration comes from its own server, never from the address. */
export async function appConfig(): Promise<{ ers: Ers; now: string }> {
  const answer = await fetch('/config');
  if (!answer.ok) throw new Error(`/config answered ${answer.status}`);
  return (await answer.json()) as { ers: Ers; now: string };
}
