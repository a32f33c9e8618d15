rule "kubernetes-sysctl" {
  summary     = "The pod sets parameters of its node's kernel"
  category    = "kubernetes"
  severity    = "medium"
  tags        = ["hardening"]
  equivalents = { trivy = ["KSV-0026"] }

  subject "kubernetes-pod" {
    require = !any([for c in each.value.security_context : any([for s in c.sysctl : !contains(["kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range", "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes"], s.name)])])
    message = "The pod sets a kernel parameter that its neighbours share."
  }

  why  = "Parameters outside of the safe list are not separated between pods: one changes them for its whole node."
  help = "Remove it, or use a parameter of the safe list."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "messages of the kernel" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          security_context {
            sysctl {
              name  = "kernel.msgmax"
              value = "65536"
            }
          }

          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"
          }
        }
      }
    TF
  }

  example "ports" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          security_context {
            sysctl {
              name  = "net.ipv4.ip_unprivileged_port_start"
              value = "80"
            }
          }

          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"
          }
        }
      }
    TF
  }
}
