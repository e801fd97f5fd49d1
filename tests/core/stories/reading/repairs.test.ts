import { expect, test } from 'vitest';
import { repaired } from '../../../../src/core/stories/reading/lines/repairs.ts';

test.each([
  ['[[Vans]] and [[Vans|the van page]]', 'Vans and the van page'],
  ['![[van.png]]', '<!-- van.png -->'],
  ['We were ==very== late.', 'We were <mark>very</mark> late.'],
  ['Late %%check%% again', 'Late <!-- check --> again'],
  ['%% one\ntwo %%\nthree', '<!-- one -->\n<!-- two -->\nthree'],
  ['A line ^a1b2', 'A line'],
  ['##Hard problems', '## Hard problems'],
  ['#Hard problems', '# Hard problems'],
  ['Late.[1]\n\n[1](https://example.org)', 'Late.\n\n<!-- [1](https://example.org) -->'],
  ['Late[^2].\n\n[^2]: The log.', 'Late.\n\n<!-- [^2]: The log. -->'],
  ['•\tS: late\n•\tA:\no\tI rang\n▪\teach', '- S: late\n- A:\n  - I rang\n    - each'],
  ['•\tA:\n\to\tI rang', '- A:\n  - I rang'],
  [
    '**Situation** Late.\n**Action** I rang.\n- **Result** 40',
    '**Situation:** Late.\n**Action:** I rang.\n- **Result:** 40',
  ],
  ['* Stories\n** The van\nLate.', '# Stories\n## The van\nLate.'],
])('writes as Markdown: %s', (text, expected) => {
  expect(repaired(text)).toBe(expected);
});

test.each([
  '#people #growth',
  'a == b and c == d',
  'the list[1] has no footnotes',
  '```\n##code [[x]] ==y==\n```',
  '100 %% of them',
  '2^10 is 1024',
  '**Action** I would not skip, nor the **Result** of it.',
  '**Action** items were missing.\n**Results** came late.\n**Task** boards were next.',
  '**Situation:** Late.\n**Action:**\n- **Context** first\n- **Goals** on the wall\n- **Results** aloud\n**Result:** 40',
])('leaves alone: %s', (text) => {
  expect(repaired(text)).toBe(text);
});
