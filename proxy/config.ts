import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parseInstant, type Instant } from '../src/domain/instant.ts';

const LONGEST_PORT = 65_535;

const Text = v.pipe(v.string(), v.nonEmpty());
const Secret = v.pipe(v.string(), v.minLength(32, 'needs at least 32 characters'));
const Port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_PORT));

const Origin = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && new URL(text).origin === text, 'is not an origin'),
);

const BaseUrl = v.pipe(
  v.string(),
  v.check((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, search, hash, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && !search && !hash && !username && !password;
  }, 'is not a base URL'),
  v.transform((text) => text.replace(/\/+$/, '')),
);

const Upstreams = v.strictObject({
  hscn: v.optional(BaseUrl),
  'api-platform': v.optional(BaseUrl),
});

/** One for each dialect, so that to change the dialect is to change one word; or just the one. */
const Upstream = v.lazy((given) => (typeof given === 'string' ? BaseUrl : Upstreams));

const Cookie = v.strictObject({
  secure: v.optional(v.boolean()),
  sameSite: v.optional(v.picklist(['Lax', 'None']), 'Lax'),
  partitioned: v.optional(v.boolean(), false),
});

/** Without a word on it the cookie needs https, unless every page is on plain http://localhost. */
const ON_THIS_MACHINE = /^http:\/\/localhost(:\d+)?$/;

const NEEDS_SECURE = 'must be secure to be SameSite=None or Partitioned';
const LIVE_SECURE = 'must be secure in the live environment';
const NO_UPSTREAM = 'has no base URL for this dialect';
const LIVE_TIME = 'is for training only';
const LIVE_HTTPS = 'must be https in the live environment';

const Shape = v.pipe(
  v.strictObject({
    dialect: v.picklist(['hscn', 'api-platform']),
    environment: Text,
    upstream: Upstream,
    asid: v.pipe(v.string(), v.regex(/^\d{12}$/, 'is not 12 digits')),
    fqdn: Text,
    hostSecret: Secret,
    cookieSecret: Secret,
    allowedOrigins: v.pipe(v.array(Origin), v.nonEmpty()),
    port: v.optional(Port, 4181),
    host: v.optional(Text, 'localhost'),
    auditFile: v.optional(Text),
    cookie: v.optional(Cookie, {}),
    requestsPerSecond: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(8)), 8),
    /** Of a training system whose e-RS has a time of its own: what it is when the proxy starts. */
    trainingTime: v.optional(
      v.custom<Instant>(
        (value) => typeof value === 'string' && !!parseInstant(value),
        'is no moment with a zone',
      ),
    ),
    tls: v.optional(v.strictObject({ certFile: Text, keyFile: Text, caFile: v.optional(Text) })),
  }),
  v.transform(({ upstream, ...config }) => ({
    ...config,
    upstream: typeof upstream === 'string' ? upstream : upstream[config.dialect],
  })),
  v.forward(
    v.check(({ upstream }) => upstream !== undefined, NO_UPSTREAM),
    ['upstream'],
  ),
  v.transform(({ cookie, upstream = '', ...config }) => {
    const allLocal = config.allowedOrigins.every((origin) => ON_THIS_MACHINE.test(origin));
    return { ...config, upstream, cookie: { ...cookie, secure: cookie.secure ?? !allLocal } };
  }),
  v.forward(
    v.check(
      ({ cookie }) => cookie.secure || (cookie.sameSite === 'Lax' && !cookie.partitioned),
      NEEDS_SECURE,
    ),
    ['cookie'],
  ),
  v.forward(
    v.check(({ environment, cookie }) => environment !== 'live' || cookie.secure, LIVE_SECURE),
    ['cookie'],
  ),
  v.forward(
    v.check(({ environment, trainingTime }) => environment !== 'live' || !trainingTime, LIVE_TIME),
    ['trainingTime'],
  ),
  v.forward(
    v.check(
      ({ environment, upstream }) => environment !== 'live' || upstream.startsWith('https:'),
      LIVE_HTTPS,
    ),
    ['upstream'],
  ),
);

export type Config = v.InferOutput<typeof Shape>;

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads `PROXY_CONFIG`, JSON or the path of a file of JSON; `--port N` and `AUDIT_FILE` win over
 * it. Throws a `ConfigError` naming the place at fault, never its value.
 */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[] = []): Config {
  const given = env['PROXY_CONFIG'];
  if (!given) throw new ConfigError('PROXY_CONFIG is not set: JSON, or the path of a JSON file.');
  const json = parse(given.trimStart().startsWith('{') ? given : readText(given));
  const checked = v.safeParse(Shape, json);
  if (!checked.success) throw new ConfigError(checked.issues.map(describe).join('\n'));
  return withOverrides(checked.output, env, args);
}

function withOverrides(config: Config, env: NodeJS.ProcessEnv, args: readonly string[]): Config {
  const auditFile = env['AUDIT_FILE'] ?? config.auditFile;
  const at = args.indexOf('--port');
  const port = at < 0 ? config.port : Number(args[at + 1] ?? NaN);
  if (!v.is(Port, port)) throw new ConfigError('--port: is not a port');
  return { ...config, port, ...(auditFile !== undefined && { auditFile }) };
}

function readText(path: string): string {
  if (!existsSync(path)) throw new ConfigError(`PROXY_CONFIG: there is no file ${path}`);
  return readFileSync(path, 'utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigError('PROXY_CONFIG is not JSON.');
  }
}

/** valibot's own messages repeat the value received, which may be a secret. */
function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? '(the whole)';
  const ours = issue.type === 'check' || issue.type === 'min_length' || issue.type === 'regex';
  const why = ours ? issue.message : `${issue.expected ?? 'something else'} is expected`;
  return `PROXY_CONFIG ${path}: ${why}`;
}
