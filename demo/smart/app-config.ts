import type { SmartHostOptions, SmartLaunchOptions } from '../../entries/host-adapters/smart.ts';
import type { ErsSession } from '../../entries/widgets/session.ts';

type Ers = NonNullable<ErsSession['config']> & { smart: SmartLaunchOptions['smart'] };

export interface AppConfig {
  ers: Ers;
  organisation: SmartHostOptions['organisation'];
  desk: 'referring' | 'reviewing';
  /** The training system's own time. */
  now: string;
}

/** The app's configuration comes from its own server, never from the address. */
export async function appConfig(): Promise<AppConfig> {
  const answer = await fetch('/config');
  if (!answer.ok) throw new Error(`/config answered ${answer.status}`);
  return (await answer.json()) as AppConfig;
}
