rule "aws-resource-tags" {
  summary  = "The resource has no tags"
  category = "style"
  severity = "info"
  tags     = ["tags"]
  packs    = ["strict"]

  parameter "names" {
    default = []
    summary = "Tags that every resource must have."
  }

  resource "aws_instance" "aws_ebs_volume" "aws_db_instance" "aws_rds_cluster" "aws_dynamodb_table" "aws_s3_bucket" "aws_lambda_function" "aws_eks_cluster" "aws_ecs_cluster" "aws_ecs_service" "aws_lb" "aws_vpc" "aws_subnet" "aws_security_group" "aws_kms_key" "aws_sqs_queue" "aws_sns_topic" "aws_efs_file_system" "aws_elasticache_replication_group" "aws_opensearch_domain" "aws_redshift_cluster" "aws_nat_gateway" "aws_ecr_repository" "aws_sfn_state_machine" "aws_cloudwatch_log_group" {
    require     = self.tags != null && all([for name in param.names : contains(keys(self.tags), name)])
    at          = self.tags
    equivalents = { tflint = ["aws_resource_missing_tags"] }
  }

  resource "aws_autoscaling_group" {
    require     = length(self.tag) > 0 && all([for name in param.names : any([for t in self.tag : t.key == name])])
    at          = self
    equivalents = { tflint = ["aws_resource_missing_tags"] }
  }

  provider "aws" {
    require     = any([for d in self.default_tags : d.tags != null && length(d.tags) > 0])
    at          = self
    message     = "The provider's configuration gives no tags to all resources."
    equivalents = { tflint = ["aws_provider_missing_default_tags"] }
  }

  why  = "Bills, policies and people go by tags: nobody dares to remove what nobody owns."
  help = "Set default_tags in the provider, or tags on the resource."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "without tags" {
    flagged = <<-TF
      resource "aws_sqs_queue" "orders" {
        name = "orders"
      }
    TF
  }

  example "with tags" {
    accepted = <<-TF
      resource "aws_sqs_queue" "orders" {
        name = "orders"

        tags = { Team = "shop" }
      }
    TF
  }
}
