import Diagnostics
import SourceText
import TerraformModel
import Testing

@testable import Linting

/// What conditions come to: true, false, unknown, and where the blame goes.
@Suite struct ConditionTests {
  private static func run(_ part: String, _ source: String, type: String = "aws_db_instance") throws -> LintReport {
    let rule = try #require(makeRule("resource \"\(type)\" {\n\(part)\n}"))
    return lint(source, RuleSelection(select: ["test-rule"]), rules: [rule])
  }

  private static func database(_ body: String) -> String {
    "variable \"v\" {}\nresource \"aws_db_instance\" \"d\" {\n  instance_class = \"db.t3.micro\"\n\(body)\n}\n"
  }

  @Test func `an unknown value leaves the condition undecided and says which one`() throws {
    let report = try Self.run("require = self.storage_encrypted == true", Self.database("  storage_encrypted = var.v"))
    #expect(report.findings.isEmpty)
    #expect(report.undecided.map(\.reason) == ["self.storage_encrypted depends on var.v"])
  }

  @Test func `one known operand decides where it can`() throws {
    let source = Self.database("  storage_encrypted = var.v\n  multi_az = true")
    #expect(try Self.run("require = self.storage_encrypted && false", source).findings.count == 1)
    #expect(try Self.run("require = self.storage_encrypted || self.multi_az", source).undecided.isEmpty)
    #expect(try Self.run("require = any([self.storage_encrypted, true])", source).undecided.isEmpty)
    #expect(try Self.run("require = all([self.storage_encrypted, false])", source).findings.count == 1)
  }

  @Test func `an ordered comparison with null is false and null has no elements`() throws {
    let source = Self.database("")
    #expect(try Self.run("require = self.backup_retention_period >= 7", source).findings.count == 1)
    #expect(try Self.run("require = !(self.backup_retention_period >= 7)", source).findings.isEmpty)
    #expect(try Self.run("require = length([for g in self.vpc_security_group_ids : g]) == 0", source).findings.isEmpty)
    #expect(try Self.run("require = self.s3_import.bucket_name == null", source).findings.isEmpty)
  }

  @Test func `a function that is given null gives null, and its length is 0`() throws {
    let source = Self.database("")
    #expect(try Self.run("require = contains([\"a\"], self.identifier_prefix)", source).findings.count == 1)
    #expect(try Self.run("require = !startswith(lower(self.identifier_prefix), \"a\")", source).findings.isEmpty)
    #expect(try Self.run("require = length(self.enabled_cloudwatch_logs_exports) > 0", source).findings.count == 1)
  }

  @Test func `try gives its default for a part that is not there`() throws {
    let source = Self.database("  tags = { a = \"x\" }\n  identifier = jsonencode({ b = [1] })")
    for holds in [
      "try(self.tags.zzz, \"d\") == \"d\"", "try(self.tags[\"zzz\"], \"d\") == \"d\"", "try(self.tags.a, \"d\") == \"x\"", "self.tags.zzz == null",
      "try(jsondecode(self.identifier).c, 1) == 1", "try(jsondecode(self.identifier).b[7], 1) == 1", "try(self.s3_import.bucket_name, \"d\") == \"d\"",
      "try(self.multi_az, \"d\") == null", "try(self.multi_az.part, \"d\") == \"d\"", "try(try(self.tags.zzz, self.tags.yyy), \"d\") == \"d\"",
      "[for t in [self.tags] : try(t.zzz, \"d\")][0] == \"d\"", "(try(self.tags.zzz, null) == null && self.tags.zzz == null)",
    ] {
      let report = try Self.run("require = \(holds)", source)
      #expect(report.findings.isEmpty && report.undecided.isEmpty, "\(holds) \(report.undecided.map(\.reason))")
    }
  }

  @Test func `an error about a user's value is undecided`() throws {
    let report = try Self.run("require = parseint(self.identifier, 10) > 3", Self.database("  identifier = \"abc\""))
    #expect(report.findings.isEmpty)
    #expect(report.undecided.count == 1)
  }

  @Test func `of a conjunction the first false operand is blamed`() throws {
    let source = Self.database("  multi_az = true\n  storage_encrypted = false\n  deletion_protection = false")
    let report = try Self.run("require = self.multi_az && self.storage_encrypted && self.deletion_protection", source)
    #expect(places(report) == ["storage_encrypted = false"])
    #expect(report.findings[0].values == ["storage_encrypted is false"])
  }

  @Test func `of a disjunction all operands are blamed, the first one primary`() throws {
    let source = Self.database("  multi_az = false\n  storage_encrypted = false")
    let report = try Self.run("require = self.multi_az || self.storage_encrypted", source)
    #expect(places(report) == ["multi_az = false"])
    #expect(report.findings[0].related.map(\.range.text) == ["storage_encrypted = false"])
  }

  @Test func `what is not set is reported at the header`() throws {
    let report = try Self.run("require = self.storage_encrypted == true", Self.database(""))
    #expect(places(report) == ["resource \"aws_db_instance\" \"d\""])
    #expect(report.findings[0].values == ["storage_encrypted is not set"])
  }

