import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import configuration from '../../electron-builder.config.ts';

type Wanted = ReturnType<typeof configuration>['electronFuses'];

/** The fuses by their names in the configuration. */
const fuses = {
  runAsNode: FuseV1Options.RunAsNode,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
} as const satisfies Partial<Record<keyof Wanted, FuseV1Options>>;

type FuseName = keyof typeof fuses;
export const fuseNames = Object.keys(fuses) as FuseName[];

const stateNames: Readonly<Record<number, string>> = {
  [FuseState.DISABLE]: 'off',
  [FuseState.ENABLE]: 'on',
  [FuseState.REMOVED]: 'removed by Electron',
};

/** The fuses of a packed program, read from its executable: `on`, `off`, or why neither. */
export async function readFuses(executable: string): Promise<Record<FuseName, string>> {
  const wire = await getCurrentFuseWire(executable);
  const states = fuseNames.map((name) => [name, stateNames[wire[fuses[name]] ?? NaN] ?? 'not there'] as const);
  return Object.fromEntries(states) as Record<FuseName, string>;
}

/** A sentence for each fuse that differs from the configuration. */
export async function fuseProblems(executable: string): Promise<string[]> {
  const states = await readFuses(executable);
  const wanted = configuration().electronFuses;
  return fuseNames
    .filter((name) => states[name] !== (wanted[name] ? 'on' : 'off'))
    .map((name) => `The fuse ${name} of ${executable} is ${states[name]}. Pack it by electron-builder.config.ts.`);
}
