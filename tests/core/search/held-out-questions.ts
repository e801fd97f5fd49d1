/*
 * Questions for the samples that no weight, synonym or rule of the search was chosen on: they were written from the
 * stories and from what interviewers usually ask, before anybody looked at how the search does on them. Don’t tune on
 * them: whoever does moves them to the other tables and writes new ones here.
 */

/** Questions that a sample answers, by the title of that sample. */
export const heldOutByStory: Readonly<Record<string, readonly string[]>> = {
  'About me': [
    'Walk me through your resume.',
    'How did you get to where you are now?',
    'What is a current area for improvement of yours?',
    'How hands-on are you as a manager?',
  ],
  'Tell me about a time you took on something that was not your job.': [
    'When did you take on something significant outside your area of responsibility?',
    'Describe a project with unclear responsibilities that you drove to the end.',
    'When did you step in although another team was responsible?',
    'Tell me about a time you needed to act quickly and could not know everything.',
    'Give me an example of working backwards from what the user needs.',
    'Tell me about a problem you spotted that everybody else ignored.',
    'When did you go the extra mile?',
  ],
  'The surcharge I switched off': [
    'Describe a situation where you made a mistake and how you handled it.',
    'Tell me about a time you took responsibility for something that went wrong.',
    'How did you communicate something difficult to an executive?',
    'Tell me about a review where you overlooked something serious.',
    'What went wrong on your watch, and what did it cost?',
  ],
  'The migration that lost a quarter': [
    'Your project is falling behind schedule. How do you handle it?',
    'Tell me about a time you underestimated the time that a project needed.',
    'Describe a project that was not meeting expectations.',
    'Have you ever had to tell your board that a date would slip?',
    'What is the most important objective that you almost did not achieve?',
    'Tell me about replacing a legacy system.',
  ],
  'Six weeks to a customs form': [
    'Tell me about a tight timeline that seemed impossible.',
    'How did you handle time constraints on an important delivery?',
    'When did you build something with limited resources?',
    'How do you decide on the scope of a first version?',
    'Tell me about a compliance requirement with a fixed date.',
  ],
  'The phone line I wanted to keep': [
    'Describe a decision you disagreed with and how it affected your work.',
    'Tell me about a time your initial stance turned out not to be correct.',
    'Have you ever had a disagreement with another manager?',
    'How do you deal with decisions from above that you think are a mistake?',
    'Tell me about standing up to somebody senior.',
  ],
  'The slow Mondays': [
    'Tell me about a time you found out that a common belief was false.',
    'How do you get to the bottom of a performance issue?',
    'Describe a time you used data to drive a decision.',
    'When was the first diagnosis of a problem wrong?',
    'Tell me about a bottleneck that you removed.',
  ],
  'The stop button on the dispatch desk': [
    'Tell me about the last time you had to apologise to someone.',
    'How did you rebuild confidence after a series of failures?',
    'Describe the most difficult working relationship you have turned around.',
    'When did you lose credibility, and what did you do about it?',
  ],
  'The promotion I kept promising': [
    'How do you relay difficult feedback to a subordinate?',
    'Describe how you helped somebody on your team grow in their career.',
    'Tell me about a talk with a direct report that you had put off.',
    'How do you help an underperforming team member improve?',
  ],
};

/** Questions that no sample answers. */
export const heldOutWithoutStory: readonly string[] = [
  'Have you managed other managers?',
  'What would you change in your current company?',
  'What team size are you comfortable with?',
  'How do you build a team from scratch?',
  'How do you resolve a disagreement between two engineers about a framework?',
  'How do you keep your best people from leaving?',
  'When do you prefer Kanban to Scrum?',
  'How do you work with product managers?',
  'What are the red flags you look for when hiring?',
  'How do you balance technical debt with features?',
  'Tell me about a system that you scaled to millions of users.',
  'Tell me about a time you had to learn something new quickly.',
  'Describe the most creative idea you have had.',
  'Tell me about a time you explained something complex to a layperson.',
  'How do you run performance reviews?',
  'Tell me about a time you simplified a process.',
  'Tell me about a feature that you removed.',
  'Have you worked under a manager you did not respect?',
  'Tell me about a time you had to leave a task unfinished.',
  'How do you celebrate a launch?',
  'Describe a conflict with a client and how you resolved it.',
  'How do you set goals for your team?',
  'Tell me about a time you exceeded expectations.',
  'Tell me about a time you changed your communication style.',
  'Tell me about a hackathon.',
  'How do you protect user privacy?',
  'Have you written a patent?',
  'How do you choose a programming language for a project?',
  'What is the difference between leadership and management?',
  'How do you keep work and life in balance?',
  'Tell me about a teammate who took credit for your work.',
  'What do you like least about your job?',
];
