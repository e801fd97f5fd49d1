/** The question alone: while one thinks in a rehearsal, since the story must be found from it, and for a follow-up. */
export function ThinkQuestion({ question }: { question: string }) {
  return (
    <div className="think">
      <p dir="auto">{question}</p>
    </div>
  );
}
