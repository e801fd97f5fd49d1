import { type Language, listed } from './language.ts';

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
    answer: [
      ...['La respuesta', 'Mi historia', 'La historia', 'Respuesta STAR'],
      'Respuesta',
      'Mi respuesta',
      'Respuesta completa',
    ],
    story: ['Historia', 'Ejemplo'],
    followUps: [
      'Posibles repreguntas',
      'Preguntas adicionales',
      'Preguntas de seguimiento',
      'Repreguntas',
      'Subpreguntas',
    ],
    outline: ['Esquema', 'Puntos clave', 'Guion', 'Chuleta'],
    aside: ['Lista de control', 'Plantilla', 'Recordatorios', 'Notas', 'Comentarios', 'Fuentes', 'Enlaces', 'Consejos'],
  },
  ordinals: [
    ...['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
    ...['primera', 'primer', 'segunda', 'segundo', 'tercera', 'tercer', 'cuarta', 'quinta'],
  ],
  qualifiers: ['mi'],
  file: listed(`
    historias, historia, respuestas, respuesta, entrevista, entrevistas, preparación, notas, preguntas,
    pregunta, ejemplos, ejemplo, star, guía, banco, colección
  `),
  facts: listed(`
    Fuente, Ámbito, Área, Fecha, Cuándo, Dónde, Empresa, Compañía, Cliente, Rol, Puesto, Cargo, Nivel, Tema,
    Temas, Estado, Equipo, Proyecto, Producto, Periodo, Año, Resumen, Lugar, Sector
  `),
  notes: listed(`
    Consejo, Consejos, Nota, Notas, Prueba, Pruebas, Evidencia, Compromiso, Gancho, Ángulo, Frase clave,
    Ensayos, Muestra, Línea de CV, Por qué funciona, Enlaces, Fuentes
  `),
  keys: {
    title: ['Título'],
    group: ['Grupo', 'Competencia', 'Principio', 'Categoría'],
    tags: ['Etiquetas', 'Palabras clave'],
    target: ['Duración', 'Tiempo', 'Tiempo objetivo'],
  },
  also: [
    ...['responde a$'],
    ...['también sirve para', 'también funciona para', 'sirve también para', 'sirve para', 'útil para', 'usar para'],
    ...['también responde a', 'otras preguntas', 'más preguntas', 'preguntas similares', 'preguntas relacionadas'],
  ],
  asks: [
    ...[
      'ideal para$',
      'mejor para$',
      'adecuada para$',
      'sirve para preguntas',
      'preguntas tipo$',
      'preguntas posibles$',
    ],
    ...['preguntas que responde', 'preguntas que esto responde', 'preguntas que esta historia responde'],
    ...['responde a las preguntas', 'preguntas de entrevista$', 'preguntas$'],
  ],
  versions: {
    kinds: ['más', 'corta', 'larga', 'breve', 'otra', 'alternativa'],
    nouns: ['versión', 'variante'],
    before: ['para', 'de', 'corta', 'larga', 'breve', 'más'],
    short: listed(`corta, breve, hablada, corto, oral`),
    names: listed(`en breve, en resumen`),
  },
  openers: [
    ...['cuénteme', 'cuéntame', 'cuéntanos', 'háblame', 'hábleme', 'describe', 'describa', 'dame', 'deme'],
    ...['pon un ejemplo', 'ponga un ejemplo', 'explica', 'explique', 'comparte un'],
  ],
  joiners: ['y', 'e'],
  determiners: ['la', 'el', 'los', 'las', 'mi', 'mis'],
  pronouns: { we: ['nosotros', 'nosotras'], i: ['yo'] },
  own: listed(`me, mi, mis, mí, nos, nuestro, nuestra, nuestros, nuestras`),
  you: listed(`usted, ustedes, tú, tu, tus`),
  instructions: listed(`
    describe, describa, explica, explique, usa, use, evita, evite, qué, quién, dónde, cuándo, cuál, cómo, por,
    muestra, piensa, indica, da
  `),
  chat: listed(`
    avísame, avíseme, hazme saber, buena suerte, mucha suerte, espero que esto, quieres que, desea que, estas
    respuestas muestran, si quieres
  `),
  figures: [
    ...['dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'doce', 'veinte', 'treinta'],
    ...['cuarenta', 'cincuenta', 'cien', 'ciento', 'mil', 'millón', 'millones', 'mitad', 'tercio', 'cuarto'],
    ...['doble', 'duplicó', 'triplicó', 'cero'],
  ],
};
