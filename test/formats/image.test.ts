import { expect, test } from 'vitest'
import { parseImage } from '../../src/formats/image.ts'

const sha = 'a'.repeat(64)
test.each([
  ['nginx', { registry: 'docker.io', repository: 'library/nginx' }],
  ['nginx:1.27', { registry: 'docker.io', repository: 'library/nginx', tag: '1.27' }],
  ['user/app:v1', { registry: 'docker.io', repository: 'user/app', tag: 'v1' }],
  ['docker.io/nginx', { registry: 'docker.io', repository: 'library/nginx' }],
  ['index.docker.io/nginx', { registry: 'docker.io', repository: 'library/nginx' }],
  ['ghcr.io/a/b/c', { registry: 'ghcr.io', repository: 'a/b/c' }],
  ['localhost/app', { registry: 'localhost', repository: 'app' }],
  ['localhost:5000/app:1', { registry: 'localhost:5000', repository: 'app', tag: '1' }],
  ['registry:5000/app', { registry: 'registry:5000', repository: 'app' }],
  ['[::1]:5000/app', { registry: '[::1]:5000', repository: 'app' }],
  [`app@sha256:${sha}`, { registry: 'docker.io', repository: 'library/app', digest: `sha256:${sha}` }],
  [`quay.io/a/b:1@sha256:${sha}`, { registry: 'quay.io', repository: 'a/b', tag: '1', digest: `sha256:${sha}` }],
  ['a__b/c-d.e', { registry: 'docker.io', repository: 'a__b/c-d.e' }],
])('%j', (text, parts) => expect(parseImage(text)).toEqual(parts))

test.each([
  ['', 'must not be empty'],
  [' nginx', 'must not contain white space'],
  ['https://ghcr.io/a', 'must not begin with a scheme such as "https://"'],
  ['Nginx', 'has capitals in its repository "Nginx"'],
  ['ghcr.io/Org/app', 'has capitals in its repository "Org/app"'],
  ['nginx:', 'has an empty tag'],
  ['nginx:-1', 'has the malformed tag "-1"'],
  [`nginx:${'a'.repeat(129)}`, `has the malformed tag "${'a'.repeat(129)}"`],
  ['nginx@latest', 'has a digest of the unknown algorithm "latest"'],
  ['nginx@sha256:abc', 'has a digest that is not sha256: and 64 lower case hexadecimal digits'],
  ['a//b', 'has an empty part between slashes'],
  ['ghcr.io/', 'has no repository'],
  ['-a.io/b', 'has the malformed registry "-a.io"'],
  ['a..b', 'has the malformed part "a..b" in its repository'],
  ['{{ .Values.image }}', 'must not contain white space'],
  ['$IMAGE', 'has capitals in its repository "$IMAGE"'],
  [sha, 'is the id of an image, not its name'],
  [`ghcr.io/${'a'.repeat(250)}`, 'has a registry and repository of more than 255 characters'],
])('%j %s', (text, reason) => expect(parseImage(text)).toBe(reason))
