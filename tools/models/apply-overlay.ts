import {
  errorDeviations,
  fractions,
  leadingMembers,
  type MemberDeviation,
  memberDeviations,
} from '../../src/aws/models/overlay.ts';
import type { Leaf, Member, ModelledError, Shape } from '../../src/aws/protocols/shape.ts';
import { double, map } from '../../src/aws/protocols/shape.ts';

/** The members as the overlay wants them, in the order in which they are written. */
export const deviateMembers = (
  service: string,
  structureName: string,
  members: readonly Member[],
): Member[] =>
  members
    .map((member) => deviateMember(service, structureName, member))
    .toSorted((a, b) => Number(leads(structureName, b)) - Number(leads(structureName, a)));

const leads = (structureName: string, { name }: Member) =>
  leadingMembers.has(`${structureName}.${name}`);

/** The member as the overlay wants it: with other traits, another leaf, or a fraction allowed. */
function deviateMember(service: string, structureName: string, member: Member): Member {
  const deviation = (memberDeviations[service] ?? []).find(
    (d) => d.shape === structureName && d.member === member.name,
  );
  const fractional = fractions.has(`${structureName}.${member.name}`);
  if (!deviation && !fractional) return member;
  return {
    name: member.name,
    traits: { ...member.traits, ...deviation?.traits },
    get shape() {
      return fractional ? withFraction(member.shape) : leafOf(deviation, member.shape);
    },
  };
}

function withFraction(shape: Shape): Shape {
  if (shape.kind === 'map') return map(withFraction(shape.value.shape));
  if (shape.kind !== 'integer') throw new Error(`a ${shape.kind} has no fraction`);
  return double;
}

function leafOf(deviation: MemberDeviation | undefined, shape: Shape): Shape {
  return deviation?.leaf === undefined ? shape : ({ kind: deviation.leaf } satisfies Leaf);
}

/** The modelled errors together with those that the overlay adds or corrects, by name. */
export function deviateErrors(
  service: string,
  modelled: ReadonlyMap<string, ModelledError>,
): ReadonlyMap<string, ModelledError> {
  const errors = new Map(modelled);
  for (const { name, reason: _, ...changes } of errorDeviations[service] ?? []) {
    const known = errors.get(name) ?? {
      code: name,
      status: 400,
      fault: 'client',
      message: 'message',
    };
    errors.set(name, { ...known, ...changes });
  }
  return new Map([...errors].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
