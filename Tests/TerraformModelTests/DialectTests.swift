import Diagnostics
import HCLEvaluation
import SourceText
import TerraformFunctions
@testable import TerraformModel
import Testing

/// What only one of Terraform and OpenTofu has is an error for the other.
struct DialectTests {
  private func errors(_ files: [String: String], _ dialect: Dialect? = nil) -> [Diagnostic] {
    let library = ModuleLibrary(access: VirtualModule(files).access, dialect: dialect)
    let configuration = Configuration.load(".", from: library)
    var validator = ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard))
    validator.dialect = dialect
    let tests = ModuleTests.load(for: configuration, from: library)
    return (validator.validate(configuration) + validator.validate(tests, of: configuration)).filter { $0.id == "wrong-dialect" }
  }

  /// A use of each construct of the table, in `main.tf`, or in a test file when it belongs to one.
  private static let uses: [(form: DialectConstruct.Form, text: String)] = [
    (.member("language"), "language {}"),
    (.member("terraform.encryption"), "terraform {\n  encryption {}\n}"),
    (.member("terraform.state_store"), "terraform {\n  state_store \"x\" {}\n}"),
    (.member("action"), "action \"a\" \"b\" {}"),
    (.member("resource.lifecycle.action_trigger"), "resource \"a\" \"b\" {\n  lifecycle {\n    action_trigger {}\n  }\n}"),
    (.member("resource.lifecycle.enabled"), "resource \"a\" \"b\" {\n  lifecycle {\n    enabled = true\n  }\n}"),
    (.member("data.lifecycle.enabled"), "data \"a\" \"b\" {\n  lifecycle {\n    enabled = true\n  }\n}"),
    (.member("ephemeral.lifecycle.enabled"), "ephemeral \"a\" \"b\" {\n  lifecycle {\n    enabled = true\n  }\n}"),
    (.member("module.lifecycle"), "module \"a\" {\n  source = \"./a\"\n  lifecycle {}\n}"),
    (.member("module.ignore_nested_deprecations"), "module \"a\" {\n  source = \"./a\"\n  ignore_nested_deprecations = true\n}"),
    (.member("provider.for_each"), "provider \"aws\" {\n  alias = \"a\"\n  for_each = {}\n}"),
    (.member("import.identity"), "import {\n  to = a.b\n  identity = {}\n}"),
    (.member("output.type"), "output \"a\" {\n  value = 1\n  type = number\n}"),
    (.reference(in: "terraform.backend"), "terraform {\n  backend \"s3\" {\n    bucket = var.bucket\n  }\n}"),
    (.reference(in: "terraform.cloud"), "terraform {\n  cloud {\n    workspaces {\n      name = var.name\n    }\n  }\n}"),
    (.reference(in: "resource.lifecycle.prevent_destroy"), "resource \"a\" \"b\" {\n  lifecycle {\n    prevent_destroy = var.safe\n  }\n}"),
    (.root("tofu"), "locals {\n  a = tofu.workspace\n}"),
    (.source("oci:"), "module \"a\" {\n  source = \"oci://example.com/a\"\n}"),
    (.member("mock_provider.for_each"), "mock_provider \"aws\" {\n  for_each = {}\n}"),
    (.member("mock_provider.override_during"), "mock_provider \"aws\" {\n  override_during = plan\n}"),
    (.member("test"), "test {}"),
    (.member("run.parallel"), "run \"a\" {\n  parallel = true\n}"),
    (.member("run.state_key"), "run \"a\" {\n  state_key = \"a\"\n}"),
    (.member("run.backend"), "run \"a\" {\n  backend \"local\" {}\n}"),
    (.member("run.skip_cleanup"), "run \"a\" {\n  skip_cleanup = true\n}"),
  ]

  @Test func `each construct is an error for the dialect that does not have it, and for that one alone`() {
    var tested = 0
    for construct in DialectConstruct.all {
      var text = Self.uses.first { $0.form == construct.form }?.text
      if case .function(let name) = construct.form { text = "locals {\n  a = \(name)(\"\", \"\")\n}" }
      guard let text, let only = construct.onlyDialect else { continue }
      tested += 1
      let isTest = ["mock_", "test", "run"].contains { text.hasPrefix($0) }
      let files = [
        "main.tf": isTest ? "" : text + "\n", "a.tftest.hcl": isTest ? text + "\n" : "", "a/main.tf": "output \"x\" {\n  value = 1\n}\n",
      ]
      #expect(errors(files, only).isEmpty, "\(construct.form)")
      #expect(errors(files).isEmpty, "\(construct.form)")
      let found = errors(files, only.other)
      #expect(found.count == 1, "\(construct.form): \(found.map(\.summary))")
      #expect(found.first?.summary.contains(only.other.name) == true)
      #expect(found.first?.detail.hasPrefix("\(only.name) has it") == true)
    }
    #expect(tested == DialectConstruct.all.count)
  }

  @Test func `what the configuration says decides`() {
    func choice(_ files: [String: String]) -> Dialect? {
      DialectChoice.find(in: Configuration.load(".", from: ModuleLibrary(access: VirtualModule(files).access)))?.dialect
    }
    func required(_ version: String) -> [String: String] { ["main.tf": "terraform {\n  required_version = \"\(version)\"\n}\n"] }
    func locked(_ host: String) -> [String: String] {
      ["main.tf": "", ".terraform.lock.hcl": "provider \"\(host)/hashicorp/aws\" {\n  version = \"6.0.0\"\n}\n"]
    }
    #expect(choice(["main.tf": ""]) == nil)
    #expect(choice(["main.tofu": ""]) == .tofu)
    #expect(choice(locked("registry.opentofu.org")) == .tofu)
    #expect(choice(locked("registry.terraform.io")) == .terraform)
    #expect(choice(locked("example.com")) == nil)
    #expect(choice(required("~> 1.5.0")) == .terraform)
    #expect(choice(required(">= 1.14")) == .terraform)
    #expect(choice(required(">= 1.3")) == nil)
    #expect(choice(required("~> 1.0")) == nil)
    #expect(choice(["main.tf": "terraform {\n  encryption {}\n}\naction \"a\" \"b\" {}\n"]) == .tofu)
  }

  @Test func `of two that exclude each other the first decides`() {
    let found = errors(["main.tf": "terraform {\n  encryption {}\n}\naction \"a\" \"b\" {}\n"])
    #expect(found.map { $0.subject?.start.line } == [4])
    #expect(found.first?.detail.contains("main.tf:2") == true)
  }

  @Test func `files of OpenTofu are nothing to Terraform`() {
    let files = ["a.tf": "locals {\n  a = 1\n}\n", "a.tofu": "language {}\n", "b.tofu": "language {}\n"]
    #expect(errors(files, .terraform).isEmpty)
    #expect(configurationFileNames(files.keys.sorted(), .terraform) == ["a.tf"])
    #expect(configurationFileNames(files.keys.sorted(), .tofu) == ["a.tofu", "b.tofu"])
    #expect(testFileNames(["a.tftest.hcl", "a.tofutest.hcl"], .terraform) == ["a.tftest.hcl"])
  }
}
