rule "aws-eks-control-plane-logging" {
  summary     = "The cluster does not log everything its control plane does"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_37"], trivy = ["AWS-0038"] }

  resource "aws_eks_cluster" {
    let     = { wanted = ["api", "audit", "authenticator", "controllerManager", "scheduler"] }
    require = all([for kind in wanted : self.enabled_cluster_log_types != null && contains(self.enabled_cluster_log_types, kind)])
    message = "Some of the five logs of the control plane are not kept."

    fix {
      set    = { enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"] }
      safety = "unsafe"
    }
  }

  why  = <<-TEXT
    After an intrusion only the audit and authenticator logs tell who called the API server; they cannot be switched on afterwards.
  TEXT
  help = "List api, audit, authenticator, controllerManager and scheduler in enabled_cluster_log_types."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster"]

  example "two of five" {
    flagged = <<-TF
      resource "aws_eks_cluster" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/eks"

        enabled_cluster_log_types = ["api", "scheduler"]
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_eks_cluster" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/eks"

        enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
      }
    TF
  }
}
