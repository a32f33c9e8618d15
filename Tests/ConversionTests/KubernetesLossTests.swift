import Documents
import HCLValues
import TerraformModel
import Testing

@testable import Conversion

@Suite struct KubernetesLossTests {
  private func document(_ project: KubernetesProject, _ index: Int = 0) -> Document? {
    project.result.documents.indices.contains(index) ? project.result.documents[index].document : nil
  }

  @Test func `an attribute that needs a variable without value is left out and named`() {
    let project = KubernetesProject(
      text: """
        variable "tag" { type = string }
        resource "kubernetes_pod_v1" "x" {
          metadata { name = "x" }
          spec {
            container {
              name  = "x"
              image = "demo:${var.tag}"
            }
          }
        }
        """)
    #expect(document(project)?["spec"]?["containers"]?[0]?.objectValue?.keys == ["name"])
    #expect(
      project.losses == [
        #"kubernetes_pod_v1.x.spec[0].container[0].image: var.tag has no value, and a manifest has no parameters"#
      ])
  }

  @Test func `a variable with a value is fixed and noted`() {
    let text = """
      variable "name" { default = "a" }
      variable "more" { default = true }
      variable "none" { default = "x" }
      resource "kubernetes_namespace_v1" "x" {
        count = var.more ? 1 : 0
        metadata { name = upper(var.name) == "A" ? "team-${var.name}" : "other" }
      }
      """
    let project = KubernetesProject(text: text, given: ["name": .init(content: .text("b"), origin: "-var")])
    #expect(document(project)?["metadata"]?["name"] == "other")
    #expect(project.losses == [])
    #expect(project.notes == ["var.more: its value is fixed", "var.name: its value is fixed"])
  }

  @Test func `an object whose name is not known is left out`() {
    let project = KubernetesProject(
      text: """
        data "aws_caller_identity" "current" {}
        resource "kubernetes_namespace_v1" "x" {
          metadata { name = "a-${data.aws_caller_identity.current.account_id}" }
        }
        """)
    #expect(project.result.documents.isEmpty)
    #expect(project.losses.last == "kubernetes_namespace_v1.x: the object is left out: nothing gives its name")
    #expect(project.result.report.unsupportedResources == 1)
    #expect(project.result.report.partialResources == 0)
  }

  @Test func `an object that would mean something else without the part that is lost is left out`() {
    let project = KubernetesProject(
      text: """
        variable "app" { type = string }
        variable "cidr" { type = string }
        resource "kubernetes_service_v1" "x" {
          metadata { name = "x" }
          spec {
            selector = { app = var.app }
            port { port = 80 }
          }
        }
        resource "kubernetes_network_policy_v1" "x" {
          metadata { name = "x" }
          spec {
            policy_types = ["Ingress"]
            pod_selector {}
            ingress {
              from {
                ip_block { cidr = var.cidr }
              }
            }
          }
        }
        """)
    #expect(project.result.documents.isEmpty)
    #expect(project.losses.filter { $0.contains("it would mean something else") }.count == 2)
  }

  @Test func `resources of other providers are named, not carried`() {
    let project = KubernetesProject(
      text: """
        resource "aws_iam_role" "x" { name = "role" }
        resource "kubernetes_config_map_v1" "x" {
          metadata { name = aws_iam_role.x.name }
          data = { arn = aws_iam_role.x.arn, id = "x-${aws_iam_role.x.unique_id}" }
        }
        """)
    #expect(document(project)?["metadata"]?["name"] == "role")
    #expect(
      project.losses == [
        "aws_iam_role.x: aws_iam_role is not built by Kubernetes",
        "kubernetes_config_map_v1.x.data.arn: aws_iam_role.x.arn is only known once Terraform has built it",
        "kubernetes_config_map_v1.x.data.id: aws_iam_role.x.unique_id is only known once Terraform has built it",
      ])
  }

  @Test func `an id is the object's name, behind its namespace when it may have one`() {
    let project = KubernetesProject(
      text: """
        resource "kubernetes_namespace_v1" "n" {
          metadata { name = "n" }
        }
        resource "kubernetes_config_map_v1" "a" {
          metadata {
            name      = "a"
            namespace = kubernetes_namespace_v1.n.id
          }
        }
        resource "kubernetes_config_map_v1" "b" {
          metadata { name = "b" }
          data = { a = kubernetes_config_map_v1.a.id, b = "<${kubernetes_config_map_v1.b2.id}>" }
        }
        resource "kubernetes_config_map_v1" "b2" {
          metadata { name = "b2" }
        }
        """)
    #expect(project.losses == [])
    #expect(document(project, 1)?["metadata"]?["namespace"] == "n")
    #expect(document(project, 2)?["data"] == .members([("a", "n/a"), ("b", "<default/b2>")]))
  }

  @Test func `a sensitive value that is known is carried, one that is not is a loss`() {
    let project = KubernetesProject(
      text: """
        variable "known" {
          default   = "secret"
          sensitive = true
        }
        variable "unknown" {
          type      = string
          sensitive = true
        }
        resource "kubernetes_secret_v1" "x" {
          metadata { name = "x" }
          data = { a = var.known, b = var.unknown, c = "plain" }
        }
        """)
    #expect(document(project)?["data"] == .members([("a", "c2VjcmV0"), ("c", "cGxhaW4=")]))
    #expect(project.losses == ["kubernetes_secret_v1.x.data.b: var.unknown has no value, and a manifest has no parameters"])
  }

  @Test func `what cannot be converted says why`() {
    let project = KubernetesProject(
      text: """
        resource "kubernetes_labels" "x" {
          api_version = "v1"
          kind        = "Node"
          metadata { name = "x" }
          labels = { a = "b" }
        }
        resource "kubernetes_manifest" "x" {
          manifest = { kind = "ConfigMap" }
        }
        resource "kubernetes_pod_v1" "x" {
          metadata { name = "x" }
          spec {
            container {
              image = "demo"
            }
          }
          lifecycle { ignore_changes = [spec] }
        }
        """)
    #expect(
      project.losses.sorted() == [
        "kubernetes_labels.x: it changes a part of an object that something else made, and a manifest states whole objects",
        "kubernetes_manifest.x: the object is left out: without its apiVersion and kind it is none",
        "kubernetes_pod_v1.x: the object is left out: spec.containers[0].name is required, and nothing gives it",
      ])
  }

  @Test func `changes that are to be ignored, and clusters of their own, are losses of an object that is there`() {
    let project = KubernetesProject(
      text: """
        provider "kubernetes" {}
        provider "kubernetes" { alias = "other" }
        resource "kubernetes_namespace_v1" "a" {
          metadata { name = "a" }
          lifecycle { ignore_changes = [metadata[0].labels] }
        }
        resource "kubernetes_namespace_v1" "b" {
          provider = kubernetes.other
          metadata { name = "b" }
        }
        """)
    #expect(project.result.documents.count == 2)
    #expect(
      project.losses == [
        "kubernetes_namespace_v1.a: a manifest has nothing for `ignore_changes`: applying it again sets what was changed meanwhile",
        "kubernetes_namespace_v1.b: it belongs to the provider configuration of the alias other, and manifests are applied to one cluster",
      ])
  }

  @Test func `what other targets are asked for is asked of manifests too: instances, modules and dynamic blocks`() {
    let project = KubernetesProject(
      text: """
        locals { apps = { a = [80], b = [81, 82] } }
        resource "kubernetes_service_v1" "x" {
          for_each = local.apps
          metadata { name = "svc-${each.key}" }
          spec {
            dynamic "port" {
              for_each = each.value
              content {
                name = "p${port.key}"
                port = port.value
              }
            }
          }
        }
        resource "kubernetes_config_map_v1" "x" {
          count = 2
          metadata { name = "map-${count.index}" }
          data = { services = join(",", [for s in kubernetes_service_v1.x : s.metadata[0].name]) }
        }
        """)
    #expect(project.losses == [])
    #expect(project.result.documents.map(\.name) == ["service-svc-a.yaml", "service-svc-b.yaml", "configmap-map-0.yaml", "configmap-map-1.yaml"])
    #expect(document(project, 1)?["spec"]?["ports"]?[1]?["port"] == 82)
    #expect(document(project, 2)?["data"]?["services"] == "svc-a,svc-b")
  }

  @Test func `whatever the text, converting ends`() {
    let text = """
      resource "kubernetes_config_map_v1" "x" {
        metadata { name = "x" }
        data = { a = kubernetes_config_map_v1.x.data.a, b = kubernetes_config_map_v1.y.data.b }
      }
      resource "kubernetes_config_map_v1" "y" {
        metadata { name = kubernetes_config_map_v1.x.metadata[0].uid }
        data = { b = kubernetes_config_map_v1.x.data.b }
      }
      """
    _ = KubernetesProject(text: text)
    let bytes = Array(text.utf8)
    for length in stride(from: 0, to: bytes.count, by: 17) {
      _ = KubernetesProject(text: String(decoding: bytes.prefix(length), as: UTF8.self))
    }
  }
}
