rule "aws-eks-version" {
  summary     = "The version of Kubernetes has left standard support"
  category    = "reliability"
  severity    = "medium"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_339"] }

  parameter "versions" {
    default = ["1.29", "1.30", "1.31", "1.32", "1.33", "1.34", "1.35"]
    summary = "The versions that may be used."
  }

  resource "aws_eks_cluster" {
    where   = self.version != null
    require = contains(param.versions, self.version)
    message = "Version ${self.version} is not in standard support."
  }

  why  = <<-TEXT
    Extended support costs six times as much, and at its end AWS upgrades the control plane whether the workloads are ready or not.
  TEXT
  help = "Upgrade, one minor version at a time."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster"]

  example "version is 1.23" {
    flagged = <<-TF
      resource "aws_eks_cluster" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/eks"
        version  = "1.23"
      }
    TF
  }

  example "version is 1.33" {
    accepted = <<-TF
      resource "aws_eks_cluster" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/eks"
        version  = "1.33"
      }
    TF
  }
}
