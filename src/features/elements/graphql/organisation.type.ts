import { Field, ObjectType, registerEnumType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { NodeType } from '../../../graphql/node.type.js';
import { DateTimeScalar, DivisionCodeScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { type Organisation, type OrganisationKind, organisationKinds } from '../organisation.js';

/** The enum `OrganisationKind`. */
export const OrganisationKindEnum = Object.fromEntries(organisationKinds.map((kind) => [kind, kind])) as Readonly<
  Record<OrganisationKind, OrganisationKind>
>;

registerEnumType(OrganisationKindEnum, {
  name: 'OrganisationKind',
  description: '组织的种类。What an organisation is.',
  valuesConfig: {
    DEPARTMENT: { description: '职能部门。A department.' },
    GOVERNMENT: { description: '乡镇人民政府或街道办事处等。A government, of a township-level unit or above.' },
    COMMITTEE: { description: '居民委员会或村民委员会。A residents’ or villagers’ committee.' },
    CENTRE: { description: '综治中心等。A centre for comprehensive governance.' },
    PARTY: { description: '党组织。A party body.' },
    ENTERPRISE: { description: '企业。An enterprise.' },
    SOCIAL: { description: '社会组织。A social organisation.' },
    SCHOOL: { description: '学校。A school.' },
  },
});

/** Declares an organisation. */
@ObjectType('Organisation', {
  implements: NodeType,
  description:
    '有职责或驻点的组织；主键为（发证方、编码方案、代码），从不按名称认定。A body with duties or presence; its key is (issuer, scheme, code), a name never identifies it.',
})
export class OrganisationType extends NodeType implements Omit<Organisation, 'uuid' | 'typeName' | 'parentUuid'> {
  @Field(() => String, { simple: true, description: '发证方。Who issued the code.' })
  issuer!: string;

  @Field(() => String, { simple: true, description: '编码方案。The scheme of the code.' })
  scheme!: string;

  @Field(() => SourceIdScalar, {
    simple: true,
    description: '代码，通常为 18 位统一社会信用代码。The code, mostly the credit code of 18 characters.',
  })
  code!: string;

  @Field(() => String, { simple: true, description: '名称。The name.' })
  name!: string;

  @Field(() => OrganisationKindEnum, { simple: true, description: '种类。The kind.' })
  kind!: OrganisationKind;

  @Field(() => String, {
    simple: true,
    description: '层级：CITY、COUNTY、TOWNSHIP、COMMUNITY 或 NONE。The level: CITY, COUNTY, TOWNSHIP, COMMUNITY or NONE.',
  })
  level!: string;

  @Field(() => DivisionCodeScalar, { simple: true, nullable: true, description: '所属行政区划。The division it belongs to.' })
  divisionCode!: string | null;

  @Field(() => Department, { simple: true, nullable: true, description: '它代表的部门。The office it represents.' })
  department!: string | null;

  @Field(() => DateTimeScalar, { simple: true, description: '数据截至。The time that the record is of.' })
  asOf!: Date;
}
