import { type Language, listed } from './language.ts';

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
    answer: [
      ...['A resposta', 'A minha história', 'Minha história', 'A história', 'Resposta STAR'],
      'Resposta',
      'Minha resposta',
      'A minha resposta',
      'Resposta completa',
    ],
    story: ['História', 'Exemplo'],
    followUps: [
      'Perguntas adicionais',
      'Perguntas complementares',
      'Perguntas de acompanhamento',
      'Perguntas de seguimento',
      'Subperguntas',
    ],
    outline: ['Esboço', 'Esquema', 'Pontos-chave', 'Pontos principais', 'Roteiro', 'Tópicos'],
    aside: [
      'Lista de verificação',
      'Modelo',
      'Lembretes',
      'Notas',
      'Anotações',
      'Comentários',
      'Fontes',
      'Ligações',
      'Dicas',
    ],
  },
  ordinals: [
    ...['um', 'dois', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez'],
    ...['primeira', 'primeiro', 'segunda', 'segundo', 'terceira', 'terceiro', 'quarta', 'quinta'],
  ],
  qualifiers: ['minha', 'meu'],
  file: listed(`
    histórias, história, respostas, resposta, entrevista, entrevistas, preparação, notas, perguntas, pergunta,
    exemplos, exemplo, star, guia, banco, coleção
  `),
  facts: listed(`
    Fonte, Domínio, Área, Data, Quando, Onde, Empresa, Companhia, Cliente, Papel, Cargo, Função, Nível, Tema,
    Temas, Estado, Situação da história, Equipe, Equipa, Projeto, Produto, Período, Ano, Resumo, Local, Setor
  `),
  notes: listed(`
    Dica, Dicas, Nota, Notas, Observação, Observações, Prova, Provas, Evidência, Compromisso, Gancho, Ângulo,
    Frase-chave, Ensaios, Mostra, Linha do currículo, Por que funciona, Links, Fontes
  `),
  keys: {
    title: ['Título'],
    group: ['Grupo', 'Competência', 'Princípio', 'Categoria'],
    tags: ['Etiquetas', 'Palavras-chave'],
    target: ['Duração', 'Tempo', 'Tempo alvo'],
  },
  also: [
    ...['responde a$'],
    ...['também serve para', 'também funciona para', 'serve também para', 'serve para', 'útil para', 'usar para'],
    ...['também responde a', 'outras perguntas', 'mais perguntas', 'perguntas semelhantes', 'perguntas relacionadas'],
  ],
  asks: [
    ...['ideal para$', 'melhor para$', 'boa para$', 'indicada para$', 'serve para perguntas', 'perguntas possíveis$'],
    ...['perguntas que responde', 'perguntas que isto responde', 'perguntas que isso responde'],
    ...['perguntas que esta história responde', 'responde às perguntas', 'perguntas de entrevista$', 'perguntas$'],
  ],
  versions: {
    kinds: ['mais', 'curta', 'longa', 'breve', 'outra', 'alternativa'],
    nouns: ['versão', 'variante'],
    before: ['para', 'de', 'curta', 'longa', 'breve', 'mais'],
    short: listed(`curta, breve, falada, curto`),
    names: listed(`em resumo, em suma`),
  },
  openers: [
    ...['conte-me', 'conte', 'me conte', 'fale', 'fale-me', 'me fale', 'descreva', 'descreve', 'dê um exemplo'],
    ...['dê-me', 'me dê', 'explique', 'compartilhe um', 'partilhe um'],
  ],
  joiners: ['e'],
  determiners: ['a', 'o', 'os', 'as', 'minha', 'minhas', 'meu', 'meus'],
  pronouns: { we: ['nós'], i: ['eu'] },
  own: listed(`me, mim, meu, minha, meus, minhas, nos, nosso, nossa`),
  you: listed(`você, vocês, seu, sua, seus, suas`),
  instructions: listed(`
    descreva, descreve, explique, use, evite, qual, quais, quem, onde, quando, como, por, mostre, pense,
    indique, o que
  `),
  chat: listed(`
    me avise, avise-me, boa sorte, espero que isso, espero que isto, quer que eu, gostaria que, estas
    respostas mostram, se quiser
  `),
  figures: [
    ...['dois', 'duas', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez', 'doze', 'vinte'],
    ...['trinta', 'quarenta', 'cinquenta', 'cem', 'cento', 'mil', 'milhão', 'milhões', 'metade', 'terço'],
    ...['quarto', 'dobro', 'dobrou', 'triplicou', 'zero'],
  ],
};
