package daybook.export;

/** How an export is laid out. */
public enum ExportLayout {
  /** Pages as an operation answers them, of 100 records each, one a line. */
  PAGES,
  /** One page that holds everything. */
  DOCUMENT,
  /** One array. */
  ARRAY,
  /** One record a line. */
  LINES
}
