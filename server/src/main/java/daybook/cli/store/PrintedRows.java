package daybook.cli.store;

import daybook.store.sql.query.Rows;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints rows up to a limit. */
abstract class PrintedRows implements Rows {

  private final PrintWriter out;
  private final int limit;
  private long printed;
  private boolean cut;

  PrintedRows(PrintWriter out, int limit) {
    this.out = out;
    this.limit = limit;
  }

  final PrintWriter out() {
    return out;
  }

  /** Prints a row. */
  abstract void print(List<@Nullable Object> cells);

  /** Prints what has to follow the last row. */
  abstract void end();

  @Override
  public final boolean row(List<@Nullable Object> cells) {
    if (limit > 0 && printed == limit) {
      cut = true;
      return false;
    }
    printed++;
    print(cells);
    return true;
  }

  final long printed() {
    return printed;
  }

  /** Says whether there were more rows than the limit allows. */
  final boolean wasCut() {
    return cut;
  }

  /** Returns a cell as text; bytes that are no text as hexadecimal digits. */
  static String text(Object cell) {
    if (cell instanceof byte[] bytes) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        return HexFormat.of().formatHex(bytes);
      }
    }
    return cell.toString();
  }
}
