/// The version of the program, in every report that names its tool.
public enum ToolVersion {
  public static let current = "0.1.0"
}
