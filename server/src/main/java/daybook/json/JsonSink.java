package daybook.json;

/** Takes what {@link JsonRecords} finds, in the order of the stream. */
public interface JsonSink {

  /** Takes a record. */
  void record(JsonRecord found);

  /** Is told of a piece that is no record; reading goes on behind it. */
  void refused(JsonPlace place, String reason);

  /** Is told that nothing behind this place can be read. */
  void broken(JsonPlace place, String reason);
}
