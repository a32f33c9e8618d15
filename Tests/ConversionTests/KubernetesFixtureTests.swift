import Documents
import Foundation
import TestSupport
import Testing

@testable import Conversion

@Suite struct KubernetesFixtureTests {
  @Test(arguments: ["kubernetes-config-map-deployment", "kubernetes-kinds"])
  func `the manifests of a project are those of its golden file`(name: String) {
    let folder = ProjectRoot.fixture("convert/\(name)")
    let project = KubernetesProject(folder)
    let report = (project.losses.map { "loss: \($0)" } + project.notes.map { "note: \($0)" }).map { $0 + "\n" }.joined()
    for (text, file) in [(project.yaml, "expected.yaml"), (report, "report.txt")] {
      if let difference = differenceFromGolden(text, folder.appendingPathComponent(file)) { Issue.record("\(name): \(difference)") }
    }
  }

  @Test func `the project with a config map and a deployment gives its objects, and loses the token that nobody gave`() {
    let project = KubernetesProject(ProjectRoot.fixture("convert/kubernetes-config-map-deployment"))
    #expect(project.kinds == ["ConfigMap": 1, "Deployment": 1, "Namespace": 1, "Secret": 1, "Service": 1])
    #expect(project.result.documents.first?.document["kind"] == "Namespace")
    #expect(project.losses == ["kubernetes_secret_v1.web.data.token: var.api_token has no value, and a manifest has no parameters"])
    #expect(project.notes.filter { $0.hasPrefix("var.") }.count == 4)
  }

  @Test func `every kind of the broad project is there as often as it is declared`() {
    let project = KubernetesProject(ProjectRoot.fixture("convert/kubernetes-kinds"))
    #expect(
      project.kinds == [
        "Certificate": 1, "ClusterRole": 2, "ClusterRoleBinding": 1, "ConfigMap": 1, "CronJob": 1, "DaemonSet": 2, "Deployment": 1,
        "HorizontalPodAutoscaler": 2, "Ingress": 2, "Job": 1, "LimitRange": 1, "Namespace": 1, "NetworkPolicy": 2, "PersistentVolume": 1,
        "PersistentVolumeClaim": 1, "Pod": 1, "PodDisruptionBudget": 2, "PriorityClass": 1, "ResourceQuota": 1, "Role": 1, "RoleBinding": 1,
        "Secret": 2, "Service": 1, "ServiceAccount": 3, "StatefulSet": 1, "StorageClass": 1,
      ])
    #expect(project.losses == [])
    #expect(project.result.report.unsupportedResources == 0)
  }
}

extension KubernetesProject {
  /// How many objects there are of each kind.
  var kinds: [String: Int] {
    result.documents.reduce(into: [:]) { counts, named in counts[named.document["kind"]?.stringValue ?? "", default: 0] += 1 }
  }
}
