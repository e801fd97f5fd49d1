import { useState } from 'react';
import type { LearnedRate } from '../../core/rehearsal/pace-learned.ts';
import type { SettingsPatch } from '../../core/settings.ts';
import { DateControl } from '../settings/DateControl.tsx';
import { showFailure } from '../store.ts';
import { useProgram, useView } from '../views/program.ts';
import { daysBetween, inDaysWords } from './day-words.ts';
import { RateOffer } from './RateOffer.tsx';

/** The day of the interview with its countdown, and the speaking rate that was learned. */
export function Ahead({ today, rate }: { today: string; rate: LearnedRate | null }) {
  const { bridge, store } = useProgram();
  const interview = useView(({ app }) => app?.settings.interviewDate ?? null);
  const [said, setSaid] = useState('');
  const change = async (patch: SettingsPatch, text: string): Promise<void> => {
    const result = await bridge.changeSettings(patch);
    showFailure(store, result);
    setSaid(result.ok ? text : '');
  };
  return (
    <section className="progress-part ahead" aria-label="What lies ahead">
      <h2>
        <label htmlFor="progress-interview">Interview</label>
      </h2>
      <div className="ahead-day">
        <DateControl
          id="progress-interview"
          value={interview}
          set={(day) => void change({ interviewDate: day }, '')}
          refuse={(failure) => store.setState({ failure })}
        />
        {interview !== null && <strong className="num">{inDaysWords(daysBetween(today, interview))}</strong>}
      </div>
      <p id="progress-interview-help" className="part-note">
        {helpWords(interview, today)}
      </p>
      {rate !== null && (
        <RateOffer
          rate={rate}
          take={(wordsPerMinute) =>
            void change({ wordsPerMinute }, `Your stories are planned at ${wordsPerMinute} words a minute now.`)
          }
        />
      )}
      <output className="part-note">{said}</output>
    </section>
  );
}

function helpWords(interview: string | null, today: string): string {
  if (interview === null) return 'Set its day: every story comes back in the three days before.';
  if (daysBetween(today, interview) < 0) return 'It is over. Set the next one, or clear the field.';
  return 'Every story comes back in the three days before it.';
}
