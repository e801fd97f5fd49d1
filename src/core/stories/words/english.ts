import { type Language, listed } from './language.ts';

export const english: Language = {
  sections: {
    situation: ['S', 'Situation', 'Context', 'Background'],
    task: 'T,Task,Tasks,Goal,Goals,Objective,Objectives,Challenge,Challenges,Problem,Problems,Obstacle,Obstacles'.split(
      ',',
    ),
    action: ['A', 'Action', 'Actions', 'Actions taken', 'Action taken', 'Approach', 'What I did', 'Steps taken'],
    result: ['R', 'Result', 'Results', 'Outcome', 'Outcomes', 'Impact', 'Impacts'],
    reflection: [
      ...['Reflection', 'Reflections', 'Learning', 'Learnings', 'Key learnings', 'Lesson', 'Lessons'],
      ...['Lesson learned', 'Lessons learned', 'Lesson learnt', 'Lessons learnt', 'What I learned', 'What I learnt'],
      ...['Takeaway', 'Takeaways', 'Take-away', 'Take-aways', 'Key takeaway', 'Key takeaways'],
    ],
  },
  structure: {
    question: ['Question', 'Interview question', 'Q', 'Interviewer', 'Interviewer asks'],
    answer: [
      ...[
        'Interview story',
        'My story',
        'The story',
        'Full story',
        'STAR answer',
        'STAR story',
        'Model answer',
        'Sample answer',
        'What I say',
        'What I would say',
        'Spoken answer',
        'Script',
        'Full script',
        'The answer',
        'Me',
        'Candidate',
      ],
      'Answer',
      'Response',
      'Full answer',
      'Full',
      'In full',
      'Full text',
      'Show answer',
      'My answer',
      'STAR',
      'STAR format',
      'STAR method',
    ],
    story: ['Story', 'Example'],
    followUps: ['Follow-ups', 'Follow ups', 'Follow-up', 'Follow-up questions', 'Follow up questions', 'Sub-questions'],
    outline: ['Outline', 'Bullets', 'Bullet points', 'Key points', 'Talking points', 'Cheat sheet', 'Cue card', 'Cues'],
    aside: ['Notes', 'Note', 'Comments', 'References', 'Links', 'Sources', 'Tips', 'Preparation'],
  },
  ordinals: [
    ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'first', 'second', 'third'],
    ...['fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'another'],
  ],
  qualifiers: ['interview', 'behavioral', 'behavioural', 'sample', 'star', 'my', 'model', 'main'],
  file: listed(`
    stories, story, answers, answer, interview, interviews, interviewing, bank, prep, preparation, guide,
    notes, note, star, starr, questions, question, portfolio, collection, library, examples, example,
    behavioral, behavioural, responses, q&a, qa, cheatsheet, workbook, playbook, document, doc, sheet, list,
    matrix, master, method, responses, practice
  `),
  facts: listed(`
    Source, Domain, Area, Date, When, Where, Company, Employer, Client, Customer, Organisation, Organization,
    Role, Position, Job, Job title, Level, Seniority, Theme, Themes, Topic, Status, Team, Project, Product,
    Period, Year, Duration of project, Digest, Summary, Resume bullet, Resume framing, Résumé bullet,
    Headline, Angles, Used in, Told at, Confidence, Priority, Rating, Created, Updated, Last updated, Type,
    Skill, Skills, Industry, Location, Team size, Stack, Tech stack, Person, People
  `),
  notes: listed(`
    Interview angle, Interview angles, Interview line, Angle, Key trade-off, Key trade-offs, Key tradeoff, Key
    tradeoffs, Trade-off, Trade-offs, Tradeoff, Tradeoffs, Tip, Tips, Note, Notes, Evidence, Resume line,
    Resume bullet, Résumé line, Key words, Practice count, Practiced, Practised, Times practiced, Rehearsed,
    Sound bite, Soundbite, Punchline, Opening line, Closing line, One-liner, Hook, Why it works, Why this
    works, Why it matters, What it shows, What this shows, Shows, Demonstrates, Skills shown, Skills
    demonstrated, Signals, Delivery, Watch out, Watch out for, Pitfalls, Avoid, Remember, Reminder, Links,
    References, Sources, Key numbers, Key metrics, Feedback, Delivery notes, Coaching note, Coaching notes,
    Comment, Comments, To do, Todo
  `),
  keys: {
    title: ['Title'],
    group: ['Group', 'Competency', 'Principle', 'Leadership principle', 'Category'],
    tags: ['Tags', 'Tag', 'Keywords'],
    target: ['Target', 'Target time', 'Time', 'Duration', 'Length'],
  },
  also: [
    ...['fits$', 'suits$', 'works for questions', 'use this story for', 'also suits', 'can answer$'],
    ...[
      'also works for',
      'also works with',
      'works also for',
      'works for$',
      'works for the following',
      'works for these',
    ],
    ...['also useful for', 'useful for', 'use for', 'use this for', 'also use for', 'can be used for'],
    ...['can also be used for', 'also good for', 'good for$', 'good for the following', 'good for these', 'also for'],
    ...['also answers', 'also applies to', 'also fits', 'other questions', 'more questions', 'further questions'],
    ...['similar questions', 'related questions', 'alternative questions', 'additional questions'],
  ],
  asks: [
    ...[
      'best for$',
      'best for questions',
      'best for the following',
      'best for these',
      'best used for',
      'best answers$',
      'good for questions',
      'works well for',
      'use for questions',
      'use when asked',
      'use it for$',
      'questions this fits',
      'questions it fits',
      'questions it suits',
      'questions this suits',
      'fits questions',
      'fits the questions',
      'suits questions',
      'suitable for',
      'typical questions$',
      'suitable questions$',
    ],
    ...['interview questions this answers', 'questions this answers', 'questions this story answers'],
    ...['interview questions this story answers', 'questions this can answer', 'questions this story can answer'],
    ...['questions it answers', 'questions answered', 'answers these questions', 'answers the questions'],
    ...['answers the following questions', 'interview questions$', 'questions$', 'possible questions$'],
  ],
  versions: {
    kinds: ['shorter', 'short', 'longer', 'long', 'brief', 'briefer', 'condensed', 'alternative', 'alternate', 'other'],
    nouns: ['version', 'variant'],
    before: ['for', 'to', 'by', 'from'],
    short: listed(`short, shorter, brief, briefer, condensed, quick, spoken, elevator, mini`),
    names: listed(`
      tl;dr, tldr, elevator, elevator pitch, short, shorter, in brief, the short one, spoken, short answer,
      soundbite version
    `),
  },
  openers: [
    ...['tell me', 'tell us', 'describe', 'give me', 'give us', 'give an example', 'share an', 'share a time'],
    ...['walk me', 'walk us', 'talk about a', 'talk me through', 'talk to me about', 'explain a', 'explain how you'],
    ...['a time when you', 'a time you', 'name a', 'provide an example'],
  ],
  joiners: ['and'],
  determiners: ['the', 'my', 'our', 'key', 'main'],
  pronouns: { we: ['we', "we've", "we'd", "we'll", "we're"], i: ['i', "i've", "i'd", "i'll", "i'm"] },
  own: listed(`me, my, mine, myself, us, our`),
  you: listed(`you, your, yours, yourself, you're, you've, you'd, you'll`),
  instructions: listed(`
    describe, explain, use, avoid, keep, give, state, set, focus, add, include, share, say, write, choose,
    pick, think, start, end, begin, finish, show, mention, quantify, outline, be, make, remember, practice,
    practise, prepare, list, tell, talk, what, who, where, when, which, why, how, don't, do, never, always,
    highlight, provide, detail, try
  `),
  chat: listed(`
    let me know, feel free to, would you like me, hope this helps, hope these help, good luck, happy to help,
    i can also, want me to, these answers, this answer shows, these stories show, these examples, if you want
    i, if you would like, need any changes, shall i, tailor these, adapt these, as an ai
  `),
  figures: [
    ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'fifteen'],
    ...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety', 'hundred', 'hundreds'],
    ...['thousand', 'thousands', 'million', 'millions', 'billion', 'dozen', 'dozens', 'half', 'halved', 'third'],
    ...['quarter', 'double', 'doubled', 'triple', 'tripled', 'twice', 'threefold', 'tenfold', 'percent', 'zero'],
  ],
};
