import { wordEnum } from '../../../graphql/word-enum.js';
import type { CivilCommunityOwn } from '../own-fields.js';

/** Declares the enum `CommunityType`. */
export const CommunityTypeEnum = wordEnum<NonNullable<CivilCommunityOwn['communityType']>>({
  name: 'CommunityType',
  description: '社区类型。The type of a community.',
  words: {
    OPEN_ESTATE: '开放小区型。Mostly open estates.',
    CLOSED_ESTATE: '封闭小区型。Mostly closed estates.',
    VILLAGE_TURNED: '村改居型。A village turned into a community.',
    URBAN_RURAL_FRINGE: '城乡结合部型。On the fringe of town and country.',
    COUNTY_TOWN: '县城城镇型。In a county town.',
  },
});
