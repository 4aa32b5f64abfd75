import type { Context, Hono } from 'hono';
import type { ErsCall, OperationId } from '../src/ers/transport.ts';
import { isRefusal, MARK_HEADER, notForwarded, refusalResponse, type Refusal } from './answers.ts';
import { readErsCall } from './ers-call.ts';
import { checkCall, runCall } from './operation-call.ts';
import { OPERATIONS } from './operations.ts';
import type { Ports } from './ports.ts';
import { mediaTypeOf, readAccess } from './session-access.ts';

/** `POST /operations/{operation}`: the only way to e-RS, and only along the dialect's routes. */
export function addOperationRoutes(app: Hono, ports: Ports): void {
  app.post('/operations/:operation', async (c) => {
    const started = performance.now();
    const operation = operationOf(c.req.param('operation'));
    const { response, correlationId } = await answer(c, ports, operation);
    ports.log({
      event: 'operation',
      correlationId,
      operation,
      status: response.status,
      outcome: response.headers.get(MARK_HEADER) ?? undefined,
      durationMs: Math.round(performance.now() - started),
    });
    return response;
  });
}

interface Answered {
  response: Response;
  correlationId: string;
}

async function answer(
  c: Context,
  ports: Ports,
  operation: OperationId | undefined,
): Promise<Answered> {
  const refuse = (refusal: Refusal, correlationId = ports.newId()): Answered => ({
    response: refusalResponse(refusal, correlationId),
    correlationId,
  });
  const access = await readAccess(c, ports, { csrf: true });
  if (isRefusal(access)) return refuse(access);
  const call = await readCall(c, operation);
  if (isRefusal(call)) return refuse(call);
  const { correlationId } = call;
  const checked = await checkCall(ports, access, call);
  if (isRefusal(checked)) return refuse(checked, correlationId);
  return { response: await runCall(ports, checked, c.req.raw.signal), correlationId };
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
