import HCLValues

/// Operators that only CloudFormation has.
extension CloudFormationTarget {
  public var operators: [Operator] {
    [
      // A file that Terraform uploads from disk; the template gets it from a bucket.
      Operator(
        "artifact",
        forward: { value, _ in
          .object([
            ("s3_bucket", .symbolic(.call("artifact_bucket", [value]), type: .string)),
            ("s3_key", .symbolic(.call("artifact_key", [value]), type: .string)),
          ])
        },
        backward: { value, _ in
          guard case .call("artifact_key", let arguments)? = value.attributes?["s3_key"]?.symbolicOrigin else { return nil }
          return arguments.first
        })
    ]
  }
}
