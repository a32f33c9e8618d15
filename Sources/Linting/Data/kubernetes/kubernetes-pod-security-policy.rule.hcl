rule "kubernetes-pod-security-policy" {
  summary  = "The pod security policy allows ways out of containers"
  category = "kubernetes"
  severity = "high"
  tags     = ["hardening"]
  packs    = ["strict"]

  resource "kubernetes_pod_security_policy" "kubernetes_pod_security_policy_v1beta1" {
    require     = self.spec.privileged != true
    message     = "Privileged containers are allowed."
    equivalents = { checkov = ["CKV_K8S_2"] }
  }

  resource "kubernetes_pod_security_policy" "kubernetes_pod_security_policy_v1beta1" {
    require     = self.spec.host_pid != true
    message     = "Pods may see the processes of their node."
    equivalents = { checkov = ["CKV_K8S_1"] }
  }

  resource "kubernetes_pod_security_policy" "kubernetes_pod_security_policy_v1beta1" {
    require     = self.spec.host_ipc != true
    message     = "Pods may share memory with their node."
    equivalents = { checkov = ["CKV_K8S_3"] }
  }

  resource "kubernetes_pod_security_policy" "kubernetes_pod_security_policy_v1beta1" {
    require     = self.spec.host_network != true
    message     = "Pods may use the network of their node."
    equivalents = { checkov = ["CKV_K8S_4"] }
  }

  resource "kubernetes_pod_security_policy" "kubernetes_pod_security_policy_v1beta1" {
    require     = self.spec.allow_privilege_escalation != true
    message     = "Processes may gain rights."
    equivalents = { checkov = ["CKV_K8S_5"] }
  }

  resource "kubernetes_pod_security_policy" "kubernetes_pod_security_policy_v1beta1" {
    require     = any([for r in self.spec.run_as_user : r.rule == "MustRunAsNonRoot" || r.rule == "MustRunAs" && any([for g in r.range : g.min > 0])])
    message     = "Containers may run as root."
    equivalents = { checkov = ["CKV_K8S_6"] }
  }

  resource "kubernetes_pod_security_policy" "kubernetes_pod_security_policy_v1beta1" {
    require     = any([for c in self.spec.required_drop_capabilities : contains(["ALL", "NET_RAW"], upper(c))])
    message     = "Containers keep the right to forge packets."
    equivalents = { checkov = ["CKV_K8S_7"] }
  }

  resource "kubernetes_pod_security_policy" "kubernetes_pod_security_policy_v1beta1" {
    require     = any([for c in self.spec.required_drop_capabilities : true])
    message     = "Containers keep all capabilities of the default set."
    equivalents = { checkov = ["CKV_K8S_36"] }
  }

  resource "kubernetes_pod_security_policy" "kubernetes_pod_security_policy_v1beta1" {
    require     = !any([for c in coalesce(self.spec.allowed_capabilities, []) : true])
    message     = "Containers may ask for more capabilities."
    equivalents = { checkov = ["CKV_K8S_24"] }
  }

  resource "kubernetes_pod_security_policy" "kubernetes_pod_security_policy_v1beta1" {
    require     = any([for m in self.metadata : any([for k, v in m.annotations : k == "seccomp.security.alpha.kubernetes.io/defaultProfileName" && v != "unconfined"])])
    message     = "No seccomp profile holds unless pods ask for one."
    equivalents = { checkov = ["CKV_K8S_32"] }
  }

  why  = "A policy is what keeps pods from taking over their node; each of these gaps is enough for it. The API is gone since Kubernetes 1.25."
  help = "Forbid privileges, namespaces of the node and escalation, and drop all capabilities; on current clusters use pod security admission instead."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_security_policy"]

  example "privileged" {
    flagged = <<-TF
      resource "kubernetes_pod_security_policy_v1beta1" "limits" {
        metadata {
          name = "limits"
        }

        spec {
          privileged = true

          run_as_user {
            rule = "RunAsAny"
          }
          fs_group {
            rule = "MustRunAs"

            range {
              min = 1
              max = 65535
            }
          }

          se_linux {
            rule = "RunAsAny"
          }

          supplemental_groups {
            rule = "MustRunAs"

            range {
              min = 1
              max = 65535
            }
          }
        }
      }
    TF
  }

  example "restricted" {
    accepted = <<-TF
      resource "kubernetes_pod_security_policy_v1beta1" "limits" {
        metadata {
          name = "limits"

          annotations = {
            "seccomp.security.alpha.kubernetes.io/defaultProfileName" = "runtime/default"
          }
        }

        spec {
          privileged                 = false
          allow_privilege_escalation = false
          required_drop_capabilities = ["ALL"]

          run_as_user {
            rule = "MustRunAsNonRoot"
          }
          fs_group {
            rule = "MustRunAs"

            range {
              min = 1
              max = 65535
            }
          }

          se_linux {
            rule = "RunAsAny"
          }

          supplemental_groups {
            rule = "MustRunAs"

            range {
              min = 1
              max = 65535
            }
          }
        }
      }
    TF
  }
}
