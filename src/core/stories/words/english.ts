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
    followUps: [
      'Likely follow-ups',
      'Possible follow-ups',
      'Expected follow-ups',
      'Potential follow-ups',
      'Follow-ups to expect',
      'Likely follow-up questions',
      'Possible follow-up questions',
      'Follow-up Q&A',
      'Followups',
      'Probing questions',
      'Follow-ups',
      'Follow ups',
      'Follow-up',
      'Follow-up questions',
      'Follow up questions',
      'Sub-questions',
    ],
    outline: ['Outline', 'Bullets', 'Bullet points', 'Key points', 'Talking points', 'Cheat sheet', 'Cue card', 'Cues'],
    aside: [
      'Checklist',
      'To do',
      'Todo',
      'Reminders',
      'Logistics',
      'Template',
      'Blank template',
      'STAR template',
      'Resources',
      'Notes',
      'Note',
      'Comments',
      'References',
      'Links',
      'Sources',
      'Tips',
      'Preparation',
    ],
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
  own: listed(`me, my, mine, myself, us, our`),
  you: listed(`you, your, yours, yourself, you're, you've, you'd, you'll`),
  instructions: listed(`
    describe, explain, use, avoid, keep, give, state, set, focus, add, include, share, say, write, choose,
    pick, think, start, end, begin, finish, show, mention, quantify, outline, be, make, remember, practice,
    practise, prepare, list, tell, talk, what, who, where, when, which, why, how, don't, do, never, always,
    highlight, provide, detail, try
  `),
  chat: listed(`
    let me know if you'd like me to, let me know if you would like me to, let me know if you want me to, let me know,
    feel free to, would you like me, hope this helps, hope these help, good luck, happy to help,
    i can also, want me to, these answers, this answer shows, these stories show, these examples, if you want
    i, if you would like, need any changes, shall i, tailor these, adapt these, as an ai
  `),
  figures: [
    ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'fifteen'],
    ...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety', 'hundred', 'hundreds'],
    ...['thousand', 'thousands', 'million', 'millions', 'billion', 'dozen', 'dozens', 'half', 'halved', 'third'],
    ...['quarter', 'double', 'doubled', 'triple', 'tripled', 'twice', 'threefold', 'tenfold', 'percent', 'zero'],
  ],
  grammar: {
    articles: 'the a an our my this these those its their',
    subjects: "i we i'd i've i'm i'll we'd we've we're we'll there there's",
    pronouns:
      'it me us you your he she they them him her his theirs mine ours myself himself herself itself themselves who whom what that one ones someone somebody anyone anybody each every any some such own other others both all only than',
    auxiliaries:
      "is was were be been are am do does did has have had having will would could should can may might must isn't it's that's he'd she'd they'd",
    chains:
      'had_to have_to has_to was_able_to were_able_to am_able_to managed_to decided_to wanted_to needed_to want_to need_to would_like_to got_to going_to started_to began_to continued_to chose_to was_asked_to were_asked_to made_sure_to made_sure ended_up took_the_time_to was_responsible_for am_responsible_for was_tasked_with were_tasked_with was_supposed_to were_supposed_to',
    negations:
      "not no neither nor without cannot can't couldn't didn't don't doesn't wasn't weren't won't wouldn't shouldn't hadn't hasn't haven't aren't",
    nobodies: 'nobody nothing none never nowhere',
    hedges:
      'really very just quite actually basically essentially simply also then so too even still already however therefore thus finally eventually ultimately initially typically usually generally mainly mostly overall afterwards meanwhile personally directly fully again there here perhaps maybe probably clearly certainly definitely truly highly extremely particularly especially significantly successfully effectively actively closely quickly yet',
    aims: 'goal task job role aim plan idea objective mission responsibility challenge assignment',
    leadIns:
      'first firstly second secondly third thirdly next last lastly now as_a_result for_example for_instance in_order_to in_addition at_the_time at_that_time at_that_point at_this_point in_the_end in_fact of_course after_that before_that on_top_of_that in_my_last_role in_my_previous_role in_my_current_role in_my_role at_my_last_company the_next_day looking_back with_that to_do_that to_do_this because_of_this because_of_that due_to_this by_doing_so by_doing_this in_this_project in_this_role the_result_was the_problem_was_that it_turned_out_that not_only as_well ever_since',
    prepositions:
      'of in on at for with by from into onto over under about as to within across through throughout during between among against along around behind beyond despite like near per since toward towards until till upon via after before above below instead',
    particles: '',
    bonds: 'of per',
    conjunctions: 'and but or so yet nor then',
    subordinators:
      'which who whom whose where when while because since although though if unless whether until before after once that how why what whereas whenever wherever',
    relatives: 'which who whom whose where',
    reasons: 'because since although though while whereas unless which who whose whom where until',
    thats: 'that it',
    weakVerbs:
      'said say saying told tell telling asked ask asking knew know known knowing thought think thinking made make making got get getting gave give giving given had took take taking taken went go going gone came come coming put putting did done doing let wanted want needed need began begin started start kept keep keeping felt feel feeling believed believe found find finding saw see seeing seen showed show showing shown learned learnt learn realized realised realize noticed discovered understood understand heard hear became become used use using helped help helping seemed seem tried try trying decided happened looked look looking meant mean turned set suggested suggest recommended reminded ordered wondered wonder explained explain proposed agreed meant',
    vague:
      'lot lots thing things something anything everything way ways part people really good great new many few much several various different able sure important based further together up down out off back away',
    verbs:
      'said told gave took went made built wrote put ran found led kept held brought began sent met left got set cut drew drove rang read saw chose grew fell rose had was were did came became broke bought caught taught thought felt knew lost paid sat sold spent spoke stood swore threw understood woke won wore hid hit let laid shut split stuck swept agreed freed guaranteed',
    verbEnds: /.{2}[^e]ed$/u,
    range: ['from', 'to'],
    capitalNouns: false,
    elisions: false,
  },
};
