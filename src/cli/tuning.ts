/**
 * For Node 20 alone, for V8 has learned since to compile in steps. Many small files keep its V8 optimising one function after the other, in threads that
 * take turns with ours, and most runs are over before that pays. So in a run over folders a function has to run four times as long before V8 thinks of optimising it: a question of
 * when, and nothing else. It has to be said before V8 loads code from the cache.
 */
const COMMANDS = ['rules', 'rule', 'explain', 'help', 'version']
const FILE = /\.(ya?ml|json|md|markdown)$|^-$/i

/** Whether folders are linted, as far as it can be seen before flags are known. */
function isOverFolders(argv: readonly string[]): boolean {
  const words = argv.filter((argument) => !argument.startsWith('-') || argument === '-')
  if (words.length === 0) return argv.length === 0
  return !COMMANDS.includes(words[0]!) && !words.some((word) => FILE.test(word))
}

export const isTuned = process.versions.v8.startsWith('11.') && process.getBuiltinModule !== undefined && isOverFolders(process.argv.slice(2))
if (isTuned) process.getBuiltinModule('node:v8').setFlagsFromString('--interrupt-budget=264000')
