import { type DirectiveNode, GraphQLError, isNonNullType, Kind, type ValidationRule } from 'graphql';

import { freshDirective } from '../../graphql/fresh-directive.js';
import { CityError } from '../../kernel/city-error.js';
import { freshPlaceOf } from './fresh-places.js';

/** Refuses `@fresh` where it could do nothing, and `otherwise: NULL` where null would take the whole object with it. */
export const freshRule: ValidationRule = (context) => ({
  Directive: (node) => {
    const [parent, field] = [context.getParentType(), context.getFieldDef()];
    if (node.name.value !== freshDirective.name || !parent || !field) return;
    const refusal = freshPlaceOf(context.getSchema(), parent, field) === null ? noPlace(field.name) : null;
    const wrong = refusal ?? (isNonNullType(field.type) && isNull(node) ? neverNull(field.name) : null);
    if (wrong) context.reportError(new GraphQLError(wrong.message, { nodes: node, originalError: wrong }));
  },
});

function isNull({ arguments: given }: DirectiveNode): boolean {
  return (given ?? []).some(({ name, value }) => name.value === 'otherwise' && value.kind === Kind.ENUM && value.value === 'NULL');
}

function noPlace(field: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `@fresh: expected a field of a unit, a matter or an element, or one that answers one of them and may be null, got ${field}.`,
    messageZh: `@fresh 只能用于网格、事项、要素的字段，或答复单个此类对象且可为 null 的字段；${field} 不是。`,
    hint: 'In lists, write it on the fields of their members. 列表请写在其成员的字段上。',
  });
}

function neverNull(field: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `@fresh: expected otherwise ERROR or STALE on a field that is never null, got NULL on ${field}.`,
    messageZh: `@fresh：${field} 不可为 null，otherwise 应为 ERROR 或 STALE。`,
  });
}
