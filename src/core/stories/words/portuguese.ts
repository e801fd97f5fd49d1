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
      ...[
        'Lição aprendida',
        'Lições aprendidas',
        'O que aprendi',
        'O que eu aprendi',
        'O que faria diferente',
        'O que eu faria diferente',
      ],
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
  pitch: {
    titles: ['sobre mim', 'minha apresentação', 'quem sou', 'quem sou eu'],
    question: 'Fale sobre você.',
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
  grammar: {
    articles:
      'o a os as um uma uns umas meu minha meus minhas nosso nossa nossos nossas este esta estes estas esse essa esses essas',
    subjects: 'eu nós',
    pronouns:
      'me nos te se lhe lhes ele ela eles elas isso isto aquilo seu sua seus suas todo toda todos todas cada outro outra outros outras alguém algo muitos muitas do da dos das no na nos nas ao à aos às pelo pela pelos pelas que quem qual quais',
    auxiliaries:
      'é são sou somos era eram éramos fui foi foram fomos estava estavam está estão estou sido estado sendo tinha tinham tínhamos tenho tem havia haviam houve podia podiam pude pôde devia deviam ia iam',
    chains:
      'tive_que tive_de tivemos_que tinha_que tinha_de precisava precisei decidi consegui comecei_a passei_a pude',
    negations: 'não nenhum nenhuma nem sem',
    nobodies: 'nunca jamais ninguém nada',
    hedges:
      'então também muito realmente depois finalmente além assim ainda já sempre inclusive primeiro simplesmente apenas só bastante pessoalmente aqui ali lá agora logo',
    aims: 'tarefa objetivo missão meta papel',
    leadIns:
      'por_exemplo como_resultado em_consequência na_época naquela_época naquele_momento no_final no_fim de_fato em_primeiro_lugar por_isso no_entanto a_partir_daí aprendi_que no_meu_último_emprego',
    prepositions:
      'a ao à aos às ante após até com contra de do da dos das desde durante em no na nos nas entre para por pelo pela pelos pelas perante sem sob sobre segundo conforme como antes',
    particles: '',
    bonds: 'de do da dos das por',
    conjunctions: 'e mas ou porém nem',
    subordinators: 'que quem cujo cuja onde quando porque embora se enquanto pois como qual quais',
    relatives: 'quem cujo cuja onde',
    reasons: 'porque embora enquanto pois quem cujo onde',
    thats: 'que isso isto',
    weakVerbs:
      'disse dizer pedi pediu perguntei perguntou fiz fez fizemos fazer pus pôs pôr dei deu dar tomei tomou tive teve fui soube vi viu ver pensei achei encontrei aprendi entendi quis queria precisava comecei cheguei chegou mostrei expliquei propus decidi',
    vague: 'novo nova novos novas bom boa',
    verbs: '',
    verbEnds: /.{2}(?:ei|ou|iu|amos|emos|aram|eram|iram)$/u,
    range: ['de', 'para'],
    capitalNouns: false,
    elisions: false,
  },
};
