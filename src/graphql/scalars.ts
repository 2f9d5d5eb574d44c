import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';

import { CityError, type ErrorCode } from '../kernel/city-error.js';
import { isCalendarDate } from '../kernel/dates.js';
import { durationMs } from '../kernel/duration.js';
import { isPlainText } from '../kernel/text.js';

interface TextScalar {
  readonly name: string;
  readonly description: string;
  /** What a value looks like, for messages. */
  readonly expected: string;
  readonly expectedZh: string;
  readonly accepts: (text: string) => boolean;
  /** The code of a refusal of malformed text. */
  readonly code: ErrorCode;
  /** Whether a number in its place is a lost id and not only a wrong type. */
  readonly isId: boolean;
}

function parseText(rule: TextScalar, value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') throw numberGiven(rule, value);
  if (typeof value !== 'string') throw refused('BAD_USER_INPUT', rule, typeof value);
  if (!isPlainText(value)) throw refused('TEXT_INVALID', rule, 'text with a NUL or half a character');
  if (!rule.accepts(value)) throw refused(rule.code, rule, JSON.stringify(value.slice(0, 80)));
  return value;
}

function refused(code: ErrorCode, rule: TextScalar, received: string): CityError {
  return new CityError({
    code,
    message: `${rule.name}: expected ${rule.expected}, got ${received}.`,
    messageZh: `${rule.name}：应为 ${rule.expectedZh}，收到 ${received}。`,
    hint: `Send ${rule.expected}.`,
    details: { scalar: rule.name },
  });
}

function numberGiven(rule: TextScalar, value: number | bigint): CityError {
  return new CityError({
    code: rule.isId ? 'ID_PRECISION' : rule.code,
    message: `${rule.name}: expected a string (${rule.expected}), got the number ${value}.`,
    messageZh: `${rule.name}：应为字符串（${rule.expectedZh}），收到数字 ${value}。`,
    hint: rule.isId ? 'Write ids in quotes: as a number, digits beyond 2^53 and leading zeros are lost.' : 'Write it in quotes.',
    details: { scalar: rule.name },
  });
}

function literalOf(node: ValueNode): unknown {
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  return 'value' in node ? node.value : undefined;
}

function textScalar(rule: TextScalar): GraphQLScalarType<string, string> {
  return new GraphQLScalarType<string, string>({
    name: rule.name,
    description: rule.description,
    serialize: (value) => String(value),
    parseValue: (value) => parseText(rule, value),
    parseLiteral: (node) => parseText(rule, literalOf(node)),
  });
}

const isCode = (text: string): boolean => /^[0-9A-Za-z_.-]{1,64}$/.test(text);

/** `ID`: the global id. Takes the place of GraphQL's own `ID`, which would turn a number into a text and lose digits. */
export const IdScalar = textScalar({
  name: 'ID',
  description: '全局编号。A global id.',
  expected: 'a global id that an earlier answer gave',
  expectedZh: '此前答复中给出的全局编号',
  accepts: (text) => text.length >= 1 && text.length <= 256,
  code: 'BAD_USER_INPUT',
  isId: true,
});

/** `Duration`: a length of time of ISO 8601, such as `PT5M`. */
export const DurationScalar = textScalar({
  name: 'Duration',
  description: '时长，ISO 8601，如 PT5M、P1DT12H。A length of time of ISO 8601, such as PT5M or P1DT12H.',
  expected: 'a duration of days, hours, minutes or seconds such as PT5M',
  expectedZh: '由日、时、分、秒组成的时长，如 PT5M',
  accepts: (text) => durationMs(text) !== null,
  code: 'BAD_USER_INPUT',
  isId: false,
});

/** `SourceId`: an id exactly as an office writes it, 1–128 characters. */
export const SourceIdScalar = textScalar({
  name: 'SourceId',
  description: '部门自己的编号，原样保存的字符串，绝不转成数字。An id exactly as the office writes it; always a string, never a number.',
  expected: '1 to 128 characters',
  expectedZh: '1 至 128 个字符',
  accepts: (text) => text.length >= 1 && text.length <= 128,
  code: 'BAD_USER_INPUT',
  isId: true,
});

