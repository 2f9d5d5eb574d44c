import { cpus, loadavg, platform, release, totalmem } from 'node:os';

/** What figures were measured on; they mean little on another machine, and little on a busy one. */
export function machine(): object {
  const [first] = cpus();
  return {
    node: process.version,
    system: `${platform()} ${release()} ${process.arch}`,
    processor: first?.model ?? 'unknown',
    processors: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    /** Processes that wanted to run, over the last minute; more than `processors` means that the machine was busy. */
    load: Number(loadavg()[0]!.toFixed(2)),
  };
}
