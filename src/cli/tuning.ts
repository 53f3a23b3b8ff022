/**
 * For Node 20 alone, for V8 has learned since to compile in steps. Many small files keep its V8 optimising one function after the other, in threads that take turns with ours,
 * and most runs are over before that pays. So in a run over folders a function has to run four times as long before V8 thinks of optimising it: a question of when, and nothing
 * else. What is kept of such a run is kept for such runs, so all that there is to tell it by is that no flag and no name of a file ends its command line.
 */
const { argv, getBuiltinModule, versions } = process

export const isTuned = versions.v8.startsWith('11.') && getBuiltinModule !== undefined && !/^-|\.\w+$/.test(argv[argv.length - 1]!)
