// How the interface speaks, and in which letters. Every word of the interface, for whoever translates it.
const FONT = 'Arial, "Liberation Sans", Helvetica, sans-serif'; // one metric: box sizes are computed before

const WORDS = {
  shown: (terms, of, relations, among) => `${terms} of ${of} terms, ${relations} of ${among} relations`,
  limited: 'search finds the others',
  mentions: (count) => `Mentions (${count})`,
  mentionsHint: 'Things that the documents speak of without defining them',
  all: 'all',
  none: 'none',
  found: (shown, of) => (of > shown ? `${shown} of ${of} found; type more to narrow down` : ''),
  nothing: 'Nothing is called so',
  relations: (count) => (count === 1 ? '1 relation' : `${count} relations`),
  terms: (count) => (count === 1 ? '1 term' : `${count} terms`),
  start: 'Choose a term on the map, in the list or by search to see what is said of it.',
  back: '← All terms',
  mention: 'mentioned, not defined',
  place: (name, line) => (line ? `${name}, line ${line}` : name),
  denied: (phrase) => `not: ${phrase}`,
  questions: 'Questions',
  sources: 'Where it stands',
  ringLimit: (shown, of) => `${shown} of ${of} neighbours are drawn; all are listed here.`,
  empty: 'This graph has no terms.',
  qualifiers: { share: 'share', hedge: '', context: '', attribution: 'according to', optional: 'optional', review: 'in review:' },
  confidence: (figure) => `confidence ${figure}`,
};
