import type { Platform } from '../../compose.js';
import { demoTokenSheet } from './demo-token-sheet.js';

/** What a start tells of how callers are let in: the tokens of a demonstration, or what is accepted. */
export async function accessLines(platform: Platform): Promise<readonly string[]> {
  const { config, credentials } = platform;
  if (credentials.demoTokens !== null) {
    const { path, written } = await demoTokenSheet(platform, credentials.demoTokens);
    return [
      '  AUTH=demo: a caller without credentials is demo-analyst of the whole city. Never serve real records this way.',
      `  Demonstration tokens, one a role: ${path}`,
      ...(written ?? []),
    ];
  }
  if (config.oidc !== null) return [`  AUTH=required: tokens of ${config.oidc.issuer}, and keys.`];
  return ['  AUTH=required without OIDC_ISSUER: only keys are accepted (npx allgrid key create).'];
}
