rule "aws-beanstalk-managed-updates" {
  summary     = "The platform of the environment is not updated by itself"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_340"] }

  resource "aws_elastic_beanstalk_environment" {
    require = any([
      for s in self.setting :
      s.namespace == "aws:elasticbeanstalk:managedactions"
      && s.name == "ManagedActionsEnabled"
      && lower(s.value) == "true"
    ])
    at = self
  }

  why  = "Repairs of the language and the system wait until someone starts the update."
  help = "Add a setting of the namespace aws:elasticbeanstalk:managedactions with ManagedActionsEnabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elastic_beanstalk_environment"]

  example "without setting" {
    flagged = <<-TF
      resource "aws_elastic_beanstalk_environment" "shop" {
        name        = "shop"
        application = "shop"
      }
    TF
  }

  example "with setting" {
    accepted = <<-TF
      resource "aws_elastic_beanstalk_environment" "shop" {
        name        = "shop"
        application = "shop"

        setting {
          namespace = "aws:elasticbeanstalk:managedactions"
          name      = "ManagedActionsEnabled"
          value     = "true"
        }
      }
    TF
  }
}
