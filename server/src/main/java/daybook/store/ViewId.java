package daybook.store;

/**
 * Names a set of pieces; a piece of an old version is never served.
 *
 * @param kind what its records are
 * @param name name of the view, such as "orderReport2025"; no two kinds share one
 * @param version raised whenever the same record would be rendered to other bytes
 */
public record ViewId(RecordKind kind, String name, int version) {

  @Override
  public String toString() {
    return name + "/" + version;
  }
}
