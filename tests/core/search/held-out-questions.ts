/*
 * Questions for the samples that no weight, synonym or rule of the search was chosen on: they were written from the
 * stories alone, before anybody looked at how the search does on them. Don’t tune on them; write new ones instead.
 */

/** Questions that a sample answers, by the title of that sample. */
export const heldOutByStory: Readonly<Record<string, readonly string[]>> = {
  'About me': [
    'Walk me through your career.',
    'Who are you, and what do you do?',
    'Summarize your work history for me.',
    'What do you care about most in your work?',
  ],
  'Tell me about a time you took on something that was not your job.': [
    'When did you go out of your way to fix something nobody owned?',
    'Give me an example of stepping outside your role.',
    'Describe a problem that fell between two teams and how you picked it up.',
    'Have you volunteered for work no one asked you to do?',
    'Tell me about a time you put yourself in a user’s shoes.',
    'When did you move ahead without complete information?',
    'Tell me about taking a calculated risk.',
  ],
  'The surcharge I switched off': [
    'What’s the most expensive error you’ve made?',
    'Tell me about a slip that hurt the business.',
    'When did you have to tell an executive something they wouldn’t like?',
    'Describe a failure you were personally responsible for.',
    'How have you reacted after discovering you’d got something badly wrong?',
  ],
  'The migration that lost a quarter': [
    'Tell me about a project that ran late.',
    'When did you come close to failing at a big objective?',
    'Describe a goal that was in danger of not being met.',
    'Tell me about a large technical migration you led.',
    'Have you ever missed a date you’d committed to?',
  ],
  'Six weeks to a customs form': [
    'How do you deliver when time is short?',
    'Tell me about working to an impossible deadline.',
    'Describe a time you had to cut scope in order to ship.',
    'When have you had to get results with very few people?',
    'Tell me about trading completeness for speed.',
  ],
  'The phone line I wanted to keep': [
    'Tell me about supporting a decision you argued against.',
    'When did you and your boss see things differently?',
    'Have you challenged a senior leader and lost?',
    'Describe committing to a course of action you opposed.',
    'Tell me about a time you turned out to be wrong in a debate.',
  ],
  'The slow Mondays': [
    'When did you get to the root of a hard technical problem?',
    'Tell me about questioning something everyone took for granted.',
    'Describe an investigation where the data surprised you.',
    'Tell me about making a system faster.',
    'When did you save your company money?',
  ],
  'The stop button on the dispatch desk': [
    'How do you repair a damaged working relationship?',
    'Tell me about someone who had lost faith in you.',
    'When have you had to say sorry at work?',
    'Describe earning the confidence of a skeptical group.',
  ],
  'The promotion I kept promising': [
    'How do you coach an engineer who has plateaued?',
    'Tell me about an uncomfortable conversation with a direct report.',
    'When did you fail someone who reported to you?',
    'How do you develop your people?',
  ],
};

/** Questions that no sample answers. */
export const heldOutWithoutStory: readonly string[] = [
  'Tell me about a time you had to fire someone.',
  'How do you handle two people on your team who don’t get along?',
  'Describe your experience with budgets.',
  'Tell me about a time you hired the wrong person.',
  'What’s your greatest strength?',
  'Have you worked with a remote team?',
  'Why are you leaving your current job?',
  'What are your salary expectations?',
  'How do you stay up to date with technology?',
  'Tell me about a time you invented something new.',
  'Describe a time you dealt with a security breach.',
  'How would you design a URL shortener?',
  'Tell me about a time you raised the bar on hiring.',
  'Where do you see yourself in five years?',
  'Tell me about an ethical dilemma you faced.',
  'How do you juggle several projects at once?',
  'Tell me about a time you negotiated with a vendor.',
  'What do you do when a team member is burned out?',
  'Tell me about a time you received harsh feedback.',
  'Tell me about a time you won an award.',
  'How do you test your code?',
  'What do you know about our company?',
  'How do you run one-on-ones?',
  'Tell me about a time you improved diversity on a team.',
  'Have you ever open-sourced a project?',
  'How do you motivate a demoralised team?',
  'Tell me about launching a product in a new country.',
  'What would your last manager say about you?',
  'Tell me about a customer who was furious.',
  'Describe learning a programming language quickly.',
  'Have you ever quit something halfway?',
  'How do you onboard a new hire?',
  'Do you prefer working alone or in a group?',
  'What’s the best book you’ve read this year?',
  'Tell me about a time your manager promoted someone else instead of you.',
];
