const personalWords = [
  /姓名|身份证|证件号|手机|电话|联系方式|联系人|住址|家庭地址|出生日期|生日/u,
  /\b(?:full|first|last|family|given)[ _-]?name\b|\bname[ _-]of[ _-](?:the[ _-])?(?:person|reporter|resident|petitioner)\b/iu,
  /\b(?:phone|mobile|telephone|id[ _-]?(?:card|number)|identity|birth(?:day|date)?|home[ _-]address)\b/iu,
];

/** Whether the words of a form's item ask who somebody is or how to reach him: people are not registered, so no form may ask. */
export function asksForPerson(words: string): boolean {
  return personalWords.some((pattern) => pattern.test(words.replaceAll('_', ' ')));
}
