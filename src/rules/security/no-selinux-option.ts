import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { seLinuxOptions } from '../../model/pod-security/profiles.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow SELinux types, users and roles of its own.',
  why: 'On nodes with SELinux the type decides what a container may touch: `spc_t` and most others may touch all of the node.',
  howToFix: 'Delete it. `container_t`, `container_init_t`, `container_kvm_t` and, from 1.31 on, `container_engine_t` are types for containers; `level` may be set.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline', 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#assign-selinux-labels-to-a-container'],
  peers: {
    trivy: ['KSV-0025'],
    'pod-security-admission': ['seLinuxOptions'],
    datree: ['EKS_INVALID_SELINUXOPTIONS_TYPE_VALUE', 'EKS_INVALID_SELINUXOPTIONS_USER_VALUE', 'EKS_INVALID_SELINUXOPTIONS_ROLE_VALUE'],
    kyverno: ['disallow-selinux'],
  },
  options: {
    allow: { default: [], description: 'Types, users and roles that the nodes have for containers.' },
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a type and a role',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                seLinuxOptions:
                  level: s0:c123,c456
                  type: spc_t # ✖ SELinux type of container "app" is "spc_t", must be "container_t", "container_init_t", "container_kvm_t" or "container_engine_t"
                  role: sysadm_r # ✖ SELinux role of container "app" is "sysadm_r", must not be set
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                seLinuxOptions:
                  level: s0:c123,c456
      `,
    },
  ],
  good: [
    {
      title: 'a level, and a type for containers',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            seLinuxOptions:
              level: s0:c123,c456
              type: container_t
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: podSecurityVisitors(seLinuxOptions, { spares: ({ value }) => value.securityContext?.privileged === true }),
})
