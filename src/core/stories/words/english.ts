import type { Language } from './language.ts';

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
    question: ['Question', 'Interview question', 'Q'],
    answer: [
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
  keys: {
    title: ['Title'],
    group: ['Group', 'Competency', 'Principle', 'Leadership principle', 'Category'],
    tags: ['Tags', 'Tag', 'Keywords'],
    target: ['Target', 'Target time', 'Time', 'Duration', 'Length'],
  },
  also: [
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
    ...['interview questions this answers', 'questions this answers', 'questions this story answers'],
    ...['interview questions this story answers', 'questions this can answer', 'questions this story can answer'],
    ...['questions it answers', 'questions answered', 'answers these questions', 'answers the questions'],
    ...['answers the following questions', 'interview questions$', 'questions$', 'possible questions$'],
  ],
  versions: {
    kinds: ['shorter', 'short', 'longer', 'long', 'brief', 'briefer', 'condensed', 'alternative', 'alternate', 'other'],
    nouns: ['version', 'variant'],
    before: ['for', 'to', 'by', 'from'],
  },
  openers: [
    ...['tell me', 'tell us', 'describe', 'give me', 'give us', 'give an example', 'share an', 'share a time'],
    ...['walk me', 'walk us', 'talk about a', 'talk me through', 'talk to me about', 'explain a', 'explain how you'],
    ...['a time when you', 'a time you', 'name a', 'provide an example'],
  ],
  leadIns: {
    polite: [
      ...['please', 'can you', 'could you', 'would you', 'will you', 'can you think of', "i'd like to hear about"],
      ...['share', 'share with me', 'share with us', 'explain', 'discuss', 'recall', 'name', 'provide', 'think of'],
      ...['think about', 'give', 'give me', 'give us', 'what is'],
    ],
    asks: [
      ...['tell me', 'tell us', 'tell me about', 'tell us about', 'tell me about when you', 'tell us about when you'],
      ...['describe', 'describe to me', 'describe to us', 'describe for me', 'describe for us', 'talk about'],
      ...['walk me through', 'walk us through', 'talk me through', 'talk us through', 'talk to me about'],
      ...['an example of', 'a specific example of', 'have you ever', 'have you ever had to', 'did you ever'],
    ],
    cases: [
      ...[
        'a time',
        'one time',
        'a specific time',
        'a recent time',
        'a particular time',
        'the last time',
        'an occasion',
      ],
      ...['a situation', 'a specific situation', 'a recent situation', 'a particular situation', 'an instance'],
      ...['a moment', 'a case', 'an experience', 'an example', 'an example of', 'a specific example'],
      ...['a specific example of'],
    ],
    joins: ['when', 'where', 'in which', 'during which', 'in your career when', 'in the past when', 'at work when'],
    subjects: [
      ...['you', 'you had to', "you've", "you've had to", 'you have', 'you have had to', 'you were', 'that you'],
      ...['that you had to'],
    ],
  },
  joiners: ['and'],
  determiners: ['the', 'my', 'our', 'key', 'main'],
  pronouns: { we: ['we', "we've", "we'd", "we'll", "we're"], i: ['i', "i've", "i'd", "i'll", "i'm"] },
  figures: [
    ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'fifteen'],
    ...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety', 'hundred', 'hundreds'],
    ...['thousand', 'thousands', 'million', 'millions', 'billion', 'dozen', 'dozens', 'half', 'halved', 'third'],
    ...['quarter', 'double', 'doubled', 'triple', 'tripled', 'twice', 'threefold', 'tenfold', 'percent', 'zero'],
  ],
};
