import { expect, it } from 'vitest';
import { create, createBody, logIn, read } from '../test/hscn-caller.ts';
import { jsonPaths } from '../test/json-paths.ts';

it('an error is an eRS-OperationOutcome-1 with a code, its display and diagnostics', async () => {
  const caller = await logIn();
  const { body, headers } = await create(caller, createBody(['70003']));
  expect(headers.get('Content-Type')).toContain('application/fhir+json');
  expect([...jsonPaths([body, (await read(caller, '000000000009')).body])].sort()).toEqual([
    'issue[].code',
    'issue[].details.coding[].code',
    'issue[].details.coding[].display',
    'issue[].details.coding[].system',
    'issue[].diagnostics',
    'issue[].severity',
    'meta.profile[]',
    'resourceType',
  ]);
  expect(body.meta.profile).toEqual([
    'https://fhir.nhs.uk/STU3/StructureDefinition/eRS-OperationOutcome-1',
  ]);
  expect(body.issue[0]?.details.coding[0]?.system).toBe(
    'https://fhir.nhs.uk/STU3/CodeSystem/eRS-APIErrorCode-1',
  );
});
