/** Names of Unicode's general categories and scripts, as in `\p{Greek}`: as Go spells them. */
const CATEGORIES = new Set('Any C Cc Cf Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs'.split(' '))
/** Other names of four letters are the codes of scripts, such as `Grek`, which Go does not know. */
const SHORT_SCRIPTS = new Set('Ahom Cham Kawi Lisu Miao Modi Newa Thai Toto'.split(' '))

export function isUnicodeClass(name: string): boolean {
  if (CATEGORIES.has(name)) return true
  if (!/^[A-Z][A-Za-z_]+$/.test(name) || (name.length === 4 && !SHORT_SCRIPTS.has(name))) return false
  try {
    return new RegExp(`\\p{Script=${name}}`, 'u').flags === 'u'
  } catch {
    return false
  }
}
