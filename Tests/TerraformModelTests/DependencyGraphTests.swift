import HCLValues
import TerraformModel
import Testing

@Suite struct DependencyGraphTests {
  private func graph(_ module: VirtualModule, evaluated: Bool = true) -> DependencyGraph {
    let configuration = Configuration.load(".", from: ModuleLibrary(access: module.access))
    return DependencyGraph(configuration, graph: evaluated ? module.graph() : nil)
  }

  /// `dependent > dependency` for every edge.
  private func edges(_ graph: DependencyGraph) -> [String] {
    graph.nodes.flatMap { node in node.dependencies.map { "\(node.address) > \(graph.nodes[$0].address)" } }
  }

  private let network = VirtualModule([
    "main.tf": """
      variable "name" {}
      locals { label = "${var.name}-${aws_vpc.main.id}" }
      resource "aws_vpc" "main" {}
      data "aws_ami" "linux" {}
      module "web" {
        source   = "./web"
        for_each = toset(["a", "b"])
        vpc      = aws_vpc.main.id
        label    = local.label
      }
      resource "aws_route53_record" "web" {
        name = module.web["a"].instance
      }
      module "remote" {
        source = "example/remote/aws"
        vpc    = aws_vpc.main.id
      }
      output "web" { value = module.remote.thing }
      """,
    "web/main.tf": """
      variable "vpc" {}
      variable "label" {}
      resource "aws_security_group" "this" { vpc_id = var.vpc }
      resource "aws_instance" "this" {
        count           = 3
        security_groups = [aws_security_group.this.id]
        tags            = { Name = var.label }
      }
      output "instance" { value = aws_instance.this[0].id }
      """,
  ])

  @Test func `dependencies lead through locals, variables and outputs`() {
    let shown = graph(network).showing(DependencyGraph.Kind.standard)
    #expect(
      edges(shown) == [
        "aws_route53_record.web > module.web.aws_instance.this", "module.remote > aws_vpc.main",
        "module.web.aws_security_group.this > aws_vpc.main", "module.web.aws_instance.this > aws_vpc.main",
        "module.web.aws_instance.this > module.web.aws_security_group.this",
      ])
    #expect(shown.nodes.map(\.address).contains("data.aws_ami.linux"))
  }

  @Test func `what follows from other dependencies can be left out`() {
    let reduced = graph(network).showing(DependencyGraph.Kind.standard).reduced()
    #expect(!edges(reduced).contains("module.web.aws_instance.this > aws_vpc.main"))
    #expect(edges(reduced).contains("module.web.aws_instance.this > module.web.aws_security_group.this"))
  }

  @Test func `variables, locals and outputs stand in the graph when they are asked for`() {
    let shown = graph(network).showing([.resource, .local, .variable, .output, .module])
    #expect(edges(shown).contains("module.web.var.label > local.label"))
    #expect(edges(shown).contains("local.label > aws_vpc.main"))
    #expect(edges(shown).contains("output.web > module.remote"))
    #expect(edges(shown).contains("aws_route53_record.web > module.web.output.instance"))
  }

  @Test func `declarations know how many instances they have`() {
    func multiplicities(_ graph: DependencyGraph) -> [String: DependencyGraph.Multiplicity] {
      Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.address, $0.multiplicity) })
    }
    let evaluated = multiplicities(graph(network))
    #expect(evaluated["module.web.aws_instance.this"] == .times(6))
    #expect(evaluated["aws_vpc.main"] == .single)
    #expect(multiplicities(graph(network, evaluated: false))["module.web.aws_instance.this"] == .unknown)
    #expect(graph(network).modules.map(\.multiplicity) == [.single, .times(2)])
  }

  @Test func `a module call that waits makes everything in it wait`() {
    let module = VirtualModule([
      "main.tf": """
        resource "a" "first" {}
        module "inner" {
          source     = "./inner"
          depends_on = [a.first]
        }
        resource "a" "last" { depends_on = [module.inner] }
        """,
      "inner/main.tf": "resource \"b\" \"one\" {}\nresource \"b\" \"two\" { x = b.one.id }\n",
    ])
    let shown = graph(module).showing(DependencyGraph.Kind.standard)
    #expect(
      edges(shown.reduced()) == [
        "a.last > module.inner.b.two", "module.inner.b.one > a.first", "module.inner.b.two > module.inner.b.one",
      ])
    #expect(edges(shown).contains("module.inner.b.two > a.first"))
    #expect(edges(shown).contains("a.last > module.inner.b.one"))
  }

  @Test func `provider configurations stand between resources and what they are configured from`() {
    let module = VirtualModule([
      "main.tf": """
        resource "aws_eks_cluster" "this" {}
        provider "kubernetes" { host = aws_eks_cluster.this.endpoint }
        provider "kubernetes" {
          alias = "other"
          host  = "x"
        }
        module "apps" {
          source    = "./apps"
          providers = { kubernetes = kubernetes }
        }
        resource "kubernetes_namespace" "free" { provider = kubernetes.other }
        """,
      "apps/main.tf": "resource \"kubernetes_namespace\" \"this\" {}\n",
    ])
    #expect(edges(graph(module).showing([.resource])) == ["module.apps.kubernetes_namespace.this > aws_eks_cluster.this"])
    #expect(edges(graph(module).showing([.resource, .provider])).contains("kubernetes_namespace.free > provider.kubernetes.other"))
  }

  @Test func `cycles are shown with all that is part of them`() {
    let shown = graph(
      VirtualModule(
        """
        locals {
          a = b.x.id
          free = 1
        }
        resource "b" "x" { v = b.y.id }
        resource "b" "y" { v = local.a }
        resource "b" "z" { v = b.x.id }
        resource "b" "self" { v = b.self.id }
        """)
    ).showing(DependencyGraph.Kind.standard)
    let cyclic = shown.nodes.filter { $0.cycle != nil }.map(\.address)
    #expect(cyclic == ["local.a", "b.x", "b.y", "b.self"])
    #expect(shown.nodes.map(\.address) == ["local.a", "b.x", "b.y", "b.z", "b.self"])
    let x = shown.nodes.firstIndex { $0.address == "b.x" } ?? 0
    let z = shown.nodes.firstIndex { $0.address == "b.z" } ?? 0
    #expect(!shown.isInCycle(z, x))
    #expect(edges(shown.reduced()).contains("b.x > b.y"))
  }

  @Test func `modules that are not in view make no cycle of one another`() {
    let shown = graph(
      VirtualModule(
        """
        module "a" {
          source = "x/a/aws"
          v      = module.b.one
        }
        module "b" {
          source = "x/b/aws"
          v      = module.a.two
        }
        """)
    ).showing(DependencyGraph.Kind.standard)
    #expect(shown.edgeCount == 2)
    #expect(shown.nodes.allSatisfy { $0.cycle == nil })
  }

  @Test func `calls that double one another end somewhere`() {
    var files = ["main.tf": "module \"a\" { source = \"./m0\" }\n"]
    for level in 0..<18 {
      let calls = "ab".map { "module \"\($0)\" { source = \"../m\(level + 1)\" }\n" }.joined()
      files["m\(level)/main.tf"] = calls + "resource \"r\" \"x\" {}\n"
    }
    files["m18/main.tf"] = "resource \"r\" \"x\" {}\n"
    let truncated = graph(VirtualModule(files), evaluated: false)
    #expect(truncated.isTruncated)
    #expect(truncated.nodes.count < DependencyGraph.maximumNodes + 100)
  }
}
