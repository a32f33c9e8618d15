import TerraformModel
import Testing

@testable import Linting

@Suite struct SuppressionPolicyTests {
  private static func volume(_ comment: String) -> String {
    "\(comment)\nresource \"aws_ebs_volume\" \"v\" {\n  availability_zone = \"a\"\n  encrypted = false\n}\n"
  }

  private static func report(_ source: String, _ policy: SuppressionPolicy, today: String? = "2026-06-01", name: String = "main.tf") -> LintReport {
    let select = ["aws-ebs-volume-encryption", "terraform-refused-suppression", "terraform-idle-suppression"]
    return lint([name: source], RuleSelection(select: select)) { request in
      request.suppressionPolicy = policy
      request.today = today
    }
  }

  @Test func `a suppression without a reason does not count where one is asked for`() {
    let policy = SuppressionPolicy(requiresReason: true)
    let silent = Self.report(Self.volume("# terrane:ignore aws-ebs-volume-encryption -- scratch"), policy)
    #expect(silent.findings.isEmpty)
    for comment in ["# terrane:ignore aws-ebs-volume-encryption", "# tflint-ignore: aws-ebs-volume-encryption", "#trivy:ignore:aws-0026"] {
      let report = Self.report(Self.volume(comment), policy)
      #expect(report.findings.map(\.rule) == ["terraform-refused-suppression", "aws-ebs-volume-encryption"], "\(comment)")
    }
  }

  @Test(arguments: [
    ("exp:2026-06-30", 30, 0), ("exp:2026-07-02", 30, 2), ("", 30, 2), ("exp:soon", 30, 2), ("exp:2026-05-31", 30, 2), ("exp:2028-02-29", 638, 0),
    ("exp:2028-02-29", 637, 2),
  ])
  func `a suppression holds until its day, and not too long`(expiry: String, days: Int, count: Int) {
    let report = Self.report(Self.volume("# terrane:ignore aws-ebs-volume-encryption \(expiry) -- scratch"), SuppressionPolicy(longestExpiry: days))
    #expect(report.findings.count == count, "\(report.findings.map(\.message))")
  }

  @Test func `a suppression that is over says so`() {
    let report = Self.report(Self.volume("# terrane:ignore aws-ebs-volume-encryption exp:2026-05-31 -- scratch"), SuppressionPolicy())
    #expect(report.findings.map(\.message).contains("The suppression of aws-ebs-volume-encryption expired on 2026-05-31"))
  }

  @Test func `properties for comments silence in JSON syntax`() {
    func source(_ volume: String, _ top: String = "") -> String {
      "{\(top)\"resource\": {\"aws_ebs_volume\": {\"v\": {\(volume)\"availability_zone\": \"a\", \"encrypted\": false}, \"w\": {\"availability_zone\": \"a\"}}}}"
    }
    func count(_ source: String) -> Int { Self.report(source, SuppressionPolicy(), name: "main.tf.json").findings.count }
    #expect(count(source("")) == 2)
    #expect(count(source("\"//\": \"terrane:ignore aws-ebs-volume-encryption -- scratch\", ")) == 1)
    #expect(count(source("\"//\": [\"a note\", \"checkov:skip=CKV_AWS_3:scratch\"], ")) == 1)
    #expect(count(source("", "\"//\": \"terrane:ignore-file aws-ebs-volume-encryption\", ")) == 0)
    #expect(count(source("\"//\": \"terrane:ignore aws-ebs-gp3\", ")) == 3)
  }

  @Test func `a suppression of a rule that has not run is not called idle`() {
    let source = "# terrane:ignore aws-default-vpc -- other\nlocals {}\n"
    #expect(Self.report(source, SuppressionPolicy()).findings.isEmpty)
    let idle = lint(source, RuleSelection(select: ["aws-default-vpc", "terraform-idle-suppression"]))
    #expect(idle.findings.map(\.rule) == ["terraform-idle-suppression"])
  }
}
