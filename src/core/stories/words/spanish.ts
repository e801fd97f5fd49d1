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
      ...[
        'Lección aprendida',
        'Lecciones aprendidas',
        'Lo que aprendí',
        'Qué aprendí',
        'Qué haría diferente',
        'Lo que haría diferente',
      ],
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
  pitch: {
    titles: ['sobre mí', 'acerca de mí', 'mi presentación', 'quién soy'],
    question: 'Hábleme de usted.',
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
  grammar: {
    articles:
      'el la los las un una unos unas lo mi mis nuestro nuestra nuestros nuestras este esta estos estas ese esa esos esas',
    subjects: 'yo nosotros nosotras',
    pronouns:
      'me nos te se le les él ella ellos ellas ello eso esto aquello su sus suyo todo toda todos todas cada otro otra otros otras alguien algo muchos muchas del al qué quién cual cuales',
    auxiliaries:
      'he has ha hemos han había habían habíamos hube hubo era eran éramos es son soy somos fui fue fueron fuimos estaba estaban estábamos está están estoy sido estado siendo podía podían pude pudo debía debían iba iban',
    chains: 'tuve_que tuvimos_que tenía_que tenía_que decidí conseguí logré empecé_a comencé_a pude había_que',
    negations: 'no ningún ninguna ni sin tampoco',
    nobodies: 'nunca jamás nadie nada ninguno',
    hedges:
      'entonces también muy realmente luego después finalmente además así aún ya todavía siempre incluso primero simplemente solo sólo bastante personalmente aquí allí ahora',
    aims: 'tarea objetivo misión meta papel',
    leadIns:
      'por_ejemplo como_resultado en_consecuencia en_aquel_momento en_ese_momento al_final de_hecho en_mi_último_puesto en_mi_puesto_anterior en_primer_lugar en_segundo_lugar por_eso por_ello sin_embargo a_partir_de_ahí aprendí_que',
    prepositions:
      'a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según sin sobre tras como antes después',
    particles: '',
    bonds: 'de del por',
    conjunctions: 'y e pero o u sino ni',
    subordinators: 'que quien quienes cuyo cuya donde cuando porque aunque si mientras pues como cual cuales',
    relatives: 'quien quienes cuyo cuya donde',
    reasons: 'porque aunque mientras pues quien cuyo donde',
    thats: 'que esto eso',
    weakVerbs:
      'dije dijo decir pedí pidió pregunté preguntó hice hizo hicimos hacer puse puso poner di dio dar tomé tomó tuve tuvo fui supe vi vio ver pensé creí encontré aprendí entendí quise quería necesitaba empecé comencé llegué llegó mostré expliqué propuse decidí',
    vague: 'nuevo nueva nuevos nuevas bueno buena mucho mucha muchos muchas',
    verbs: '',
    verbEnds: /.{2}(?:é|ó|amos|imos|aron|ieron)$/u,
    range: ['de', 'a'],
    capitalNouns: false,
    elisions: false,
  },
};
