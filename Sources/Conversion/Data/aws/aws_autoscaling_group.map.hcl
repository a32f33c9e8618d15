mapping "aws_autoscaling_group" {
  cloudformation "AWS::AutoScaling::AutoScalingGroup" {
    name                  = AutoScalingGroupName
    name_prefix           = drop("CloudFormation completes names by itself")
    default_cooldown      = Cooldown
    enabled_metrics       = "MetricsCollection[0].Metrics"
    metrics_granularity   = "MetricsCollection[0].Granularity"
    launch_configuration  = LaunchConfigurationName
    load_balancers        = LoadBalancerNames
    protect_from_scale_in = NewInstancesProtectedFromScaleIn
    suspended_processes   = drop("CloudFormation suspends processes during updates only")

    force_delete                     = ignore("how Terraform deletes the group")
    force_delete_warm_pool           = ignore("how Terraform deletes the group")
    ignore_failed_scaling_activities = ignore("what Terraform waits for")
    min_elb_capacity                 = ignore("what Terraform waits for")
    wait_for_capacity_timeout        = ignore("what Terraform waits for")
    wait_for_elb_capacity            = ignore("what Terraform waits for")

    tag                    = Tags
    initial_lifecycle_hook = block(LifecycleHookSpecificationList, { name = LifecycleHookName })
    instance_refresh       = drop("CloudFormation replaces instances by an update policy of its own")
    launch_template = {
      id      = LaunchTemplateId
      name    = LaunchTemplateName
      version = enum(Version, { "$Latest" = null, "$Default" = null })
    }
    mixed_instances_policy = {
      launch_template = {
        launch_template_specification = { version = enum(Version, { "$Latest" = null, "$Default" = null }) }
      }
    }

    # CloudFormation wants a number for the version.
    default = {
      "LaunchTemplate.Version" = referred(self.launch_template.id, "latest_version")
      "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.Version" = referred(
        self.mixed_instances_policy.launch_template.launch_template_specification.launch_template_id, "latest_version")
    }

    refer "name" { ref = true }
    refer "arn"  { attribute = "AutoScalingGroupARN" }

    split_into "AWS::AutoScaling::WarmPool" "WarmPool" {
      each = warm_pool
      set  = { AutoScalingGroupName = parent }
    }
  }
}
