/** Tags of images that are set anew with each build or release. */

/** Tags that move by their nature: branches and channels. */
export const MOVING_TAGS: readonly string[] = 'canary current dev devel develop development edge head latest lts main mainline master nightly rolling snapshot stable staging trunk unstable'.split(' ')
const MOVING = new Set(MOVING_TAGS)
/** What may stand beside it and does not pin it: `nightly-alpine3.20`, `main-amd64`. */
export const TAG_VARIANT = '(?:[a-z]{2,}|(?:alpine|amd|arm|cpu|cu|cuda|debian|gpu|jdk|jre|node|py|python|ubuntu|x)[0-9.]+)'
const VARIANT = new RegExp(`^${TAG_VARIANT}$`)
export const TAG_COMMIT = '[0-9a-f]{7,40}'
const COMMIT = new RegExp(`^${TAG_COMMIT}$`)

/** A version that is not released yet, in the way of Maven: the next build gets the same tag. */
const SNAPSHOT = /(?:^|[-._])snapshot$/i

/** Whether a tag moves: `latest`, `stable-alpine`, `1.4.0-SNAPSHOT`. */
export function isMovingTag(tag: string): boolean {
  if (SNAPSHOT.test(tag)) return true
  const parts = tag.toLowerCase().split(/[-_]/)
  return parts.some((part) => MOVING.has(part)) && parts.every((part) => VARIANT.test(part) && !COMMIT.test(part))
}
