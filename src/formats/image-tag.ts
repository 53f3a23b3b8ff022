/** Tags of images that are set anew with each build or release. */

/** Tags that move by their nature: branches and channels. */
const MOVING = new Set(
  'canary current dev devel develop development edge head latest lts main mainline master nightly rolling snapshot stable staging trunk unstable'.split(' '),
)
/** What may stand beside it and does not pin it: `nightly-alpine3.20`, `main-amd64`. */
const VARIANT = /^(?:[a-z]{2,}|(?:alpine|amd|arm|cpu|cu|cuda|debian|gpu|jdk|jre|node|py|python|ubuntu|x)[\d.]+)$/
const COMMIT = /^[0-9a-f]{7,40}$/

/** A version that is not released yet, in the way of Maven: the next build gets the same tag. */
const SNAPSHOT = /(?:^|[-._])snapshot$/i

/** Whether a tag moves: `latest`, `stable-alpine`, `1.4.0-SNAPSHOT`. */
export function isMovingTag(tag: string): boolean {
  if (SNAPSHOT.test(tag)) return true
  const parts = tag.toLowerCase().split(/[-_]/)
  return parts.some((part) => MOVING.has(part)) && parts.every((part) => VARIANT.test(part) && !COMMIT.test(part))
}
