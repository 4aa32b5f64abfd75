import type { Core } from '../../core/core.ts';
import { emptyService, takeSlot } from '../../core/elsewhere.ts';
import type {
  Availability,
  BusinessFunction,
  Permission,
  SmartcardUser,
  StoredFile,
} from '../../core/model.ts';
import { setAvailability } from '../../core/scan.ts';
import { findFile } from '../../core/upload-file.ts';
import { setMembership } from '../../core/workgroups.ts';
import { ControlMistake, oneOf, optional, text, wholeNumber } from '../reading.ts';
import type { Actions } from './action.ts';
import { action, serviceNamed } from './action.ts';

const scanResults: readonly Availability[] = [
  'PENDING',
  'AVAILABLE',
  'THREATS_FOUND',
  'VALIDATION_FAILED',
];
const roles: readonly BusinessFunction[] = [
  'REFERRING_CLINICIAN',
  'REFERRING_CLINICIAN_ADMIN',
  'REFERRING_ADMIN',
  'SERVICE_PROVIDER_CLINICIAN',
  'SERVICE_PROVIDER_CLINICIAN_ADMIN',
  'SERVICE_PROVIDER_ADMIN',
];

function fileNamed(core: Core, id: string): StoredFile {
  const file = findFile(core, id);
  if (file) return file;
  throw new ControlMistake(`No such file: ${id}.`);
}

function userNamed(core: Core, userId: string): SmartcardUser {
  const user = [...core.directory.smartcards.values()].find((one) => one.identifier === userId);
  if (user) return user;
  throw new ControlMistake(`Nobody with a smartcard has the id ${userId}.`);
}

interface Role {
  businessFunction: BusinessFunction;
  odsCode: string;
}

/** The role is there or gone from the next log-in on; sessions that have it lose it at once. */
function setRole(core: Core, { userId, held, ...role }: Role & { userId: string; held: boolean }) {
  const user = userNamed(core, userId);
  const organisation = core.directory.organisations.get(role.odsCode);
  if (!organisation) throw new ControlMistake(`No such organisation: ${role.odsCode}.`);
  const isIt = (one: Permission): boolean =>
    one.businessFunction === role.businessFunction && one.orgIdentifier === role.odsCode;
  const others = user.permissions.filter((one) => !isIt(one));
  const { businessFunction } = role;
  const granted = { businessFunction, orgIdentifier: role.odsCode, orgName: organisation.name };
  const changed = { ...user, permissions: held ? [...others, granted] : others };
  const smartcards = new Map(core.directory.smartcards).set(user.token, changed);
  core.directory = { ...core.directory, smartcards };
  for (const session of core.sessions.values()) {
    if (session.user.identifier !== userId) continue;
    session.user = changed;
    if (!held && session.permission && isIt(session.permission)) delete session.permission;
  }
}

const serviceId = text;
const role = { userId: text, businessFunction: oneOf(roles), odsCode: text };
const membership = { userId: text, serviceId };

const services: Actions = {
  'take-slot': action({
    words: 'Somebody else takes a slot',
    about: 'service',
    fields: { slotId: text },
    act: (core, wanted) => {
      if (!takeSlot(core, wanted.slotId)) {
        throw new ControlMistake(`No such slot: ${wanted.slotId}.`);
      }
    },
  }),
  'empty-service': action({
    words: 'Take all free slots of a service',
    about: 'service',
    fields: { serviceId },
    act: (core, wanted) => void emptyService(core, serviceNamed(core, wanted.serviceId).id),
  }),
  'suspend-service': action({
    words: 'Make a service unavailable',
    about: 'service',
    fields: { serviceId },
    act: (core, wanted) => void core.suspendedServices.add(serviceNamed(core, wanted.serviceId).id),
  }),
  'resume-service': action({
    words: 'Make a service available again',
    about: 'service',
    fields: { serviceId },
    act: (core, wanted) =>
      void core.suspendedServices.delete(serviceNamed(core, wanted.serviceId).id),
  }),
};

const files: Actions = {
  'scan-file': action({
    words: 'Set the scan result of a file',
    about: 'file',
    fields: { binary: text, result: oneOf(scanResults) },
    act: (core, wanted) => setAvailability(core, fileNamed(core, wanted.binary), wanted.result),
  }),
  'set-scanning': action({
    words: 'Set how files are scanned from now on',
    about: 'file',
    fields: { minutes: optional(wholeNumber(0)), result: oneOf(scanResults) },
    act: (core, wanted) => {
      core.scanning = { minutes: wanted.minutes ?? 0, result: wanted.result };
    },
  }),
};

const people: Actions = {
  'grant-role': action({
    words: 'Grant a role',
    about: 'person',
    fields: role,
    act: (core, wanted) => setRole(core, { ...wanted, held: true }),
  }),
  'revoke-role': action({
    words: 'Revoke a role',
    about: 'person',
    fields: role,
    act: (core, wanted) => setRole(core, { ...wanted, held: false }),
  }),
  'join-workgroup': action({
    words: 'Put somebody into the workgroup of a service',
    about: 'person',
    fields: membership,
    act: (core, wanted) => {
      serviceNamed(core, wanted.serviceId);
      setMembership(core, wanted, true);
    },
  }),
  'leave-workgroup': action({
    words: 'Take somebody out of the workgroup of a service',
    about: 'person',
    fields: membership,
    act: (core, wanted) => {
      serviceNamed(core, wanted.serviceId);
      setMembership(core, wanted, false);
    },
  }),
  'make-record-sensitive': action({
    words: 'Make the record of a patient sensitive',
    about: 'person',
    fields: { nhsNumber: text },
    act: (core, { nhsNumber }) => {
      if (!core.directory.patients.has(nhsNumber)) {
        throw new ControlMistake('No such patient.');
      }
      core.sensitivePatients.add(nhsNumber);
    },
  }),
};

const everything: Actions = {
  'expire-sessions': action({
    words: 'End every session',
    about: 'all',
    fields: {},
    act: (core) => core.sessions.clear(),
  }),
};

/** What happens around referrals: to services, files, people and sessions. */
export const surroundingActions: Actions = { ...services, ...files, ...people, ...everything };