  private static let group = """
    variable "more" {}
    resource "aws_security_group" "g" {
      ingress {
        from_port   = 22
        to_port     = 22
        protocol    = "tcp"
        cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
      }
      dynamic "ingress" {
        for_each = [443, 22]
        content {
          from_port   = ingress.value
          to_port     = ingress.value
          protocol    = "tcp"
          cidr_blocks = ["::/0"]
        }
      }
      dynamic "ingress" {
        for_each = var.more
        content {
          from_port = 1
          to_port   = 2
          protocol  = "tcp"
        }
      }
    }
    """

  @Test func `each block is judged by itself, with the element at fault as its place`() throws {
    let part = """
      each    = self.ingress
      where   = ports_include(each.value, 22)
      require = !any([for c in each.value.cidr_blocks : is_public(c)])
      """
    let report = try Self.run(part, Self.group, type: "aws_security_group")
    #expect(places(report) == ["\"0.0.0.0/0\"", "\"::/0\""])
    // Further blocks may be added by the last dynamic block.
    #expect(report.undecided.map(\.reason) == ["self.ingress may have further elements"])
  }

  @Test func `an open list decides that one matches and leaves open that none does`() throws {
    let type = "aws_security_group"
    #expect(try Self.run("require = !any([for i in self.ingress : i.from_port == 22])", Self.group, type: type).findings.count == 1)
    #expect(try Self.run("require = !any([for i in self.ingress : i.from_port == 23])", Self.group, type: type).undecided.count == 1)
    #expect(try Self.run("require = length(self.ingress) >= 2", Self.group, type: type).findings.isEmpty)
  }

  @Test func `a sensitive value is never part of a message`() throws {
    let source = "variable \"p\" {\n  default = \"hunter22\"\n  sensitive = true\n}\n" + Self.database("  password = var.p\n  identifier = var.p")
    let report = try Self.run("require = self.identifier == null\nmessage = \"it is ${self.identifier} and ${self.instance_class}\"", source)
    #expect(report.findings.map(\.message) == ["it is (sensitive) and db.t3.micro"])
    #expect(report.findings.allSatisfy { !$0.values.joined().contains("hunter22") })
  }

  @Test func `names of a let may use those before them`() throws {
    let part = "let = {\n a = self.allocated_storage\n b = a * 2\n}\nrequire = b > 100"
    #expect(try Self.run(part, Self.database("  allocated_storage = 20")).findings.count == 1)
    #expect(try Self.run(part, Self.database("  allocated_storage = 80")).findings.isEmpty)
  }
}

/// Mistakes in a rule are errors when it is loaded.
@Suite struct RuleErrorTests {
  private static func problems(_ parts: String) -> [String] {
    let source = "rule \"r\" {\nsummary = \"s\"\ncategory = \"security\"\nseverity = \"low\"\n\(parts)\nexample \"e\" { flagged = \"\" }\n}\n"
    return RuleCatalog.load(SourceFile(path: "r.rule.hcl", text: source)).diagnostics.filter { $0.severity == .error }.map {
      "\($0.subject?.text ?? ""): \($0.summary)"
    }
  }

  @Test(arguments: [
    ("resource \"aws_db_instance\" { require = self.storage_encrypt == true }", ".storage_encrypt: aws_db_instance has no attribute or block “storage_encrypt”"),
    ("resource \"aws_dbinstance\" { require = self.x == true }", "resource \"aws_dbinstance\": There is no resource type “aws_dbinstance”"),
    ("resource \"aws_db_instance\" { require = anny([]) }", "anny([]): There is no function “anny”"),
    ("resource \"aws_db_instance\" { require = \"yes\" }", "\"yes\": This is never true or false"),
    ("resource \"aws_db_instance\" { require = sef.a }", "sef: “sef” is not known here"),
    ("resource \"aws_db_instance\" { require = param.days > 1 }", "param.days: The rule has no such parameter"),
    ("resource \"aws_db_instance\" { require = each.value }", "each.value: “each” needs an each argument in the part"),
    ("resource \"aws_s3_bucket\" { require = length(related(\"aws_s3_bucket_acl\", \"buckett\")) > 0 }", "\"buckett\": aws_s3_bucket_acl has no attribute or block “buckett”"),
    ("resource \"aws_db_instance\" {\nwher = true\nrequire = true\n}", "wher = true: “wher” is not known in a part of a rule"),
    ("", "rule \"r\": The rule looks at nothing"),
  ])
  func `a mistake is reported at its place`(parts: String, expected: String) {
    #expect(Self.problems(parts) == [expected])
  }

  @Test func `any bytes give a rule or diagnostics`() {
    let rule = "rule \"a\" {\n resource \"aws_db_instance\" {\n require = any([for x in self.tags : x == \"${self.identifier}\"])\n }\n}\n"
    let bytes = Array(rule.utf8)
    for cut in bytes.indices {
      _ = RuleCatalog.load(SourceFile(path: "r", bytes: Array(bytes[..<cut])))
      var changed = bytes
      changed[cut] = 0xFF
      _ = RuleCatalog.load(SourceFile(path: "r", bytes: changed))
    }
  }
}
