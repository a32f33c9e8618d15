/// Functions on points in time. (Terraform language, "Date and time functions".)

import HCLEvaluation
import HCLValues

enum DateTimeFunctions {
  static let all = [formatdate, plantimestamp, timeadd, timecmp, timestamp]

  static let formatdate = Function(
    "formatdate", "Writes an RFC 3339 timestamp in another layout.", [.init("format", .string), .init("time", .string)],
    example: ("formatdate(\"DD MMM YYYY hh:mm ZZZ\", \"2018-01-02T23:12:01Z\")", "\"02 Jan 2018 23:12 UTC\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let layout = try arguments.string(0)
    let timestamp = try timestampArgument(arguments, 1)
    do throws(TimeFailure) {
      return .string(try formatDate(timestamp, layout: layout))
    } catch {
      throw FunctionError(error.message, argument: 0)
    }
  }

  static let timeadd = Function(
    "timeadd", "Adds a duration such as 1h30m to an RFC 3339 timestamp.",
    [.init("timestamp", .string), .init("duration", .string)],
    example: ("timeadd(\"2017-11-22T00:00:00Z\", \"10m\")", "\"2017-11-22T00:10:00Z\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let timestamp = try timestampArgument(arguments, 0)
    let text = try arguments.string(1)
    do throws(TimeFailure) {
      return .string(timestamp.adding(nanoseconds: try parseDuration(text)).rfc3339)
    } catch {
      throw FunctionError(error.message, argument: 1)
    }
  }

  static let timecmp = Function(
    "timecmp", "Compares two RFC 3339 timestamps: -1, 0 or 1 as the first one is earlier, the same or later.",
    [.init("timestamp_a", .string), .init("timestamp_b", .string)],
    example: ("timecmp(\"2017-11-22T00:00:00Z\", \"2017-11-22T01:00:00Z\")", "-1"), returns: .number
  ) { (arguments, _) throws(FunctionError) in
    let (first, second) = (try timestampArgument(arguments, 0), try timestampArgument(arguments, 1))
    let (left, right) = ((first.seconds, first.nanoseconds), (second.seconds, second.nanoseconds))
    return .int(left < right ? -1 : left == right ? 0 : 1)
  }

  static let timestamp = Function(
    "timestamp", "Gives the time of the run; not known before it.", [], isImpure: true, returns: .string
  ) { (_, _) throws(FunctionError) in .unknown(.string) }

  static let plantimestamp = Function(
    "plantimestamp", "Gives the time of the plan; not known before it.", [], isImpure: true, returns: .string
  ) { (_, _) throws(FunctionError) in .unknown(.string) }

  private static func timestampArgument(_ arguments: [Value], _ index: Int) throws(FunctionError) -> Timestamp {
    let text = try arguments.string(index)
    do {
      return try Timestamp(text)
    } catch {
      throw FunctionError(error.message, argument: index)
    }
  }
}
