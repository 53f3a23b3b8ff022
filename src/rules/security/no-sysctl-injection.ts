import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow values of sysctls that set others.',
  why: 'CRI-O 1.19 to 1.23.1 passes `+` and `=` in a value on as further sysctls (CVE-2022-0811): a value of a safe one sets `kernel.core_pattern`, and with it runs a program as root on the node.',
  howToFix: 'Write the value alone, such as `"1"`. No sysctl has a `+` or `=` in its value.',
  references: ['https://nvd.nist.gov/vuln/detail/CVE-2022-0811', 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/'],
  peers: { kyverno: ['prevent-cr8escape'] },
  bad: [
    {
      title: 'another sysctl behind the value',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            sysctls:
              - name: kernel.shm_rmid_forced
                value: "1+kernel.core_pattern=|/tmp/dump.sh" # ✖ The value of sysctl "kernel.shm_rmid_forced" sets another sysctl
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'a value',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            sysctls:
              - name: net.ipv4.ip_local_port_range
                value: "32768 60999"
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      for (const [index, { name, value }] of (pod.value.securityContext?.sysctls ?? []).entries()) {
        if (/[+=]/.test(value ?? '')) report(pod.at('securityContext', 'sysctls', index, 'value'), `The value of sysctl "${name}" sets another sysctl`)
      }
    },
  },
})
