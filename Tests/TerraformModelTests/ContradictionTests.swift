import Diagnostics
import HCLEvaluation
import SourceText
import TerraformFunctions
import TerraformModel
import Testing

/// Declarations that contradict each other, and values that go where they must not: a small configuration a row, with what is found.
struct ContradictionTests {
  private struct Row {
    var files: [String: String]
    var expected: [String]

    init(_ main: String, _ expected: String..., files: [String: String] = [:]) {
      self.files = files.merging(["main.tf": main]) { first, _ in first }
      self.expected = expected
    }
  }

  private func check(_ rows: [Row]) {
    for row in rows {
      let configuration = Configuration.load(".", from: ModuleLibrary(access: VirtualModule(row.files).access))
      let found = ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard)).validate(configuration).map { diagnostic in
        let place = diagnostic.subject.map { "\($0.file.path == "main.tf" ? "" : "\($0.file.path):")\($0.start.line) " } ?? ""
        return "\(place)\(diagnostic.severity == .error ? "" : "warning ")\(diagnostic.id)"
      }
      #expect(found == row.expected, "\(row.files["main.tf"] ?? "")")
    }
  }

  private func moved(_ pairs: (String, String)...) -> String { pairs.map { "moved {\n  from = \($0)\n  to   = \($1)\n}\n" }.joined() }

  @Test func `moves lead from one place to one other, and not in circles`() {
    check([
      Row(moved(("a_b.x", "a_b.y"), ("a_b.w", "a_b.x"), ("module.a", "module.b[\"x\"]")) + "resource \"a_b\" \"y\" {}\n"),
      Row(moved(("a_b.x", "a_b.y"), ("a_b.y", "a_b.x")), "1 move-cycle"),
      Row(moved(("a_b.x", "a_b.y"), ("a_b.x", "a_b.z")), "5 ambiguous-move"),
      Row(moved(("a_b.x", "a_b.y"), ("a_b.z", "a_b.y")), "5 ambiguous-move"),
      Row(moved(("a_b.x", "a_b.x")), "1 redundant-move"),
      Row(moved(("a_b.x", "a_b.y")) + "resource \"a_b\" \"x\" {}\n", "1 moved-and-declared"),
      Row(moved(("a_b.x", "a_b.x[0]")) + "resource \"a_b\" \"x\" {\n  count = 1\n}\n"),
    ])
  }

  @Test func `an import names one thing, by an identifier or an identity`() {
    let resource = "resource \"a_b\" \"x\" {}\n"
    check([
      Row("resource \"a_b\" \"x\" {\n  for_each = toset([\"a\"])\n}\nimport {\n  for_each = { a = 1 }\n  to       = a_b.x[each.key]\n  id       = each.value\n}\n"),
      Row(resource + "import {\n  to = a_b.x\n  id = null\n}\n", "4 invalid-import-id"),
      Row(resource + "import {\n  to = a_b.x\n  id = \"\"\n}\n", "4 invalid-import-id"),
      Row(resource + "import {\n  to = a_b.x\n  id = \"a\"\n  identity = {}\n}\n", "5 conflicting-arguments"),
      Row(resource + "import {\n  to = a_b.x\n  identity = \"a\"\n}\n", "4 invalid-import-id"),
      Row("import {\n  to = module.gone.a_b.x\n  id = \"a\"\n}\n", "2 undeclared-reference"),
      Row(
        "module \"m\" {\n  source = \"./m\"\n}\nimport {\n  to = module.m.a_b.x\n  id = \"a\"\n}\nimport {\n  to = module.m.a_b.z\n  id = \"a\"\n}\n",
        "9 undeclared-reference", files: ["m/a.tf": resource]),
    ])
  }

  @Test func `the data source of a check is its own`() {
    let check = "check \"a\" {\n  data \"x_y\" \"z\" {}\n  assert {\n    condition     = data.x_y.z.ok\n    error_message = \"No.\"\n  }\n}\n"
    self.check([
      Row(check), Row(check + "output \"o\" {\n  value = data.x_y.z.ok\n}\n", "9 scoped-reference"),
      Row(check.replacing("{}", with: "{\n    count = 1\n  }"), "3 reserved-name", "6 missing-instance-key"),
      Row(check + check.replacing("z", with: "w"), "8 duplicate-declaration"),
    ])
  }

  @Test func `actions are declared, and triggered by events that exist`() {
    func trigger(_ event: String, _ action: String) -> String {
      "resource \"a_b\" \"x\" {\n  lifecycle {\n    action_trigger {\n      events  = [\(event)]\n      actions = [\(action)]\n    }\n  }\n}\naction \"c_d\" \"y\" {}\n"
    }
    check([
      Row(trigger("after_create", "action.c_d.y")), Row(trigger("after_creat", "action.c_d.y"), "4 invalid-action-event"),
      Row(trigger("after_create", "action.c_d.z"), "5 undeclared-reference"), Row(trigger("", ""), "4 invalid-action-event", "5 invalid-static-reference"),
      Row(trigger("after_create", "a_b.x"), "5 invalid-static-reference"),
      Row("action \"a_b\" \"x\" {}\naction \"a_b\" \"x\" {}\n", "2 duplicate-declaration"),
    ])
  }

  @Test func `ephemeral values go only where nothing is kept`() {
    let variable = "variable \"v\" {\n  type      = string\n  ephemeral = true\n}\n"
    check([
      Row(variable + "locals {\n  a = var.v\n}\nprovider \"aws\" {\n  token = local.a\n}\n"),
      Row(variable + "resource \"null_resource\" \"a\" {\n  triggers = { a = var.v }\n}\n", "6 ephemeral-value"),
      Row(variable + "resource \"aws_secretsmanager_secret_version\" \"a\" {\n  secret_id                = \"a\"\n  secret_string_wo         = var.v\n  secret_string_wo_version = 1\n}\n"),
      Row("ephemeral \"aws_x\" \"y\" {}\nresource \"null_resource\" \"a\" {\n  triggers = { a = ephemeral.aws_x.y.z }\n}\n", "3 ephemeral-value"),
      Row(variable + "output \"o\" {\n  value = var.v\n}\n", "6 ephemeral-value"),
      Row("output \"o\" {\n  value     = 1\n  ephemeral = true\n}\n", "3 ephemeral-value"),
      Row(
        variable + "module \"m\" {\n  source = \"./m\"\n  a      = var.v\n  b      = var.v\n}\n", "m/a.tf:11 ephemeral-value", "7 ephemeral-value",
        files: [
          "m/a.tf":
            "variable \"a\" {}\nvariable \"b\" {\n  ephemeral = true\n}\noutput \"p\" {\n  value     = var.b\n  ephemeral = true\n}\n\noutput \"q\" {\n  value = var.b\n}\n"
        ]),
    ])
  }

  @Test func `an output of the root module says when it is sensitive`() {
    let variable = "variable \"v\" {\n  type      = string\n  sensitive = true\n}\n"
    check([
      Row(variable + "output \"o\" {\n  value = [var.v]\n}\n", "5 sensitive-output"),
      Row(variable + "output \"o\" {\n  value     = var.v\n  sensitive = true\n}\n"),
      Row(variable + "output \"o\" {\n  value = nonsensitive(var.v)\n}\n"),
    ])
  }

  @Test func `settings are checked as far as the language knows them`() {
    check([
      Row(
        """
        terraform {
          encryption {
            key_provider "pbkdf2" "k" {
              passphrase = var.p
            }
            method "aes_gcm" "m" {
              keys = key_provider.pbkdf2.k
            }
            state {
              method   = method.aes_gcm.m
              enforced = true
              fallback {}
            }
            remote_state_data_sources {
              default {
                method = method.aes_gcm.m
              }
              remote_state_data_source "x" {
                method = method.aes_gcm.m
              }
            }
          }
        }
        variable "p" {}
        """),
      Row("terraform {\n  encryption {\n    key_provder \"a\" \"b\" {}\n    state {\n      methd = 1\n    }\n  }\n}\n", "3 unsupported-block", "5 unsupported-argument"),
      Row("terraform {\n  encryption {\n    state {\n      method = method.aes_gcm.m\n    }\n  }\n}\n", "4 undeclared-reference"),
      Row("terraform {\n  encryption {}\n}\nterraform {\n  encryption {}\n}\n", "5 duplicate-block"),
      Row("terraform {\n  provider_meta \"x\" {}\n  provider_meta \"x\" {}\n}\n", "3 duplicate-block"),
      Row("terraform {\n  backend \"s3\" {\n    bucket = var.gone\n  }\n}\n", "3 undeclared-reference"),
    ])
  }

  @Test func `provider configurations are there, and chosen by a key where there are several`() {
    func eip(_ provider: String) -> String { "resource \"null_resource\" \"a\" {\n  provider = \(provider)\n}\n" }
    let alias = "provider \"null\" {\n  alias = \"east\"\n}\n"
    let repeated = "provider \"null\" {\n  alias    = \"all\"\n  for_each = toset([\"a\"])\n}\n"
    check([
      Row(alias + eip("null.east")), Row(alias + eip("null.est"), "5 undeclared-provider-configuration"),
      Row(repeated + eip("null.all[\"a\"]")), Row(repeated + eip("null.all"), "6 missing-instance-key"),
      Row(alias + eip("null.east[\"a\"]"), "5 unexpected-instance-key"),
      Row("provider \"null\" {\n  for_each = toset([\"a\"])\n}\n", "2 missing-provider-alias"),
    ])
  }

  @Test func `what is escaped is never a meta-argument`() {
    check([
      Row("resource \"null_resource\" \"a\" {\n  _ {\n    count = 1\n  }\n}\n", "3 warning unknown-argument"),
    ])
  }

  @Test func `override files change and do not declare`() {
    check([
      Row("resource \"a_b\" \"y\" {}\n", "x_override.tf:1 unsupported-override", files: ["x_override.tf": moved(("a_b.x", "a_b.y"))]),
      Row("locals {\n  a = 1\n}\n", files: ["x_override.tf": "locals {\n  a = 2\n}\n"]),
    ])
  }

  @Test func `references in strings are looked at, too`() {
    check([
      Row("resource \"a_b\" \"x\" {\n  depends_on = [\"a_b.y\"]\n}\n", "2 warning quoted-reference", "2 undeclared-reference"),
      Row("", "j.tf.json:1 undeclared-reference", files: ["j.tf.json": #"{"resource": {"a_b": {"x": {"depends_on": ["a_b.y", "a_b.x"]}}}}"#]),
    ])
  }
}
