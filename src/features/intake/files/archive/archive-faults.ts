import { fileFault } from '../file-fault.js';
import { fileLimits } from '../file-limits.js';

/** Why an archive is not opened. */
export type ArchiveRule =
  | 'DAMAGED'
  | 'ENCRYPTED'
  | 'TOO_MANY'
  | 'TOO_LARGE'
  | 'BAD_PATH'
  | 'SPECIAL'
  | 'METHOD'
  | 'TWICE'
  | 'OVERLAP'
  | 'BOMB'
  | 'NESTED'
  | 'OTHER_SIZE'
  | 'OTHER_CONTENT'
  | 'DOCTYPE'
  | 'XML'
  | 'SHEET';

const packAgain = 'Pack the files again with an ordinary tool, and send the archive whole.';

const told: Readonly<Record<ArchiveRule, readonly [expected: string, expectedZh: string, hint: string]>> = {
  DAMAGED: ['a whole zip archive, the directory is damaged or cut off', '应为完整的 zip 压缩包，其目录损坏或被截断', packAgain],
  ENCRYPTED: ['an archive without a password', '压缩包不得加密', 'Take the password off.'],
  TOO_MANY: [
    `at most ${fileLimits.archiveEntries} files in one archive`,
    `压缩包内文件不得超过 ${fileLimits.archiveEntries} 个`,
    'Split the archive.',
  ],
  TOO_LARGE: [
    `at most ${fileLimits.archiveBytes} bytes after unpacking`,
    `解压后不得超过 ${fileLimits.archiveBytes} 字节`,
    'Split the archive.',
  ],
  BAD_PATH: [
    'paths inside the archive, without "..", drives, backslashes or control characters',
    '路径应在压缩包之内，不含“..”、盘符、反斜杠或控制字符',
    packAgain,
  ],
  SPECIAL: ['plain files, no links or devices', '应为普通文件，不得为链接或设备', packAgain],
  METHOD: ['files that are stored or deflated', '文件应为存储或 deflate 压缩', packAgain],
  TWICE: ['each name once', '文件名不得重复', 'Remove one of the two files.'],
  OVERLAP: ['files that lie apart from each other', '文件的数据不得相互重叠', packAgain],
  BOMB: [
    `at most ${fileLimits.ratio} times the packed size after unpacking`,
    `解压后不得超过压缩大小的 ${fileLimits.ratio} 倍`,
    'Send the file unpacked.',
  ],
  NESTED: ['no archive within an archive', '压缩包内不得再含压缩包', 'Unpack the inner archive, or send it by itself.'],
  OTHER_SIZE: ['as many bytes as the directory says', '解压字节数应与目录一致', packAgain],
  OTHER_CONTENT: ['the content that the checksum tells', '内容应与校验和一致', packAgain],
  DOCTYPE: ['XML without a DOCTYPE or entities of its own', 'XML 不得含 DOCTYPE 或自定义实体', 'Save the workbook again in a spreadsheet.'],
  SHEET: [
    'rows and cells in their order, within what a spreadsheet can hold',
    '行和单元格应按顺序排列，且不超过电子表格的范围',
    'Save the workbook again in a spreadsheet.',
  ],
  XML: ['well-formed XML of ordinary shape', '应为形状正常的 XML', 'Save the workbook again in a spreadsheet.'],
};

/** The error of an archive that is not opened. */
export function archiveFault(name: string, rule: ArchiveRule, cause?: unknown): Error {
  const [expected, expectedZh, hint] = told[rule];
  return fileFault({
    file: name,
    code: 'ARCHIVE_REJECTED',
    message: `expected ${expected}.`,
    messageZh: `${expectedZh}。`,
    hint,
    details: { rule },
    cause,
  });
}

/** The same because of one entry, whose name must be safe to show. */
export function entryFault(name: string, entry: string, rule: ArchiveRule, cause?: unknown): Error {
  const [expected, expectedZh, hint] = told[rule];
  return fileFault({
    file: name,
    code: 'ARCHIVE_REJECTED',
    message: `expected ${expected}, but not so ${JSON.stringify(entry)}.`,
    messageZh: `${expectedZh}，${JSON.stringify(entry)} 不合。`,
    hint,
    details: { rule, entry },
    cause,
  });
}
