import type { Format } from './format.ts'

const SHAPES: ReadonlyMap<string, RegExp> = new Map(Object.entries({
  iqn: /iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\s]+$/,
  eui: /^eui.[A-Za-z0-9]{16}$/,
  naa: /^naa.[A-Za-z0-9]{32}$/,
}))

/** The name of an iSCSI node (RFC 3720): `iqn.2001-04.com.example:disk`, `eui.` and 16 characters, `naa.` and 32. */
export const iscsiName: Format = (value) => {
  const shape = SHAPES.get(value.slice(0, 3))
  if (shape === undefined) return 'must begin with iqn, eui or naa'
  return shape.test(value) ? undefined : 'must be an iSCSI name such as iqn.2001-04.com.example:disk'
}
