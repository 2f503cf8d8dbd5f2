package daybook.export;

import daybook.contract.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes records in one of the layouts, knowing neither how many will come nor what they are. */
final class LaidOut {

  private static final int PAGE = 100;

  private final OutputStream out;
  private final ExportLayout layout;
  private final Shape<?> shape;
  private long onPage;
  private boolean open;

  LaidOut(OutputStream out, ExportLayout layout, Shape<?> shape) {
    this.out = out;
    this.layout = layout;
    this.shape = shape;
  }

  /** Writes a record. */
  void add(byte[] json) throws IOException {
    if (layout == ExportLayout.LINES) {
      out.write(json);
      out.write('\n');
      return;
    }
    if (layout == ExportLayout.PAGES && onPage == PAGE) {
      closePage();
    }
    if (open) {
      out.write(',');
    } else {
      openPage();
    }
    out.write(json);
    onPage++;
  }

  /** Writes what is still needed; an export of nothing is an empty page or array. */
  void finish() throws IOException {
    if (layout == ExportLayout.LINES) {
      return;
    }
    if (!open) {
      openPage();
    }
    closePage();
  }

  private void openPage() throws IOException {
    if (layout == ExportLayout.ARRAY) {
      out.write('[');
    } else {
      out.write(utf8(shape.pageHead()));
    }
    open = true;
  }

  private void closePage() throws IOException {
    String tail = layout == ExportLayout.ARRAY ? "]" : shape.pageTail(onPage);
    out.write(utf8(tail + "\n"));
    onPage = 0;
    open = false;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
