import type { SessionState } from '../../core/contract/contract.ts';
import type { Settings } from '../../core/settings/schema.ts';

/**
 * How the clock counts: down in the think time, whatever it does during answers; up in a follow-up, which has no time
 * limit.
 */
export function clockSettings(
  phase: NonNullable<SessionState['rehearsing']>['phase'] | null,
  settings: Settings,
): Settings {
  if (phase !== 'thinking' && phase !== 'followUp') return settings;
  return { ...settings, countUp: phase === 'followUp', soonMs: 0, lastMs: 0 };
}
