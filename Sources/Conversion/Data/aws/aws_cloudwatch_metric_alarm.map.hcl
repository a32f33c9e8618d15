mapping "aws_cloudwatch_metric_alarm" {
  cloudformation "AWS::CloudWatch::Alarm" {
    evaluate_low_sample_count_percentiles = EvaluateLowSampleCountPercentile
    metric_query = block(Metrics, {
      metric = block(MetricStat, {
        metric_name = Metric.MetricName
        namespace   = Metric.Namespace
        dimensions  = Metric.Dimensions
      })
    })

    refer "alarm_name" { ref = true }
    refer "arn"        { attribute = "Arn" }
  }
}
