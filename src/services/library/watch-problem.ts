import type { Problem } from '../../core/stories/model.ts';
import { errorCode, reasonOf } from '../base/system-error.ts';

/**
 * The system does not tell of changes below this root, so that they are seen only by looking now and then. Null
 * where the right to look is missing: whoever lists the folder says so already.
 */
export function watchProblem(root: string, error: unknown): Problem | null {
  if (['EACCES', 'EPERM'].includes(errorCode(error))) return null;
  const message = `Changes in here may be seen only after a minute: ${reasonFor(error)}. ${cureFor(error)}`;
  return { file: root, line: null, severity: 'warning', code: 'watch-failed', message };
}

/** For a watcher "no space" is not the disk, but the number of folders that may be watched. */
function reasonFor(error: unknown): string {
  return errorCode(error) === 'ENOSPC' ? 'the system watches no more folders for this user' : reasonOf(error);
}

function cureFor(error: unknown): string {
  if (errorCode(error) !== 'ENOSPC') return 'Choose a smaller folder, or one on this computer.';
  return 'Choose a smaller folder, or raise the limit with "sudo sysctl fs.inotify.max_user_watches=524288".';
}
