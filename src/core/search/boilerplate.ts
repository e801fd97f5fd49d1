import { wordsOf } from './words.ts';

/** English's own small words. */
const functionWords = `
a an the this that these those such same other another each every both any some all none
and or but nor so if than then as because while although though until unless
in on at by for from to into onto of off with without within about around across through over under up down out
before after during between against back away
i me my mine myself we us our ours you your yours he him his himself she her hers herself it its itself
they them their theirs who whom whose which what when where why how there here
is am are was were be been being isnt arent wasnt werent
do does did done doing dont doesnt didnt have has had having havent hasnt hadnt
will would shall should can could may might must wont wouldnt shouldnt cannot cant couldnt
not no yes too very one ones two just also even only quite really ever never always again once more most much many few less
im ive id ill youve youre youd weve were theyre thats lets s t d m ll re ve
`;

/** What interviewers wrap their questions in. */
const interviewWords = `
tell describe give share explain discuss walk talk show please example examples instance occasion time times
situation situations case story stories question experience experiences experienced recent recently last
think happen happened happens hypothetical specific
`;

/** Words that carry a little meaning: they help between two stories, and outweigh nothing. */
const lightWords = `
something anything nothing everything someone somebody anyone anybody everyone everybody nobody
thing things people person others way ways kind sort lot bit little
make made making makes take took taken taking takes get got getting go going went come came coming put use used using
want wanted need needed try tried like look looking see saw seen find found know knew let set keep kept
work works worked working team teams project projects job company business role day days week month year years
handle handled handling deal dealt dealing face faced facing approach approached manage managed able end
important significant difficult hard tough challenging complex biggest greatest
problem problems issue issues decision decisions challenge challenges change changes changed
great good best big new first still turned turn led lead
`;

function wordSet(list: string): ReadonlySet<string> {
  return new Set(wordsOf(list).map((word) => word.text));
}

const boilerplate = wordSet(functionWords + interviewWords);
const light = wordSet(lightWords);

/** How much a light word counts beside a full one. */
const lightWeight = 0.35;

/** Whether a folded word only dresses a question. */
export function isBoilerplate(word: string): boolean {
  return boilerplate.has(word);
}

/** How much a folded word counts in a search, 0 to 1. */
export function weightOfWord(word: string): number {
  return light.has(word) ? lightWeight : 1;
}
