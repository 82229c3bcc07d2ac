/// Dates in figures, of which day and month may have changed places.
extension Resolver {
  /// Resolves "3/4/2025" as March 4 with room for April 3; as one of them alone where a weekday
  /// beside it or the article's other dates tell which.
  func resolveEitherOrder(_ moment: Moment, in context: Context) -> Resolved? {
    var (first, second) = (moment, moment)
    (first.isOrderOpen, second.isOrderOpen) = (false, false)
    (second.month, second.day) = (moment.day, moment.month)
    guard var resolved = resolve(first, in: context), let other = resolve(second, in: context)
    else { return resolve(first, in: context) }
    if let weekday = moment.weekday, let day = resolved.day, let second = other.day,
      (day.weekday == weekday) != (second.weekday == weekday)
    {
      return day.weekday == weekday ? resolved : other
    }
    switch context.isDayFirst {
    case true?: return other
    case false?: return resolved
    case nil: break
    }
    // With a time of day the bounds are of the clock.
    guard !moment.isTime, let low = resolved.bounds.low, let high = resolved.bounds.high,
      let otherLow = other.bounds.low, let otherHigh = other.bounds.high
    else { return resolved }
    resolved.bounds = Bounds(low: min(low, otherLow), high: max(high, otherHigh))
    return resolved
  }
}
