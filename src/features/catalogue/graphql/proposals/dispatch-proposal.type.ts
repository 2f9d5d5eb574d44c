import { Field, Int, ObjectType } from 'type-graphql';

import { DateScalar, DivisionCodeScalar } from '../../../../graphql/scalars.js';
import { wordEnum } from '../../../../graphql/word-enum.js';
import type { Admission, AdmissionStanding } from '../../admission.js';
import type { AnsweringOrganisation, DispatchProposal, ProposedOrganisation, UnclearReason } from '../../dispatch-proposal.js';

/** The enum `AdmissionStanding`. */
export const AdmissionStandingEnum = wordEnum<AdmissionStanding>({
  name: 'AdmissionStanding',
  description: '某类事项可否交网格员。Whether grid staff may be asked to deal with a category.',
  words: {
    ADMITTED: '已准入。Admitted.',
    TEMPORARY: '临时准入，至某日止。Admitted for a while, until a day.',
    NOT_LISTED: '不在清单内：不得交网格员。Not on the list: grid staff may not be asked.',
    NO_LIST: '本市尚未公布清单，一概不拒。The city has published no list, and so nothing is refused.',
  },
});

/** Declares what the admission list says of a category. */
@ObjectType('Admission', { description: '准入清单对某类别的说法。What the admission list says of a category.' })
export class AdmissionType implements Admission {
  @Field(() => AdmissionStandingEnum, { description: '可否。Whether it is admitted.' })
  standing!: AdmissionStanding;

  @Field(() => Int, { nullable: true, description: '据第几版；尚无清单则为 null。The edition it was judged by; null without one.' })
  edition!: number | null;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）。No longer admitted on this day.' })
  until!: string | null;
}

/** The enum `UnclearReason`. */
export const UnclearReasonEnum = wordEnum<UnclearReason>({
  name: 'UnclearReason',
  description: '为何权责不清。Why nobody can be proposed to lead.',
  words: {
    NOBODY_NAMED: '没有职责写明由谁负责。No duty names anybody.',
    SEVERAL_ALIKE: '几个组织的职责不分先后。Several are named alike.',
  },
});

/** The enum `ProposedRole`. */
export const ProposedRoleEnum = wordEnum<ProposedOrganisation['role']>({
  name: 'ProposedRole',
  description: '拟派的角色。The part that an organisation would take.',
  words: { LEAD: '首接，牵头。The first receiver, who leads.', SUPPORT: '协办。Supports.' },
});

/** Declares an organisation that duties name. */
@ObjectType('ProposedOrganisation', { description: '现行职责所指的组织。An organisation that the duties in force name.' })
export class ProposedOrganisationType implements Pick<ProposedOrganisation, 'role'> {
  @Field(() => ProposedRoleEnum, { description: '角色。Its part.' })
  role!: ProposedOrganisation['role'];
}

/** Declares an organisation that must answer a whistle. */
@ObjectType('AnsweringOrganisation', {
  description: '按“报到”职责清单须应哨的组织。An organisation that must answer a whistle, by the duty list.',
})
export class AnsweringOrganisationType implements Omit<AnsweringOrganisation, 'organisationUuid'> {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: '其职责所及行政区划；全市则为 null。The division that its duty is about; null for the whole city.',
  })
  divisionCode!: string | null;

  @Field(() => String, { description: '职责。What it must do.' })
  task!: string;

  @Field(() => String, { nullable: true, description: '依据文号。The document it rests on.' })
  document!: string | null;
}

/** Declares who is proposed to handle a category in a place. */
@ObjectType('DispatchProposal', {
  description:
    '派单建议：按现行职责与清单由谁办；权责不清的报县级，不作猜测。Who is proposed to handle a category in a place, by the duties and lists in force; what they leave open goes to the county and is not guessed.',
})
export class DispatchProposalType implements Pick<DispatchProposal, 'at' | 'isUnclear' | 'unclearBecause' | 'escalateTo'> {
  @Field(() => DateScalar, { description: '按哪一天。As of which day.' })
  at!: string;

  @Field(() => [ProposedOrganisationType], {
    description: '所指组织，首接在前，各一次。The organisations named, the first receiver first, each once.',
  })
  organisations!: readonly ProposedOrganisation[];

  @Field(() => Boolean, { description: '是否权责不清。Whether it is unclear who leads.' })
  isUnclear!: boolean;

  @Field(() => UnclearReasonEnum, { nullable: true, description: '为何不清。Why it is unclear.' })
  unclearBecause!: UnclearReason | null;

  @Field(() => DivisionCodeScalar, { nullable: true, description: '不清时报哪个县级。The county that decides while it is unclear.' })
  escalateTo!: string | null;

  @Field(() => Boolean, { description: '是否在“吹哨”事项清单内。Whether the category is on the whistle list in force.' })
  isWhistle!: boolean;

  @Field(() => [AnsweringOrganisationType], {
    description: '吹哨时须应哨的组织，低层级在前。Who must answer a whistle, the lowest division first.',
  })
  mustAnswer!: readonly AnsweringOrganisation[];

  @Field(() => Int, { nullable: true, description: '据“吹哨”清单第几版。The edition of the whistle list it was made by.' })
  whistleEdition!: number | null;

  @Field(() => Int, { nullable: true, description: '据“报到”清单第几版。The edition of the duty list it was made by.' })
  dutyEdition!: number | null;
}
