rule "kubernetes-volume-kind" {
  summary     = "The pod uses a kind of volume that its class should give"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["hardening"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0028"] }

  subject "kubernetes-pod" {
    require = !any([for v in each.value.volume : any([for k in [v.gce_persistent_disk, v.aws_elastic_block_store, v.azure_disk, v.azure_file, v.ceph_fs, v.cinder, v.fc, v.flex_volume, v.flocker, v.glusterfs, v.iscsi, v.nfs, v.photon_persistent_disk, v.quobyte, v.rbd, v.vsphere_volume] : any([for b in k : true])])])
    message = "The pod names its storage itself, past classes and claims."
  }

  why  = "A pod that names disks or file servers itself reaches whatever the node can reach, and moves to no other cluster."
  help = "Use a persistent_volume_claim."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "a file server" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          volume {
            name = "data"

            nfs {
              server = "files.example.com"
              path   = "/data"
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

  example "a claim" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          volume {
            name = "data"

            persistent_volume_claim {
              claim_name = "data"
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
