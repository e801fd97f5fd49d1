/** While one thinks in a rehearsal: the question alone, since the story must be found from it. */
export function ThinkQuestion({ question }: { question: string }) {
  return (
    <div className="think">
      <p dir="auto">{question}</p>
    </div>
  );
}
