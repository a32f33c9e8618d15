import Documents
import Foundation
import TestSupport
import Testing

@testable import Conversion

/// The Terraform block of the reference example, as it stands and completed.
@Suite struct SeedExampleTests {
  static let completion = """

    resource "aws_iam_role" "lambda_role" {
      name = "lambda-role"
      assume_role_policy = jsonencode({
        Version   = "2012-10-17"
        Statement = [{ Action = "sts:AssumeRole", Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" } }]
      })
    }

    resource "aws_apigatewayv2_stage" "api" {
      api_id      = aws_apigatewayv2_api.http.id
      name        = "$default"
      auto_deploy = true
    }
    """

  /// The block, or nil where the reference material is not there.
  private func example() throws -> String? {
    guard let shared = ProjectRoot.shared else {
      print("skipped: no reference material beside the project")
      if ProcessInfo.processInfo.environment["CI"] == "true" { Issue.record("CI needs the reference material") }
      return nil
    }
    let text = try String(contentsOf: shared.appendingPathComponent("seed/cloud-skill.md"), encoding: .utf8)
    let parts = text.components(separatedBy: "```")
    return parts.first { $0.hasPrefix("hcl\n") || $0.hasPrefix("terraform\n") }.map { String($0.drop { $0 != "\n" }) }
  }

  @Test func `as it stands, what is undeclared is lost by name and nothing dangles`() throws {
    guard let source = try example() else { return }
    let result = ConversionFixture(source).converted(to: CloudFormationTarget())
    let template = try #require(result.documents.first?.document)
    #expect(danglingReferences(of: template).isEmpty)
    #expect(result.lossLines.contains { $0.hasPrefix("aws_lambda_function.api.role: ") && $0.contains("aws_iam_role.lambda_role") })
    #expect(result.lossLines.contains { $0.hasPrefix("output.api_endpoint: ") && $0.contains("aws_apigatewayv2_stage.api") })
    #expect(result.lossLines.contains { $0.hasPrefix("aws_apigatewayv2_integration.lambda.target: ") })
    #expect(template["Outputs"] == nil)
  }

  @Test func `completed, it deploys with its variables as parameters`() throws {
    guard let source = try example() else { return }
    let result = ConversionFixture(source + Self.completion).converted(to: CloudFormationTarget())
    let template = try #require(result.documents.first?.document)
    #expect(
      resourceCounts(of: template) == [
        "AWS::EC2::VPC": 1, "AWS::EC2::Subnet": 3, "AWS::RDS::DBCluster": 1, "AWS::Lambda::Function": 1, "AWS::IAM::Role": 1,
        "AWS::ApiGatewayV2::Api": 1, "AWS::ApiGatewayV2::Integration": 1, "AWS::ApiGatewayV2::Route": 1, "AWS::ApiGatewayV2::Stage": 1,
      ])
    let parameters = template["Parameters"]
    #expect(parameters?["Environment"] == ["Type": "String", "Default": "production"])
    #expect(parameters?["DbPassword"] == ["Type": "String", "NoEcho": true])
    #expect(parameters?["AvailabilityZones"]?["Type"] == "CommaDelimitedList")
    #expect(parameters?["AvailabilityZones"]?["Description"] == "Must have exactly 3 elements")
    #expect(parameters?["AwsRegion"] == nil)
    #expect(
      template["Resources"]?["PublicSubnet2"]?["Properties"]?["AvailabilityZone"] == [
        "Fn::Select": [2, ["Ref": "AvailabilityZones"]]
      ])
    // The only loss is the argument that the integration does not have.
    #expect(result.lossLines.count == 1)
    #expect(result.report.notes.map(\.address) == ["var.aws_region", "var.availability_zones"])
    try validate(
      result.json, name: "example",
      parameters: ["DbPassword=Secret12345", "ArtifactBucket=b", "AvailabilityZones=us-east-1a,us-east-1b,us-east-1c"])
  }
}
