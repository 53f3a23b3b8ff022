import { expect, test } from 'vitest'
import { hasLogin, isPlainPassword, secretIn } from '../../src/model/secret-value.ts'

// Put together here, so that secret scanners do not take this file for a leak.
const random = 'q7Rk2ZpX9vLm4TsWq7Rk2ZpX9vLm4TsWq7Rk2ZpX9vLm4TsW'
const token = (prefix: string, length: number) => prefix + random.repeat(2).slice(0, length)

test.each([
  ['a private key', `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${random}\n`],
  ['a private key', `{"private_key": "-----BEGIN ${'PRIVATE'} KEY-----\\n${random}\\n"}`],
  ['an AWS access key', token('AKIA', 0) + 'Q3EGRT5ZJ7XWLM4P'],
  ['a GitHub token', token('ghp' + '_', 36)],
  ['a GitHub token', token('github' + '_pat_', 82)],
  ['a GitLab token', token('gl' + 'pat-', 20)],
  ['a Slack token', token('xox' + 'b-2', 30)],
  ['a Google API key', token('AI' + 'za', 35)],
  ['a Stripe key', token('sk' + '_live_', 24)],
  ['an npm token', token('npm' + '_', 36)],
  ['a Vault token', token('hv' + 's.', 24)],
  ['a JSON web token', `Authorization: Bearer ${token('eyJ', 20)}.${token('eyJ', 20)}.${random}`],
])('%s', (what, text) => {
  expect(secretIn(text, 'name')).toBe(what)
})

test.each(['PASSWORD', 'db-password', 'apiKey', 'API_KEY', 'client.secret', 'AUTH_TOKEN'])('a random value with the name %s', (name) => {
  expect(secretIn('q7Rk2ZpX9vLm4TsW', name)).toBe('a secret')
})

test('a login in a URL', () => {
  expect(secretIn('amqp://web:q7Rk2ZpX9vLm4TsW@queue:5672', 'URL')).toBe('a password')
})

test.each([
  ['PASSWORD', 'hunter2'],
  ['PASSWORD', 'correct-horse-battery-staple-2'],
  ['PASSWORD', 'change-me-q7Rk2ZpX9vLm4TsW'],
  ['PASSWORD', '$(OTHER_q7Rk2ZpX9vLm4TsW)'],
  ['PASSWORD', 'ENC[AES256_GCM,data:q7Rk2ZpX9vLm4TsW,type:str]'],
  ['TLS_SECRET', 'web-certificate-tls-h5k9t2b7gm'],
  ['CLIENT_SECRET', 'projects/42/secrets/web/versions/latest'],
  ['PASSWORD_FILE', 'q7Rk2ZpX9vLm4TsW'],
  ['CHECKSUM', '94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a'],
  ['URL', 'amqp://guest:guest@queue:5672'],
  ['ACCESS', 'AKIAIOSFODNN7EXAMPLE'],
  ['CERTIFICATE', `-----BEGIN CERTIFICATE-----\n${random}`],
])('no proof of a secret: %s=%s', (name, text) => {
  expect(secretIn(text, name)).toBeUndefined()
})

test.each([
  ['DB_PASSWORD', 'hunter2'],
  ['MYSQL_ROOT_PASSWORD', 'password'],
  ['POSTGRES_PASSWORD', '123456'],
  ['JWT_SECRET', 'SuperSecret'],
  ['api-key', 'k3y'],
])('%s: %s is in plain text', (name, value) => {
  expect(isPlainPassword(name, value)).toBe(true)
})

test.each([
  ['DB_PASSWORD', '$(PASSWORD)'],
  ['DB_PASSWORD', '${PASSWORD}'],
  ['DB_PASSWORD', 'changeme'],
  ['DB_PASSWORD', '<password>'],
  ['DB_PASSWORD', ''],
  ['DB_PASSWORD', '/etc/secrets/password'],
  ['DB_PASSWORD', 'INSERT_PASSWORD_HERE'],
  ['ALLOW_EMPTY_PASSWORD', '1'],
  ['PASSWORD_FILE', 'hunter2'],
  ['TLS_SECRET', 'Web1'],
  ['ACCESS_TOKEN', '3600'],
  ['CLUSTER_TOKEN', 'etcd-cluster-1'],
  ['AUTH_TOKEN', 'https://example.com/token'],
])('%s: %s is not', (name, value) => {
  expect(isPlainPassword(name, value)).toBe(false)
})

test('a login in a URL with a short password', () => {
  expect(hasLogin('amqp://web:hunter2@queue:5672')).toBe(true)
  for (const text of ['amqp://queue:5672', 'amqp://web@queue', 'amqp://web:$(PASSWORD)@queue', 'amqp://web:password@queue', 'http://example.com:80/a@b']) expect(hasLogin(text)).toBe(false)
})
