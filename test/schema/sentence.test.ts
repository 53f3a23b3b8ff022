/** How messages about fields read. */
import { expect, test } from 'vitest'
import { lintText } from '../lint-text.ts'

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  containers:\n    - name: app\n      image: example.com/app:1\n'

async function errors(text: string) {
  const { diagnostics } = await lintText(text)
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ message, start, related }) => ({ message, text: text.split('\n')[start.line - 1]!.slice(start.column - 1), related: related?.map(({ message, start }) => `${start.line}: ${message}`) }))
}
const messages = async (text: string) => (await errors(text)).map(({ message }) => message)

test.each([
  ['      ports:\n        - containerPort: "8080"\n', 'containerPort is the string "8080", must be an integer: remove the quotes'],
  ['      ports:\n        - containerPort: "http"\n', 'containerPort is the string "http", must be an integer'],
  ['      ports:\n        - containerPort: 3000000000\n', 'containerPort is 3000000000, must be at most 2147483647'],
  ['      ports:\n        - containerPort: 1.5\n', 'containerPort is 1.5, must be an integer'],
  ['      ports:\n        - name: web\n', 'ports[0].containerPort is required but missing'],
  ['      ports: [8080]\n', 'ports[0] is the number 8080, must be a map: write containerPort: 8080'],
  ['      volumeMounts: [data]\n', 'volumeMounts[0] is the string "data", must be a map: write name: data'],
  ['      envFrom: [{configMapRef: settings}]\n', 'configMapRef is the string "settings", must be a map: write name: settings'],
  ['      securityContext: {seccompProfile: RuntimeDefault}\n', 'seccompProfile is the string "RuntimeDefault", must be a map: write type: RuntimeDefault'],
  ['      securityContext: {capabilities: NET_ADMIN}\n', 'capabilities is the string "NET_ADMIN", must be a map'],
  ['  volumes: [{name: a, hostPath: /data}]\n', 'hostPath is the string "/data", must be a map: write path: /data'],
  ['  volumes: [{name: a, secret: keys}]\n', 'secret is the string "keys", must be a map: write secretName: keys'],
  ['      args: [run, {Host: a.example.com}]\n', 'args[1] is a map, must be a string: put it in quotes'],
  ['      args:\n        - run\n        - Host: a.example.com\n', 'args[1] is a map, must be a string: put it in quotes'],
  ['      workingDir: [a]\n', 'workingDir is a list, must be a string: put it in quotes'],
  ['      workingDir:\n        - a\n        - b\n', 'workingDir is a list, must be a string: write "|" after the colon to make it a string'],
  ['  nodeSelector:\n    - disk: ssd\n', 'nodeSelector is a list, must be a map: remove the dash'],
  ['      ports: 80\n', 'ports is the number 80, must be a list of maps'],
  ['      ports:\n        containerPort: 80\n', 'ports is a map, must be a list of maps: put a dash before each item'],
  ['      args: run\n', 'args is the string "run", must be a list of strings: put a dash before it'],
  ['      env:\n        - name: A\n          value: 5\n', 'value is the number 5, must be a string: put it in quotes'],
  ['      env:\n        - name: A\n          value: yes\n', 'value is the boolean yes, must be a string: put it in quotes'],
  ['      env:\n        - name: ""\n          value: a\n', 'name is required but empty'],
  ['      tty: "true"\n', 'tty is the string "true", must be true or false: remove the quotes'],
  ['      resources: limits:\n', 'valid-yaml'],
  ['      securityContext: privileged:true\n', 'securityContext is the string "privileged:true", must be a map: a space is missing after the colon'],
  ['      securityContext:\n        - privileged: false\n', 'securityContext is a list, must be a map: remove the dash'],
  ['      securityContext: [{privileged: false}]\n', 'securityContext is a list, must be a map: remove the brackets'],
  ['      ports: {containerPort: 80}\n', 'ports is a map, must be a list of maps: put it in brackets'],
  ['      livenessProbe:\n        initialDelaySeconds: -1\n        tcpSocket:\n          port: 80\n', 'initialDelaySeconds is -1, must be at least 0'],
  ['      livenessProbe:\n        tcpSocket:\n          port: "80"\n', 'port is "80", must be a number: remove the quotes'],
  ['      imagePullPolicy: always\n', 'imagePullPolicy is "always", must be "Always", "IfNotPresent" or "Never"; did you mean "Always"?'],
  ['      imagePullPolicy: Sometimes\n', 'imagePullPolicy is "Sometimes", must be "Always", "IfNotPresent" or "Never"'],
])('%j', async (fields, message) => {
  if (message === 'valid-yaml') expect(await messages(POD + fields)).toHaveLength(1)
  else expect(await messages(POD + fields)).toEqual([message])
})

test('a wrong key is underlined at the key, and named by its map', async () => {
  const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: shop\n  labels:\n    a b: c\n  annotations:\n    /x: c\ndata:\n  a b: c\n'
  expect((await errors(configMap)).map(({ message, text }) => [message, text])).toEqual([
    ['Label key "a b" must consist of letters, digits, "-", "_" and "."', 'a b: c'],
    ['Annotation key "/x" must not have an empty prefix before the "/"', '/x: c'],
    ['Key "a b" of data must consist of letters, digits, "-", "_" and "."', 'a b: c'],
  ])
  const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  namespace: shop\nspec:\n  selector:\n    a b: c\n  ports:\n    - port: 80\n'
  expect(await errors(service)).toMatchObject([{ message: 'Key "a b" of the selector must consist of letters, digits, "-", "_" and "."', text: 'a b: c' }])
})

test('the second of two names the first', async () => {
  const [error] = await errors(`${POD}      volumeMounts:\n        - {name: a, mountPath: /a}\n        - {name: a, mountPath: /a}\n  volumes:\n    - {name: a, emptyDir: {}}\n`)
  expect(error).toMatchObject({ related: ['11: first here'] })
})

test('a choice is reported at the second key', async () => {
  expect(await errors(`${POD}      livenessProbe:\n        exec:\n          command: [a]\n        grpc:\n          port: 80\n`)).toEqual([
    { message: 'grpc cannot be set together with exec', text: 'grpc:', related: ['11: set here'] },
  ])
})

test('a selector says which label differs, and where it is', async () => {
  const text = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n  namespace: shop\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: api\n    spec:\n      containers:\n        - name: app\n          image: example.com/app:1\n'
  expect(await errors(text)).toEqual([{ message: 'Label "app" is "api", the selector wants "web"', text: 'api', related: ['7: the selector'] }])
  expect(await errors(text.replace('app: api', 'tier: api'))).toEqual([{ message: 'Label "app" is missing, the selector wants "web"', text: 'labels:', related: ['7: the selector'] }])
})

test('a request above its limit names both amounts', async () => {
  expect(await messages(`${POD}      resources:\n        requests:\n          memory: 1Gi\n        limits:\n          memory: 1G\n`)).toEqual(['Request of 1Gi for memory is above the limit of 1G'])
})
