import { Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { NodeType, typeNameOf } from '../../../graphql/node.type.js';
import { DateTimeScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { type Element, type ElementKind, elementKinds } from '../element.js';

/** The enum `ElementKind`. */
export const ElementKindEnum = Object.fromEntries(elementKinds.map((kind) => [kind, kind])) as Readonly<Record<ElementKind, ElementKind>>;

registerEnumType(ElementKindEnum, {
  name: 'ElementKind',
  description: '要素的种类；绝无自然人。The kinds of elements; never natural persons.',
  valuesConfig: {
    BUILDING: { description: '楼栋。A building.' },
    ESTATE: { description: '小区。A housing estate.' },
    COMPONENT: { description: '城市部件。A city component, such as a manhole cover or a lamp.' },
    SITE: { description: '阵地、服务站点。A site, such as a service station.' },
    ORGANISATION: { description: '组织。An organisation.' },
  },
});

/** Declares the interface `Element`. */
@InterfaceType('Element', {
  implements: NodeType,
  description:
    '某部门或组织登记在册的物、地或组织；绝非自然人。A thing, a place or a body that some office or organisation keeps a register of; never a natural person.',
  resolveType: typeNameOf,
  autoRegisterImplementations: false,
})
export abstract class ElementType extends NodeType implements Pick<Element, 'id' | 'kind' | 'name' | 'department' | 'sourceId' | 'asOf'> {
  @Field(() => ElementKindEnum, { simple: true, description: '种类。The kind.' })
  kind!: ElementKind;

  @Field(() => String, { simple: true, description: '名称。The name.' })
  name!: string;

  @Field(() => Department, { simple: true, nullable: true, description: '登记它的部门。The office whose register it stands in.' })
  department!: string | null;

  @Field(() => SourceIdScalar, { simple: true, description: '登记方的编号，原样。Its id in that register, as written.' })
  sourceId!: string;

  @Field(() => DateTimeScalar, { simple: true, description: '数据截至。The time that the record is of.' })
  asOf!: Date;
}

/** Declares a building. */
@ObjectType('Building', { implements: [ElementType, NodeType], description: '楼栋。A building.' })
export class BuildingType extends ElementType {
  @Field(() => SourceIdScalar, { nullable: true, description: '地址编码。The address code.' })
  addressCode!: string | null;

  @Field(() => Int, { nullable: true, description: '住宅套数。The number of dwellings.' })
  dwellings!: number | null;

  @Field(() => Int, { nullable: true, description: '户数。The number of households.' })
  households!: number | null;

  @Field(() => String, { nullable: true, description: '用途。What it is used for.' })
  use!: string | null;
}

/** Declares a housing estate. */
@ObjectType('Estate', { implements: [ElementType, NodeType], description: '小区。A housing estate.' })
export class EstateType extends ElementType {
  @Field(() => String, { nullable: true, description: '形态：OPEN 开放、CLOSED 封闭、OLD 老旧。The form: OPEN, CLOSED or OLD.' })
  form!: string | null;

  @Field(() => Boolean, { nullable: true, description: '有无业主委员会。Whether it has an owners’ committee.' })
  ownersCommittee!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '有无物业管理委员会。Whether it has a management committee.' })
  managementCommittee!: boolean | null;

  @Field(() => String, { nullable: true, description: '物业企业。The property firm.' })
  propertyFirm!: string | null;

  @Field(() => Int, { nullable: true, description: '住宅套数。The number of dwellings.' })
  dwellings!: number | null;

  @Field(() => Int, { nullable: true, description: '建成年份。The year it was built.' })
  builtYear!: number | null;
}

/** Declares a city component. */
@ObjectType('Component', { implements: [ElementType, NodeType], description: '城市部件。A city component.' })
export class ComponentType extends ElementType {
  @Field(() => String, { nullable: true, description: '分类标准。The standard of its class.' })
  standard!: string | null;

  @Field(() => SourceIdScalar, { nullable: true, description: '类别代码。The code of its class.' })
  category!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '状态：INTACT 完好、DAMAGED 破损、LOST 丢失、ABANDONED 废弃、REMOVED 移除。The state: INTACT, DAMAGED, LOST, ABANDONED or REMOVED.',
  })
  state!: string | null;
}

/** Declares a site. */
@ObjectType('Site', { implements: [ElementType, NodeType], description: '阵地、服务站点。A site.' })
export class SiteType extends ElementType {
  @Field(() => String, { nullable: true, description: '站点种类。The kind of site.' })
  siteKind!: string | null;

  @Field(() => String, { nullable: true, description: '提供的服务。What it offers.' })
  services!: string | null;
}

/** Declares an organisation as an element that stands somewhere. */
@ObjectType('OrganisationElement', {
  implements: [ElementType, NodeType],
  description: '作为要素的组织。An organisation as an element that stands somewhere.',
})
export class OrganisationElementType extends ElementType {}
