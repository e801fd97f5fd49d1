import { DateControl } from '../ui/DateField.tsx';
import { showError, showFailure } from '../client/store.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { daysBetween, inDaysWords } from '../ui/format/day.ts';

/** The day of the interview with its countdown. */
export function Ahead({ today }: { today: string }) {
  const { bridge, store } = useProgram();
  const interview = useView(({ app }) => app?.settings.interviewDate ?? null);
  const change = async (interviewDate: string | null): Promise<void> =>
    showFailure(store, await bridge.changeSettings({ interviewDate }));
  return (
    <section className="progress-part ahead" aria-label="What lies ahead">
      <h2>
        <label htmlFor="progress-interview">Interview</label>
      </h2>
      <div className="ahead-day">
        <DateControl
          id="progress-interview"
          value={interview}
          set={(day) => void change(day)}
          refuse={(error) => showError(store, error)}
        />
        {interview !== null && <strong className="num">{inDaysWords(daysBetween(today, interview))}</strong>}
      </div>
      <p id="progress-interview-help" className="part-note">
        {helpWords(interview, today)}
      </p>
    </section>
  );
}

function helpWords(interview: string | null, today: string): string {
  if (interview === null) return 'Set its day: every story comes back in the three days before.';
  if (daysBetween(today, interview) < 0) return 'It is over. Set the next one, or clear the field.';
  return 'Every story comes back in the three days before it.';
}
