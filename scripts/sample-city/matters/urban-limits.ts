/** Condition under which a matter is filed, and how long its handling may take. */
export interface UrbanLimit {
  readonly condition: string;
  /** As the office writes it; units are not mixed up. */
  readonly text: string;
  readonly hours: number;
}

const limits: Readonly<Record<string, UrbanLimit>> = {
  '01001': { condition: '井盖缺失、移位', text: '2紧急工作时', hours: 2 },
  '01003': { condition: '井框高差大于2厘米', text: '5天', hours: 120 },
  '01011': { condition: '井盖缺失、移位', text: '2紧急工作时', hours: 2 },
  '06001': { condition: '已形成', text: '15天', hours: 360 },
  '06010': { condition: '明显暴露', text: '4小时', hours: 4 },
  '06012': { condition: '路面不洁', text: '2小时', hours: 2 },
  '06013': { condition: '破损0.5平方米以上', text: '5天', hours: 120 },
  '06027': { condition: '未安装或未使用净化设施', text: '7天', hours: 168 },
  '06028': { condition: '影响居民休息', text: '3天', hours: 72 },
  '07001': { condition: '成片张贴', text: '1天', hours: 24 },
  '09005': { condition: '超出门窗外墙', text: '2紧急工作时', hours: 2 },
  '09006': { condition: '占用道路', text: '2紧急工作时', hours: 2 },
  '09012': { condition: '堵塞通道', text: '2小时', hours: 2 },
};

const usual: UrbanLimit = { condition: '经核实属实', text: '1天', hours: 24 };
const facility: UrbanLimit = { condition: '影响正常使用', text: '3天', hours: 72 };

/** The limit of a kind; a facility out of order has three days, everything else a day. */
export function urbanLimit(code: string): UrbanLimit {
  return limits[code] ?? (code < '06' ? facility : usual);
}
