import type { Language } from './language.ts';

export const spanish: Language = {
  sections: {
    situation: ['Situación', 'Contexto', 'Antecedentes'],
    task: [
      ...['Tarea', 'Tareas', 'Objetivo', 'Objetivos', 'Desafío', 'Desafíos', 'Reto', 'Retos', 'Problema'],
      ...['Problemas', 'Obstáculo', 'Obstáculos'],
    ],
    action: ['Acción', 'Acciones', 'Enfoque', 'Lo que hice', 'Qué hice'],
    result: ['Resultado', 'Resultados', 'Impacto', 'Impactos', 'Desenlace'],
    reflection: [
      ...['Reflexión', 'Reflexiones', 'Aprendizaje', 'Aprendizajes', 'Lección', 'Lecciones'],
      ...['Lección aprendida', 'Lecciones aprendidas', 'Lo que aprendí', 'Qué aprendí'],
    ],
  },
  structure: {
    question: ['Pregunta', 'Pregunta de entrevista', 'P'],
    answer: ['Respuesta', 'Mi respuesta', 'Respuesta completa'],
    story: ['Historia', 'Ejemplo'],
    followUps: ['Preguntas de seguimiento', 'Repreguntas', 'Subpreguntas'],
    outline: ['Esquema', 'Puntos clave', 'Guion', 'Chuleta'],
    aside: ['Notas', 'Comentarios', 'Fuentes', 'Enlaces', 'Consejos'],
  },
  ordinals: [
    ...['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
    ...['primera', 'primer', 'segunda', 'segundo', 'tercera', 'tercer', 'cuarta', 'quinta'],
  ],
  qualifiers: ['mi'],
  keys: {
    title: ['Título'],
    group: ['Grupo', 'Competencia', 'Principio', 'Categoría'],
    tags: ['Etiquetas', 'Palabras clave'],
    target: ['Duración', 'Tiempo', 'Tiempo objetivo'],
  },
  also: [
    ...['también sirve para', 'también funciona para', 'sirve también para', 'sirve para', 'útil para', 'usar para'],
    ...['también responde a', 'otras preguntas', 'más preguntas', 'preguntas similares', 'preguntas relacionadas'],
  ],
  asks: [
    ...['preguntas que responde', 'preguntas que esto responde', 'preguntas que esta historia responde'],
    ...['responde a las preguntas', 'preguntas de entrevista$', 'preguntas$'],
  ],
  versions: {
    kinds: ['más', 'corta', 'larga', 'breve', 'otra', 'alternativa'],
    nouns: ['versión', 'variante'],
    before: ['para', 'de', 'corta', 'larga', 'breve', 'más'],
  },
  openers: [
    ...['cuénteme', 'cuéntame', 'cuéntanos', 'háblame', 'hábleme', 'describe', 'describa', 'dame', 'deme'],
    ...['pon un ejemplo', 'ponga un ejemplo', 'explica', 'explique', 'comparte un'],
  ],
  leadIns: {
    polite: [
      ...['por favor', 'puede', 'puedes', 'podría', 'podrías', 'dame', 'deme', 'darme', 'ponga', 'pon', 'póngame'],
      ...['ponme', 'comparta', 'comparte'],
    ],
    asks: [
      ...['cuénteme', 'cuénteme de', 'cuénteme sobre', 'cuénteme acerca de', 'cuéntame', 'cuéntame de'],
      ...['cuéntame sobre', 'cuéntame acerca de', 'cuéntanos', 'cuéntanos de', 'cuéntanos sobre', 'contarme'],
      ...['contarme de', 'contarme sobre', 'hábleme de', 'hábleme sobre', 'háblame de', 'háblame sobre'],
      ...['hablarme de', 'hablarme sobre', 'describa', 'describe', 'describir', 'un ejemplo de', 'alguna vez ha'],
      ...['alguna vez ha tenido que', 'alguna vez has', 'alguna vez has tenido que', 'ha tenido que'],
      ...['has tenido que', 'una vez que', 'una vez que tuvo que', 'una vez que tuviste que', 'la última vez que'],
      ...['la última vez que tuvo que'],
    ],
    cases: [
      ...['una vez', 'alguna vez', 'una ocasión', 'una situación', 'un momento', 'un caso', 'un ejemplo'],
      ...['una experiencia', 'la última vez'],
    ],
    joins: ['en que', 'en la que', 'en el que', 'en la cual', 'cuando', 'donde'],
    subjects: ['usted', 'tuvo que', 'usted tuvo que', 'tuviste que', 'tú', 'haya tenido que', 'hayas tenido que'],
  },
  joiners: ['y', 'e'],
  determiners: ['la', 'el', 'los', 'las', 'mi', 'mis'],
  pronouns: { we: ['nosotros', 'nosotras'], i: ['yo'] },
  figures: [
    ...['dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'doce', 'veinte', 'treinta'],
    ...['cuarenta', 'cincuenta', 'cien', 'ciento', 'mil', 'millón', 'millones', 'mitad', 'tercio', 'cuarto'],
    ...['doble', 'duplicó', 'triplicó', 'cero'],
  ],
};
