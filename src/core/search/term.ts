import { stemmer } from 'stemmer';

/**
 * What a word is indexed and looked up as: its English stem by Porter's algorithm, after replacing irregular forms
 * ("slept" by "sleep") and British spellings. Words with letters other than a–z stay as they are.
 */
export function termOf(word: string): string {
  if (!/^[a-z]+$/u.test(word)) return word;
  const apart = wordsApart.get(word);
  if (apart !== undefined) return apart;
  const stem = stemmer(american(irregularWords.get(word) ?? word));
  // Porter's rules reduce "one" to "on" and "used" to "us".
  return stem.length < 3 ? word : stem;
}

/** Endings that British and American English spell differently. Short words ("wise", "four") stay as they are. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/u, 'iz'],
  [/(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ful|ite|ites)?$)/u, 'or'],
  [/(?<=[a-z]{3})ogue(?=s?$)/u, 'og'],
  [/(?<=dg)e(?=ments?$)/u, ''],
];

function american(word: string): string {
  return spellings.reduce((spelled, [ending, replacement]) => spelled.replace(ending, replacement), word);
}

/** Irregular verbs and plurals, and nouns of verbs, that no rule about endings reduces to their base form. */
const forms: Readonly<Record<string, string>> = {
  apologize: 'apology apologies',
  arise: 'arose arisen',
  become: 'became',
  begin: 'began begun',
  believe: 'belief beliefs',
  bend: 'bent',
  bite: 'bit bitten',
  break: 'broke broken',
  bring: 'brought',
  build: 'built',
  buy: 'bought',
  catch: 'caught',
  child: 'children',
  choose: 'chose chosen',
  come: 'came',
  creep: 'crept',
  deal: 'dealt',
  dig: 'dug',
  disagree: 'disagreement disagreements',
  do: 'did done',
  draw: 'drew drawn',
  drive: 'drove driven',
  eat: 'ate eaten',
  fall: 'fell fallen',
  feel: 'felt',
  fight: 'fought',
  find: 'found',
  fly: 'flew flown',
  forget: 'forgot forgotten',
  freeze: 'froze frozen',
  get: 'got gotten',
  give: 'gave given',
  go: 'went gone',
  grow: 'grew grown',
  have: 'had has',
  hear: 'heard',
  hide: 'hid hidden',
  hold: 'held',
  keep: 'kept',
  know: 'knew known',
  lead: 'led',
  leave: 'left',
  lend: 'lent',
  lose: 'lost',
  make: 'made',
  man: 'men',
  mean: 'meant',
  meet: 'met',
  mistake: 'mistook mistaken',
  oversee: 'oversaw overseen',
  pay: 'paid',
  person: 'people persons',
  prove: 'proven',
  rise: 'rose risen',
  run: 'ran',
  say: 'said',
  see: 'saw seen',
  seek: 'sought',
  sell: 'sold',
  send: 'sent',
  shake: 'shook shaken',
  show: 'shown',
  shrink: 'shrank shrunk',
  sink: 'sank sunk',
  sleep: 'slept',
  speak: 'spoke spoken',
  spend: 'spent',
  stand: 'stood',
  steal: 'stole stolen',
  stick: 'stuck',
  strike: 'struck',
  sweep: 'swept',
  swing: 'swung',
  take: 'took taken',
  teach: 'taught',
  tell: 'told',
  think: 'thought',
  throw: 'threw thrown',
  understand: 'understood',
  wake: 'woke woken',
  wear: 'wore worn',
  win: 'won',
  withdraw: 'withdrew withdrawn',
  woman: 'women',
  write: 'wrote written',
};

/** Words that Porter's rules would confuse: "customer" with "customs", "news" with "new". */
const apart: Readonly<Record<string, string>> = {
  business: 'business businesses',
  community: 'community communities',
  critical: 'critical',
  customer: 'customer customers',
  engineer: 'engineer engineers engineering engineered',
  executive: 'executive executives',
  general: 'general',
  important: 'important importance importantly',
  internal: 'internal internally',
  international: 'international internationally',
  news: 'news',
  organization: 'organization organizations organisation organisations organizational organisational',
  policy: 'policy policies',
  product: 'product products',
  production: 'production',
  productivity: 'productivity productive productively',
  several: 'several',
  university: 'university universities',
};

/** From a form to its base form: "told" → "tell". */
const irregularWords = byForm(forms);
/** From a form to a term of its own. */
const wordsApart = byForm(apart);

function byForm(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).flatMap(([word, list]) => list.split(' ').map((form) => [form, word] as const)));
}
