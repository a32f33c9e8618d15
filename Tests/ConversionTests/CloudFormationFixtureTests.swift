import Documents
import Foundation
import TestSupport
import Testing

@testable import Conversion

/// Projects that are converted whole: `Fixtures/convert/<project>/main.tf`.
@Suite struct CloudFormationFixtureTests {
  static let projects: [Project] = [
    Project(name: "lambda-api", parameters: ["ApiKey=k", "ArtifactBucket=b"]),
    Project(name: "ec2-autoscaling", parameters: ["LinuxId=ami-12345678", "SshCidrs=192.0.2.0/24"]),
    Project(name: "s3-cloudfront", parameters: ["AllowedCountries=DE,FR"]),
    Project(name: "step-functions", parameters: []),
    Project(name: "aurora-vpc", region: "eu-central-1", parameters: ["DatabasePassword=Secret12345", "Zones=eu-central-1a,eu-central-1b"]),
  ]

  struct Project: CustomTestStringConvertible, Sendable {
    var name: String
    var region = "us-east-1"
    /// For the simulated deployment.
    var parameters: [String]

    var testDescription: String { name }
    var folder: URL { ProjectRoot.fixture("convert/\(name)") }
    func converted() throws -> ConversionResult { try ConversionFixture(folder: folder).converted(to: CloudFormationTarget()) }
  }

  @Test(arguments: projects)
  func `the template and the report of a project are those of its golden files`(project: Project) throws {
    let result = try project.converted()
    let report = (result.lossLines.map { "loss: \($0)" } + result.report.notes.map { "note: \($0.address): \($0.reason)" }).map { $0 + "\n" }.joined()
    for (text, file) in [(result.json, "expected.json"), (report, "report.txt")] {
      if let difference = differenceFromGolden(text, project.folder.appendingPathComponent(file)) { Issue.record("\(project.name): \(difference)") }
    }
  }

  @Test(arguments: projects)
  func `every managed resource of a project is carried, whole or with its losses named`(project: Project) throws {
    let report = try project.converted().report
    #expect(report.unsupportedResources == 0)
    #expect(report.losses.allSatisfy { !$0.reason.isEmpty && $0.location != nil })
  }

  @Test(arguments: projects)
  func `no reference of a template leads nowhere`(project: Project) throws {
    let template = try #require(try project.converted().documents.first?.document)
    #expect(danglingReferences(of: template).isEmpty)
  }

  @Test(arguments: projects)
  func `the target's own validator finds no error in a template`(project: Project) throws {
    try validate(project.converted().json, name: project.name, region: project.region, parameters: project.parameters)
  }

  @Test func `the resources of the network and database project are the expected ones`() throws {
    let project = try #require(Self.projects.first { $0.name == "aurora-vpc" })
    let template = try #require(try project.converted().documents.first?.document)
    #expect(
      resourceCounts(of: template) == [
        "AWS::EC2::VPC": 1, "AWS::EC2::InternetGateway": 1, "AWS::EC2::VPCGatewayAttachment": 1, "AWS::EC2::Subnet": 4, "AWS::EC2::EIP": 1,
        "AWS::EC2::NatGateway": 1, "AWS::EC2::RouteTable": 2, "AWS::EC2::Route": 2, "AWS::EC2::SubnetRouteTableAssociation": 4,
        "AWS::EC2::SecurityGroup": 1, "AWS::EC2::SecurityGroupIngress": 2, "AWS::EC2::SecurityGroupEgress": 2, "AWS::RDS::DBSubnetGroup": 1,
        "AWS::RDS::DBCluster": 1, "AWS::RDS::DBInstance": 2, "AWS::RDS::DBClusterParameterGroup": 1, "AWS::KMS::Key": 1,
        "AWS::SecretsManager::Secret": 1,
      ])
    // A route through the gateway waits for the gateway's attachment.
    #expect(template["Resources"]?["PublicRouteTableRoute"]?["DependsOn"] == ["MainInternetGatewayAttachment"])
    #expect(template["Resources"]?["MainNatGateway0"]?["DependsOn"] == ["MainInternetGateway", "MainInternetGatewayAttachment"])
    #expect(template["Resources"]?["MainNatGateway0"]?["Condition"] == "WhenNat")
    #expect(template["Resources"]?["MainDBCluster"]?["DeletionPolicy"] == "Snapshot")
    #expect(template["Parameters"]?["DatabasePassword"] == ["Type": "String", "NoEcho": true])
  }
}

/// How many resources a template has of each type.
func resourceCounts(of template: Document) -> [String: Int] {
  (template["Resources"]?.objectValue ?? [:]).reduce(into: [:]) { counts, member in counts[member.value["Type"]?.stringValue ?? "", default: 0] += 1 }
}

/// The names in `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn` that are neither declared nor pseudo parameters.
func danglingReferences(of template: Document) -> [String] {
  let declared = Set((template["Resources"]?.objectValue?.keys ?? []) + (template["Parameters"]?.objectValue?.keys ?? []))
  var names: [String] = []
  func visit(_ document: Document) {
    switch document {
    case .null, .bool, .number, .string: break
    case .array(let elements): for element in elements { visit(element) }
    case .object(let object):
      for member in object {
        switch member.key {
        case "Ref": names.append(member.value.stringValue ?? "?")
        case "Fn::GetAtt": names.append(member.value[0]?.stringValue ?? "?")
        case "DependsOn": names += member.value.arrayValue?.compactMap(\.stringValue) ?? []
        case "Fn::Sub":
          for part in (member.value.stringValue ?? "").components(separatedBy: "${").dropFirst() where !part.hasPrefix("!") {
            names.append(String(part.prefix { $0 != "}" && $0 != "." }))
          }
        default: visit(member.value)
        }
      }
    }
  }
  visit(template)
  return names.filter { !declared.contains($0) && !$0.hasPrefix("AWS::") }
}

/// Runs the reference validator (lint, limits, simulated deployment) on a template. Skipped with a line where it is not installed.
func validate(_ template: String, name: String, region: String = "us-east-1", parameters: [String]) throws {
  guard let shared = ProjectRoot.shared else { return try skip("\(name): no reference material beside the project, validator not run") }
  let script = shared.appendingPathComponent("tools/cloudformation/validate.py")
  guard FileManager.default.fileExists(atPath: script.path), let probe = try? run(["cfn-lint", "--version"]), probe.status == 0 else {
    return try skip("\(name): the validator is not installed, not run")
  }
  let file = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-\(name)-\(ProcessInfo.processInfo.processIdentifier).json")
  try template.write(to: file, atomically: true, encoding: .utf8)
  defer { try? FileManager.default.removeItem(at: file) }
  let result = try run(
    ["python3", script.path, file.path, "--region", region] + parameters.flatMap { ["--param", $0] }, environment: ["VALIDATE_LAMBDA_S3": "false"])
  let deployed = result.output.contains("stack status: CREATE_COMPLETE")
  #expect(result.status == 0 && deployed, "\(name): the validator gives \(result.status)\n\(result.output)")
  print("\(name): \(result.output.split(separator: "\n").last { $0.hasPrefix("resources created") } ?? "no resources")")
}

private func skip(_ reason: String) throws {
  print("skipped: \(reason)")
  if ProcessInfo.processInfo.environment["CI"] == "true" { Issue.record("\(reason), and CI needs it") }
}

private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = arguments
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}
