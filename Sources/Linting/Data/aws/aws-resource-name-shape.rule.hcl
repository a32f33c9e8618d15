rule "aws-resource-name-shape" {
  summary  = "The name cannot be one of the kind that is asked for"
  category = "correctness"
  severity = "medium"

  resource "aws_db_instance" {
    where       = self.db_subnet_group_name != null
    require     = can(regex("^[0-9A-Za-z._ -]{1,255}$", self.db_subnet_group_name))
    message     = "${self.db_subnet_group_name} cannot be the name of a subnet group."
    equivalents = { tflint = ["aws_db_instance_invalid_db_subnet_group"] }
  }

  resource "aws_db_instance" {
    where       = self.option_group_name != null
    require     = can(regex("^[A-Za-z][0-9A-Za-z.:-]{0,254}$", self.option_group_name))
    message     = "${self.option_group_name} cannot be the name of an option group."
    equivalents = { tflint = ["aws_db_instance_invalid_option_group"] }
  }

  resource "aws_db_instance" {
    where       = self.parameter_group_name != null
    require     = can(regex("^[A-Za-z][0-9A-Za-z.-]{0,254}$", self.parameter_group_name))
    message     = "${self.parameter_group_name} cannot be the name of a parameter group."
    equivalents = { tflint = ["aws_db_instance_invalid_parameter_group"] }
  }

  resource "aws_elasticache_cluster" {
    where       = self.parameter_group_name != null
    require     = can(regex("^[A-Za-z][0-9A-Za-z.-]{0,254}$", self.parameter_group_name))
    message     = "${self.parameter_group_name} cannot be the name of a parameter group."
    equivalents = { tflint = ["aws_elasticache_cluster_invalid_parameter_group"] }
  }

  resource "aws_elasticache_replication_group" {
    where       = self.parameter_group_name != null
    require     = can(regex("^[A-Za-z][0-9A-Za-z.-]{0,254}$", self.parameter_group_name))
    message     = "${self.parameter_group_name} cannot be the name of a parameter group."
    equivalents = { tflint = ["aws_elasticache_replication_group_invalid_parameter_group"] }
  }

  resource "aws_elasticache_cluster" {
    where       = self.subnet_group_name != null
    require     = can(regex("^[0-9A-Za-z._-]{1,255}$", self.subnet_group_name))
    message     = "${self.subnet_group_name} cannot be the name of a subnet group."
    equivalents = { tflint = ["aws_elasticache_cluster_invalid_subnet_group"] }
  }

  resource "aws_elasticache_replication_group" {
    where       = self.subnet_group_name != null
    require     = can(regex("^[0-9A-Za-z._-]{1,255}$", self.subnet_group_name))
    message     = "${self.subnet_group_name} cannot be the name of a subnet group."
    equivalents = { tflint = ["aws_elasticache_replication_group_invalid_subnet_group"] }
  }

  resource "aws_instance" {
    where       = self.iam_instance_profile != null && self.iam_instance_profile != ""
    require     = can(regex("^[0-9A-Za-z+=,.@_-]{1,128}$", self.iam_instance_profile))
    message     = "${self.iam_instance_profile} cannot be the name of an instance profile."
    equivalents = { tflint = ["aws_instance_invalid_iam_profile"] }
  }

  resource "aws_launch_configuration" {
    where       = self.iam_instance_profile != null && self.iam_instance_profile != ""
    require     = can(regex("^([0-9A-Za-z+=,.@_-]{1,128}|arn:.*)$", self.iam_instance_profile))
    message     = "${self.iam_instance_profile} cannot be the name of an instance profile."
    equivalents = { tflint = ["aws_launch_configuration_invalid_iam_profile"] }
  }

  resource "aws_instance" {
    where       = self.key_name != null
    require     = length(self.key_name) <= 255 && !startswith(self.key_name, "ssh-") && !startswith(self.key_name, "key-0")
    message     = "key_name holds a key or an identifier where the name of a key pair is asked for."
    equivalents = { tflint = ["aws_instance_invalid_key_name"] }
  }

  why  = "AWS refuses the request when the plan is applied, after other resources have been made."
  help = "Refer to the resource's name."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "an ARN instead of a name" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami                  = "ami-0a1b2c3d4e5f60718"
        instance_type        = "m7g.large"
        iam_instance_profile = "arn:aws:iam::123456789012:instance-profile/web"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_instance" "web" {
        ami                  = "ami-0a1b2c3d4e5f60718"
        instance_type        = "m7g.large"
        iam_instance_profile = "web"
      }
    TF
  }
}
