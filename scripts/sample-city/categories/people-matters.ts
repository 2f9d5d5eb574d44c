import { categoriesOf, type Category, type CategoryLine } from './category.js';

/** The nine kinds of GB/T 31000-2015, numbered here in the order of the standard, which numbers them otherwise or not at all. */
export const safetyStandard = 'GB/T 31000-2015';
/** The city's own kinds beside the nine ("9+X"); invented for the sample. */
export const safetyExtension = 'sample/9+X';
/** Content classes of petitions, 2 + 2 + 2 digits; only 990000 is known from practice, the others are invented for the sample. */
export const petitionStandard = 'sample/petition-content';
/** Classes of 12345 tickets; invented for the sample. */
export const hotlineStandard = 'sample/hotline-12345';
/** Kinds of assistance by civil affairs; names are those of the law, codes are invented for the sample. */
export const assistanceStandard = 'sample/civil-assistance';
/** Services that party organisations report to communities for; invented for the sample. */
export const partyStandard = 'sample/party-service';
/** Matters of estates; invented for the sample. */
export const housingStandard = 'sample/housing';

const safety: readonly CategoryLine[] = [
  ['01', '综治组织及综合业务', 'Safety organisations and general business', 'political-legal'],
  ['02', '实有人口', 'Resident population', 'police'],
  ['03', '特殊人群', 'Special groups', 'political-legal'],
  ['04', '重点青少年', 'Young people in need of care', 'political-legal'],
  ['05', '非公有制经济组织和社会组织', 'Private and social organisations', 'social-work'],
  ['06', '社会治安', 'Public order', 'police'],
  ['07', '矛盾纠纷排查化解', 'Disputes found and settled', 'justice'],
  ['08', '校园及周边安全', 'Safety of schools', 'education'],
  ['09', '护路护线', 'Protection of railways and lines', 'political-legal'],
];

const extension: readonly CategoryLine[] = [
  ['X01', '消防隐患', 'Fire hazard', 'fire'],
  ['X02', '电动自行车违规充电', 'Irregular charging of e-bikes', 'fire'],
  ['X03', '反诈宣传', 'Fraud prevention', 'police'],
  ['X04', '快递小哥吹哨', "Courier's whistle", 'centre'],
];

const petition: readonly CategoryLine[] = [
  ['010000', '城乡建设', 'Urban and rural construction', 'housing'],
  ['010100', '房屋质量', 'Quality of buildings', 'housing'],
  ['010200', '征收补偿', 'Compensation for expropriation', 'land'],
  ['020000', '劳动社保', 'Labour and social insurance', 'labour'],
  ['020100', '拖欠工资', 'Unpaid wages', 'labour'],
  ['020200', '养老待遇', 'Pensions', 'labour'],
  ['030000', '农村农业', 'Villages and farming', 'land'],
  ['040000', '卫生健康', 'Health', 'health'],
  ['050000', '教育体育', 'Education', 'education'],
  ['060000', '环境保护', 'Environment', 'ecology'],
  ['070000', '交通运输', 'Traffic', 'traffic'],
  ['080000', '市场监管', 'Market', 'market'],
  ['090000', '检举控告', 'Accusation', 'discipline'],
  ['990000', '其它', 'Other', 'petition'],
];

const hotline: readonly CategoryLine[] = [
  ['01', '咨询', 'Question', 'hotline'],
  ['02', '求助', 'Call for help', 'hotline'],
  ['03', '投诉', 'Complaint', 'hotline'],
  ['04', '举报', 'Report of an offence', 'hotline'],
  ['05', '建议', 'Suggestion', 'hotline'],
];

const assistance: readonly CategoryLine[] = [
  ['01', '最低生活保障', 'Minimum living allowance', 'civil-affairs'],
  ['02', '特困人员供养', 'Support of people in extreme hardship', 'civil-affairs'],
  ['03', '临时救助', 'Temporary assistance', 'civil-affairs'],
  ['04', '养老服务', 'Services for the elderly', 'civil-affairs'],
  ['05', '残疾人两项补贴', 'Allowances for the disabled', 'civil-affairs'],
  ['06', '困境儿童保障', 'Protection of children in need', 'civil-affairs'],
  ['07', '高龄津贴', 'Allowance for the very old', 'civil-affairs'],
];

const party: readonly CategoryLine[] = [
  ['01', '报到服务', 'Service after reporting to the community', 'party-building'],
  ['02', '共建项目', 'Joint project', 'party-building'],
  ['03', '微心愿', 'Small wish', 'party-building'],
  ['04', '议事协商', 'Deliberation', 'party-building'],
];

const housing: readonly CategoryLine[] = [
  ['01', '物业服务', 'Property service', 'housing'],
  ['02', '电梯故障', 'Lift out of order', 'market'],
  ['03', '房屋渗漏', 'Leaking building', 'housing'],
  ['04', '维修资金使用', 'Use of the repair fund', 'housing'],
  ['05', '业主委员会筹建', "Setting up an owners' committee", 'housing'],
  ['06', '老旧小区改造', 'Renewal of an old estate', 'housing'],
];

const matters = (standard: string, lines: readonly CategoryLine[], parentOf: (code: string) => string = () => ''): readonly Category[] =>
  categoriesOf({ standard, kind: 'MATTER' }, lines, parentOf);

const petitionParent = (code: string): string => (code.endsWith('0000') ? '' : `${code.slice(0, 2)}0000`);

/** Categories of all matters that concern people rather than the street. */
export const peopleCategories: readonly Category[] = [
  ...matters(safetyStandard, safety),
  ...matters(safetyExtension, extension),
  ...matters(petitionStandard, petition, petitionParent),
  ...matters(hotlineStandard, hotline),
  ...matters(assistanceStandard, assistance),
  ...matters(partyStandard, party),
  ...matters(housingStandard, housing),
];
