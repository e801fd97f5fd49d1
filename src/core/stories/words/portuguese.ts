import type { Language } from './language.ts';

export const portuguese: Language = {
  sections: {
    situation: ['Situação', 'Contexto', 'Cenário'],
    task: [
      ...['Tarefa', 'Tarefas', 'Objetivo', 'Objetivos', 'Objectivo', 'Objectivos', 'Desafio', 'Desafios'],
      ...['Problema', 'Problemas', 'Obstáculo', 'Obstáculos'],
    ],
    action: ['Ação', 'Ações', 'Acção', 'Acções', 'Abordagem', 'O que fiz', 'O que eu fiz'],
    result: ['Resultado', 'Resultados', 'Impacto', 'Impactos'],
    reflection: [
      ...['Reflexão', 'Reflexões', 'Aprendizado', 'Aprendizados', 'Aprendizagem', 'Aprendizagens', 'Lição', 'Lições'],
      ...['Lição aprendida', 'Lições aprendidas', 'O que aprendi', 'O que eu aprendi'],
    ],
  },
  structure: {
    question: ['Pergunta', 'Pergunta de entrevista', 'P'],
    answer: ['Resposta', 'Minha resposta', 'A minha resposta', 'Resposta completa'],
    story: ['História', 'Exemplo'],
    followUps: ['Perguntas de acompanhamento', 'Perguntas de seguimento', 'Subperguntas'],
    outline: ['Esboço', 'Esquema', 'Pontos-chave', 'Pontos principais', 'Roteiro', 'Tópicos'],
    aside: ['Notas', 'Anotações', 'Comentários', 'Fontes', 'Ligações', 'Dicas'],
  },
  ordinals: [
    ...['um', 'dois', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez'],
    ...['primeira', 'primeiro', 'segunda', 'segundo', 'terceira', 'terceiro', 'quarta', 'quinta'],
  ],
  qualifiers: ['minha', 'meu'],
  keys: {
    title: ['Título'],
    group: ['Grupo', 'Competência', 'Princípio', 'Categoria'],
    tags: ['Etiquetas', 'Palavras-chave'],
    target: ['Duração', 'Tempo', 'Tempo alvo'],
  },
  also: [
    ...['também serve para', 'também funciona para', 'serve também para', 'serve para', 'útil para', 'usar para'],
    ...['também responde a', 'outras perguntas', 'mais perguntas', 'perguntas semelhantes', 'perguntas relacionadas'],
  ],
  asks: [
    ...['perguntas que responde', 'perguntas que isto responde', 'perguntas que isso responde'],
    ...['perguntas que esta história responde', 'responde às perguntas', 'perguntas de entrevista$', 'perguntas$'],
  ],
  versions: {
    kinds: ['mais', 'curta', 'longa', 'breve', 'outra', 'alternativa'],
    nouns: ['versão', 'variante'],
    before: ['para', 'de', 'curta', 'longa', 'breve', 'mais'],
  },
  openers: [
    ...['conte-me', 'conte', 'me conte', 'fale', 'fale-me', 'me fale', 'descreva', 'descreve', 'dê um exemplo'],
    ...['dê-me', 'me dê', 'explique', 'compartilhe um', 'partilhe um'],
  ],
  leadIns: {
    polite: [...['por favor', 'pode', 'poderia', 'podes', 'dê', 'dê-me', 'me dê', 'me dar', 'compartilhe', 'partilhe']],
    asks: [
      ...['fale', 'fale de', 'fale sobre', 'fale-me de', 'fale-me sobre', 'me fale', 'me fale de', 'me fale sobre'],
      ...['fala-me de', 'fala-me sobre', 'falar sobre', 'me falar sobre', 'conte', 'conte sobre', 'conte-me'],
      ...['conte-me de', 'conte-me sobre', 'me conte', 'me conte sobre', 'me contar sobre', 'conta-me', 'descreva'],
      ...['descreve', 'descrever', 'um exemplo de', 'você já', 'você já teve que', 'você já teve de'],
      ...['já alguma vez', 'uma vez que', 'uma vez que teve que', 'uma vez que teve de', 'uma vez que você'],
      ...['uma vez que você teve que'],
    ],
    cases: [
      ...['uma vez', 'uma ocasião', 'uma situação', 'um momento', 'um caso', 'um exemplo', 'uma experiência'],
      ...['a última vez'],
    ],
    joins: ['em que', 'na qual', 'no qual', 'onde', 'quando'],
    subjects: ['você', 'você teve que', 'você teve de', 'você precisou', 'teve que', 'teve de', 'tu', 'tiveste de'],
  },
  joiners: ['e'],
  determiners: ['a', 'o', 'os', 'as', 'minha', 'minhas', 'meu', 'meus'],
  pronouns: { we: ['nós'], i: ['eu'] },
  figures: [
    ...['dois', 'duas', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez', 'doze', 'vinte'],
    ...['trinta', 'quarenta', 'cinquenta', 'cem', 'cento', 'mil', 'milhão', 'milhões', 'metade', 'terço'],
    ...['quarto', 'dobro', 'dobrou', 'triplicou', 'zero'],
  ],
};
