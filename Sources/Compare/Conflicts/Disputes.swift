/// Gathers conflicts over one slot of one event.
public enum Disputes {
  public static func gather(_ conflicts: [Conflict], documents: [Document]) -> (
    [Conflict], [Dispute]
  ) { (conflicts, []) }
}
