output "function" {
  description = "The service's function."
  value       = aws_lambda_function.service.arn
}

output "invoices" {
  description = "The bucket with invoices."
  value       = aws_s3_bucket.invoices.bucket
}

output "database" {
  description = "Where the database listens."
  value       = module.orders.endpoint
}
