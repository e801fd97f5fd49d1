import type { Notices } from '../base/notices.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { PrompterService } from '../prompter/prompter.ts';

/** The stage, where a story that is put on ends a rehearsal: a real call has begun. */
export function leavingStage(
  stage: PrompterService,
  rehearsal: Rehearsal,
  notices: Pick<Notices, 'add'>,
): PrompterService {
  async function leave(title: string): Promise<void> {
    const isKept = await rehearsal.close();
    const kept = isKept ? ' What you said is kept in the log.' : '';
    notices.add('info', `The rehearsal was left for “${title}”.${kept}`);
  }
  return {
    ...stage,
    open: (story, variant, alternate) => {
      stage.open(story, variant, alternate);
      if (rehearsal.present() !== null) void leave(story.title);
    },
  };
}
