import type { Context, Hono } from 'hono';
import type { ErsCall, OperationId } from '../src/ers/transport.ts';
import { isRefusal, notForwarded, refusalResponse, type Refusal } from './answers.ts';
import { readErsCall } from './ers-call.ts';
import { checkCall, runCall } from './operation-call.ts';
import { OPERATIONS } from './operations.ts';
import type { Ports } from './ports.ts';
import { mediaTypeOf, readAccess, type Access } from './session-access.ts';

/** `POST /operations/{operation}`: the only way to e-RS, and only along the dialect's routes. */
export function addOperationRoutes(app: Hono, ports: Ports): void {
  app.post('/operations/:operation', async (c) => {
    const started = performance.now();
    const operation = operationOf(c.req.param('operation'));
    const access = await readAccess(c, ports, { csrf: true });
    const call = isRefusal(access) ? access : await readCall(c, operation);
    const correlationId = isRefusal(call) ? ports.newId() : call.correlationId;
    const response =
      isRefusal(access) || isRefusal(call)
        ? refusalResponse(isRefusal(access) ? access : (call as Refusal), correlationId)
        : await answer(ports, access, { call, signal: c.req.raw.signal });
    ports.log({
      event: 'operation',
      correlationId,
      operation,
      status: response.status,
      outcome: response.headers.get('ers-proxy') ?? undefined,
      durationMs: Math.round(performance.now() - started),
    });
    return response;
  });
}

async function answer(
  ports: Ports,
  access: Access,
  { call, signal }: { call: ErsCall; signal: AbortSignal },
): Promise<Response> {
  const checked = await checkCall(ports, access, call);
  if (isRefusal(checked)) return refusalResponse(checked, call.correlationId);
  return runCall(ports, checked, signal);
}

function operationOf(text: string): OperationId | undefined {
  return [...OPERATIONS.keys()].find((known) => known === text);
}

async function readCall(
  c: Context,
  operation: OperationId | undefined,
): Promise<ErsCall | Refusal> {
  if (!operation) return notForwarded(404, 'not-offered');
  const isUpload = OPERATIONS.get(operation)?.kind === 'upload';
  if (mediaTypeOf(c) !== (isUpload ? 'multipart/form-data' : 'application/json')) {
    return notForwarded(403, 'proxy-refused', 'Content-Type');
  }
  return isUpload
    ? readUpload(c, operation)
    : readErsCall(await c.req.text(), operation, undefined);
}

async function readUpload(c: Context, operation: OperationId): Promise<ErsCall | Refusal> {
  const form = await c.req.formData().catch(() => undefined);
  const requests = form?.getAll('request') ?? [];
  const files = form?.getAll('file') ?? [];
  const [request] = requests;
  const [file] = files;
  const whole = requests.length === 1 && files.length === 1;
  if (!whole || request === undefined || !(file instanceof Blob)) {
    return notForwarded(400, 'bad-request', 'file');
  }
  return readErsCall(typeof request === 'string' ? request : await request.text(), operation, file);
}
