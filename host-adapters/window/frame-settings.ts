import * as v from 'valibot';
import { parseInstant } from '../../src/domain/instant.ts';
import { checkConfig, ConfigError, type CheckedConfig } from '../../src/host/config.ts';
import { isConcreteOrigin } from './hello.ts';

/**
 * What the frame reads from its own origin, and from nowhere else: no address of it, and no message,
 * chooses a server, a role or who may show it.
 */
export interface FrameSettings {
  /** The word for the widget that is shown. */
  widget: string;
  /** Exact origins of the pages that may show the frame. */
  allowedHostOrigins: readonly string[];
  /** The widgets' own configuration, as for `<ers-session>`. */
  config: CheckedConfig;
  /** Of a training system whose e-RS has a time of its own: what it is now. */
  trainingTime?: string | undefined;
}

const Shape = v.strictObject({
  schema: v.literal('1'),
  widget: v.string(),
  allowedHostOrigins: v.pipe(
    v.array(v.pipe(v.string(), v.check(isConcreteOrigin, 'is not one origin'))),
    v.minLength(1, 'is empty, so nobody may show this page'),
  ),
  config: v.unknown(),
  trainingTime: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => parseInstant(text) !== undefined, 'is no moment with a zone'),
    ),
  ),
});

/** Fails closed, with a `ConfigError` that names the place. */
export function readSettings(given: unknown, widgets: readonly string[]): FrameSettings {
  const read = v.safeParse(Shape, given);
  if (!read.success) {
    const [issue] = read.issues;
    throw new ConfigError(v.getDotPath(issue) ?? '', issue.message);
  }
  const { widget, config, ...others } = read.output;
  if (!widgets.includes(widget)) throw new ConfigError('widget', 'is no widget that there is');
  return { ...others, widget, config: checkConfig(config) };
}

/** Beside the frame's page, never kept by the browser. */
export async function loadSettings(widgets: readonly string[]): Promise<FrameSettings> {
  const answer = await fetch('./ers-frame.json', { cache: 'no-store', redirect: 'error' });
  if (!answer.ok) throw new ConfigError('', `ers-frame.json answered ${answer.status}`);
  return readSettings(await answer.json(), widgets);
}
