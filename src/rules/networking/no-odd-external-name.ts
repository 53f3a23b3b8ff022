import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isIP } from 'node:net'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow an external name that is an IP address, or leads back to the pod.',
  why: 'DNS answers with the name as an alias. An alias of an IP address is not resolved by anybody, and "localhost" is the pod that asks: what it should not reach from outside it then reaches by a detour.',
  howToFix: 'Name a host. For an IP address leave out `type` and `externalName`, and add an EndpointSlice with the address.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#externalname', 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors'],
  peers: { kyverno: ['disallow-localhost-services'] },
  bad: [
    {
      title: 'an address, and the pod itself',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: database
        spec:
          type: ExternalName
          externalName: 10.0.0.12 # ✖ externalName is the IP address 10.0.0.12, must be the name of a host
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: cache
        spec:
          type: ExternalName
          externalName: localhost # ✖ externalName is "localhost", which is the pod itself
      `,
    },
  ],
  good: [
    {
      title: 'a host',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: database
        spec:
          type: ExternalName
          externalName: database.example.com
      `,
    },
  ],
  visit: {
    Service(service, { report }) {
      const { type, externalName = '' } = service.value.spec ?? {}
      if (type !== 'ExternalName') return
      const place = service.at('spec', 'externalName')
      const name = externalName.replace(/\.$/, '').toLowerCase()
      if (isIP(name) !== 0) report(place, `externalName is the IP address ${externalName}, must be the name of a host`)
      else if (/^(.*\.)?localhost(\.localdomain)?$/.test(name)) report(place, `externalName is "${externalName}", which is the pod itself`)
    },
  },
})
