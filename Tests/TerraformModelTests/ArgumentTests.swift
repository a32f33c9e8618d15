import Diagnostics
import HCLEvaluation
import SourceText
import TerraformFunctions
import TerraformModel
import Testing

/// Arguments against the schema of the provider in use: a block a row, with the line and the kind of what is found.
struct ArgumentTests {
  private static let requirements = """
    terraform {
      required_providers {
        aws = {
          source  = "hashicorp/aws"
          version = "= 6.25.0"
        }
      }
    }

    """

  private func problems(_ text: String, requirements: String = requirements) -> [String] {
    let files = ["main.tf": requirements + text + "\n"]
    let configuration = Configuration.load(".", from: ModuleLibrary(access: VirtualModule(files).access))
    let first = requirements.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    return ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard)).validate(configuration).map { diagnostic in
      "\((diagnostic.subject?.start.line ?? 0) - first) \(diagnostic.severity == .error ? "" : "warning ")\(diagnostic.id)"
    }
  }

  private func check(_ rows: [(text: String, expected: [String])]) {
    for row in rows { #expect(problems(row.text) == row.expected, "\(row.text)") }
  }

  private func resource(_ type: String, _ lines: String...) -> String {
    "resource \"\(type)\" \"a\" {\n" + lines.map { "  \($0)\n" }.joined() + "}"
  }

  @Test func `names that the schema does not have are found everywhere`() {
    let instance = resource("aws_instance")
    check([
      (resource("aws_instnce"), ["1 unknown-type"]), ("data \"aws_amii\" \"a\" {}", ["1 unknown-type"]),
      (resource("aws_instance", "amii = 1"), ["2 unknown-argument"]),
      (resource("aws_instance", "root_block_device {", "  volme_size = 1", "}"), ["3 unknown-argument"]),
      (resource("aws_instance", "root_block_devic {", "}"), ["2 unknown-argument"]),
      (
        resource(
          "aws_instance", "dynamic \"ebs_block_device\" {", "  for_each = [1]", "  content {", "    device_name = \"x\"", "    volume_siz = 1", "  }", "}"),
        ["6 unknown-argument"]
      ),
      ("provider \"aws\" {\n  regionn = \"x\"\n}", ["2 unknown-argument"]),
      (instance + "\noutput \"o\" {\n  value = aws_instance.a.amii\n}", ["4 unknown-attribute"]),
      (instance + "\noutput \"o\" {\n  value = aws_instance.a.root_block_device[0].volme_size\n}", ["4 unknown-attribute"]),
      (resource("aws_instance", "lifecycle {", "  ignore_changes = [amii]", "}"), ["3 unknown-attribute"]),
    ])
  }

  @Test func `names are suggested`() {
    let files = ["main.tf": Self.requirements + resource("aws_instance", "amii = 1") + "\n"]
    let configuration = Configuration.load(".", from: ModuleLibrary(access: VirtualModule(files).access))
    let found = ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard)).validate(configuration)
    #expect(found.first?.detail.contains("Did you mean “ami”?") == true)
  }

  @Test func `values have the type of the argument`() {
    check([
      (resource("aws_instance", "monitoring = \"true\""), []), (resource("aws_instance", "monitoring = \"maybe\""), ["2 wrong-argument-type"]),
      (resource("aws_instance", "vpc_security_group_ids = \"sg\""), ["2 wrong-argument-type"]),
      (resource("aws_instance", "tags = [1]"), ["2 wrong-argument-type"]),
      (resource("aws_instance", "root_block_device {", "  volume_size = \"big\"", "}"), ["3 wrong-argument-type"]),
    ])
  }

  @Test func `what is required is there, and what is computed is not`() {
    check([
      (resource("aws_s3_object", "key = \"x\""), ["1 missing-argument"]),
      (resource("aws_s3_object", "key = \"x\"", "bucket = null"), ["3 missing-argument"]),
      (resource("aws_eip", "allocation_id = \"x\""), ["2 computed-argument"]),
      ("data \"aws_ami\" \"a\" {\n  arn = \"x\"\n}", ["2 computed-argument"]),
    ])
  }

  @Test func `blocks are blocks, arguments are arguments, and their number is right`() {
    let versioning = "versioning_configuration {\n    status = \"Enabled\"\n  }"
    check([
      (resource("aws_instance", "root_block_device = {}"), ["2 block-as-argument"]),
      (resource("aws_instance", "ami {", "}"), ["2 argument-as-block"]),
      (resource("aws_s3_bucket_versioning", "bucket = \"b\""), ["1 missing-block"]),
      (resource("aws_s3_bucket_versioning", "bucket = \"b\"", versioning), []),
      (resource("aws_s3_bucket_versioning", "bucket = \"b\"", versioning, versioning), ["6 too-many-blocks"]),
      (resource("aws_security_group", "ingress {", "  from_port = 1", "  to_port = 2", "  protocol = \"tcp\"", "}", "egress = []"), []),
    ])
  }

  @Test func `allowed values and deprecations are warnings`() {
    check([
      (resource("aws_instance", "tenancy = \"never\""), ["2 warning unknown-value"]),
      (resource("aws_s3_bucket", "acl = \"private\""), ["2 warning deprecated-argument"]),
    ])
  }

  @Test func `the constraint chooses the major version`() {
    func requiring(_ version: String) -> String { Self.requirements.replacing("= 6.25.0", with: version) }
    let eip = resource("aws_eip", "vpc = true")
    #expect(problems(eip) == ["2 unknown-argument"])
    #expect(problems(eip, requirements: requiring("~> 5.0")) == [])
    #expect(problems(eip, requirements: requiring("~> 6.0")) == ["2 warning unknown-argument"])
    #expect(problems(eip, requirements: requiring(">= 4.0, < 6.0")) == [])
    #expect(problems(eip, requirements: requiring("~> 4.0")) == [])
    #expect(problems(resource("aws_opsworks_stack", "nonsense = 1"), requirements: requiring("~> 4.0")) == [])
    #expect(problems(resource("aws_eip", "nonsense = 1"), requirements: requiring("= 5.99.1")) == ["2 unknown-argument"])
  }

  @Test func `arguments of provisioners and connections are known`() {
    check([
      (resource("aws_instance", "provisioner \"local-exec\" {", "  comand = \"a\"", "}"), ["2 missing-argument", "3 unknown-argument"]),
      (resource("aws_instance", "connection {", "  hosst = self.public_ip", "}"), ["3 unknown-argument"]),
      (resource("aws_instance", "provisioner \"file\" {", "  destination = \"/x\"", "  content = self.id", "  connection {", "    port = \"ssh\"", "  }", "}"), ["6 wrong-argument-type"]),
      (resource("aws_instance", "provisioner \"remote-exec\" {", "  inline = [\"a\"]", "  when = destroy", "}"), []),
      (resource("aws_instance", "provisioner \"somebody-elses\" {", "  x = 1", "}"), []),
    ])
  }

  @Test func `cycles are found through modules`() {
    func cycles(_ main: String) -> [String] {
      let files = [
        "main.tf": main,
        "m/main.tf": "variable \"x\" {}\nvariable \"z\" {}\nlocals {\n  y = var.x\n}\noutput \"y\" {\n  value = local.y\n}\noutput \"w\" {\n  value = 1\n}\n",
      ]
      let configuration = Configuration.load(".", from: ModuleLibrary(access: VirtualModule(files).access))
      return ConfigurationValidator(functions: FunctionTable(TerraformFunctions.standard)).validate(configuration).map(\.detail)
    }
    func call(_ x: String, _ z: String = "1") -> String { "module \"a\" {\n  source = \"./m\"\n  x = \(x)\n  z = \(z)\n}\n" }
    #expect(cycles(call("module.a.y")) == ["The way leads around: module.a.y → module.a.y. Each needs the next one first."])
    #expect(cycles(call("local.b") + "locals {\n  b = module.a.y\n}\n").first?.contains("local.b → module.a.y → local.b") == true)
    #expect(cycles(call("1", "module.a.y")) == [])
    #expect(cycles(call("module.a.w")) == [])
  }
}