/** `DivisionCode`: 6, 9 or 12 digits in China; other cities' schemes use their own letters and digits. */
export const DivisionCodeScalar = textScalar({
  name: 'DivisionCode',
  description:
    '行政区划代码，县级 6 位、乡级 9 位、村级 12 位。A division code: 6, 9 or 12 digits for county, township and community level.',
  expected: '1 to 64 letters or digits, e.g. "360203003"',
  expectedZh: '1 至 64 个字母或数字，如 "360203003"',
  accepts: isCode,
  code: 'BAD_USER_INPUT',
  isId: true,
});

/** `GridCode`: the code of an all-elements grid. */
export const GridCodeScalar = textScalar({
  name: 'GridCode',
  description:
    '全要素网格编码：12 位社区代码加 3 位顺序号。The code of an all-elements grid: 12 digits of its community and a serial of 3.',
  expected: '1 to 64 letters or digits, e.g. "360203003002001"',
  expectedZh: '1 至 64 个字母或数字，如 "360203003002001"',
  accepts: isCode,
  code: 'BAD_USER_INPUT',
  isId: true,
});

/** `LayerKey`: `<office>/<name>`. */
export const LayerKeyScalar = textScalar({
  name: 'LayerKey',
  description: '图层键，形如 urban-management/unit。The key of a layer, such as urban-management/unit.',
  expected: '"<office>/<name>"',
  expectedZh: '"<部门>/<图层名>"',
  accepts: (text) => /^[a-z0-9-]+\/[a-z0-9-]+$/.test(text),
  code: 'BAD_USER_INPUT',
  isId: false,
});

/** `Cursor`: opaque and signed. */
export const CursorScalar = textScalar({
  name: 'Cursor',
  description: '不透明游标，原样传回即可。An opaque cursor; send it back as it came.',
  expected: 'a cursor that an earlier answer gave',
  expectedZh: '此前答复中给出的游标',
  accepts: (text) => /^[\w-]+(\.[\w-]+)*$/.test(text) && text.length <= 1024,
  code: 'CURSOR_INVALID',
  isId: false,
});

/** `Date`: a calendar date of the city, `YYYY-MM-DD`, held as a string. */
export const DateScalar = textScalar({
  name: 'Date',
  description: '日历日期 YYYY-MM-DD，按城市时区。A calendar date YYYY-MM-DD in the city’s time zone.',
  expected: 'a real calendar date YYYY-MM-DD',
  expectedZh: '真实日期 YYYY-MM-DD',
  accepts: isCalendarDate,
  code: 'DATE_INVALID',
  isId: false,
});

/** `DateTime`: an instant with an offset; naive times are refused. Wrapped only to describe it in two languages and to name the code. */
export const DateTimeScalar = new GraphQLScalarType<Date, Date>({
  name: 'DateTime',
  description: '带时区偏移的时刻（RFC 3339）。An instant with its offset (RFC 3339).',
  serialize: (value) => GraphQLDateTime.serialize(value),
  parseValue: (value) => instant(() => GraphQLDateTime.parseValue(value), value),
  parseLiteral: (node) => instant(() => GraphQLDateTime.parseLiteral(node, {}), literalOf(node)),
});

function instant(parse: () => Date, received: unknown): Date {
  try {
    return parse();
  } catch {
    const shown = JSON.stringify(received)?.slice(0, 80);
    throw new CityError({
      code: 'DATE_INVALID',
      message: `DateTime: expected an instant with offset such as "2026-11-22T08:00:00+08:00", got ${shown}.`,
      messageZh: `DateTime：应为带时区偏移的时刻，如 "2026-11-22T08:00:00+08:00"，收到 ${shown}。`,
      hint: 'Give date, time and offset.',
    });
  }
}

/** `GeoJSON`: a geometry object (RFC 7946), EPSG:4326; answers only. */
export const GeoJsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'GeoJSON',
  description: 'GeoJSON 几何（RFC 7946），经纬度 EPSG:4326。A GeoJSON geometry (RFC 7946), longitude and latitude, EPSG:4326.',
  serialize: (value) => value,
});
