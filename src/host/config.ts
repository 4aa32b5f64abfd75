import * as v from 'valibot';
import { ACTIONS } from '../domain/action.ts';
import { SmartSchema, type SmartConfig } from './smart-config.ts';

const ConfigSchema = v.strictObject({
  schema: v.literal('1'),
  /** Only asserts what the proxy says; another word fails as `dialect-mismatch`. */
  dialect: v.optional(v.picklist(['hscn', 'api-platform'])),
  proxyBase: v.pipe(
    v.string(),
    v.regex(/^(https?:\/\/[^\s?#]+|\/[^\s?#]*)$/, 'must be an absolute URL or begin with /'),
  ),
  storage: v.optional(v.picklist(['memory', 'host', 'encrypted']), 'memory'),
  banner: v.optional(v.picklist(['host', 'always']), 'host'),
  theme: v.optional(v.record(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)), v.string())),
  smart: v.optional(SmartSchema),
  features: v.optional(v.partial(v.strictObject(v.entriesFromList(ACTIONS, v.boolean())))),
});

/** The vendor's configuration: JSON, never from URL parameters. */
export type ErsConfig = v.InferInput<typeof ConfigSchema>;

/** The same with its defaults filled in. */
export type CheckedConfig = v.InferOutput<typeof ConfigSchema>;

export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    /** Where in the configuration, as `features.book-appointment`. */
    readonly path: string,
    reason: string,
  ) {
    super(`Configuration: ${path || 'the whole'}: ${reason}`);
  }
}

/** Fails closed with the exact path of the first thing that is wrong. */
export function checkConfig(config: unknown): CheckedConfig {
  const result = v.safeParse(ConfigSchema, config);
  if (result.success) return result.output;
  throw mistake(result.issues);
}

/** The part of it that a launch page needs before there is a session. */
export function checkSmartConfig(smart: unknown): SmartConfig {
  const result = v.safeParse(SmartSchema, smart);
  if (result.success) return result.output;
  throw mistake(result.issues, 'smart');
}

function mistake([issue]: [v.BaseIssue<unknown>, ...unknown[]], part?: string): ConfigError {
  const path = [part, v.getDotPath(issue)].filter(Boolean).join('.');
  return new ConfigError(path, issue.message);
}
