package daybook.ingest;

import daybook.domain.SampleOrders;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of 100 MB, made and imported by a program of its own, so that a test can give it less
 * memory than the file has.
 */
enum HugeFile {
  /** One page on one line. */
  PAGE {
    @Override
    void write(OutputStream out) throws IOException {
      out.write(utf8("{\"ordersReport\":["));
      for (int i = 0; i < ORDERS; i++) {
        out.write(i == 0 ? ' ' : ',');
        out.write(padded(i));
      }
      out.write(utf8("],\"nextPageToken\":null,\"size\":" + ORDERS + "}"));
    }
  },

  /** One order a line. */
  LINES {
    @Override
    void write(OutputStream out) throws IOException {
      for (int i = 0; i < ORDERS; i++) {
        out.write(padded(i));
        out.write('\n');
      }
    }
  },

  /** A line of rubbish before a good one. */
  RUBBISH {
    @Override
    void write(OutputStream out) throws IOException {
      repeat(out, "rubbish!", 13_000_000);
      out.write(utf8("\n" + TestFiles.report(SampleOrders.order("114-1"))));
    }
  },

  /** A text that does not end, in a line before a good one. */
  TEXT {
    @Override
    void write(OutputStream out) throws IOException {
      out.write(utf8("{\"orderMetadata\":{\"orderId\":\""));
      repeat(out, "abcdefgh", 13_000_000);
      out.write(utf8("\"}}\n" + TestFiles.report(SampleOrders.order("114-1"))));
    }
  },

  /** A record of very many small values between two good ones, in a page. */
  RECORD {
    @Override
    void write(OutputStream out) throws IOException {
      byte[] good = utf8(TestFiles.report(SampleOrders.order("114-1")));
      out.write(utf8("{\"ordersReport\":["));
      out.write(good);
      out.write(utf8(",{\"orderMetadata\":{},\"x\":[1"));
      repeat(out, ",{},[],1", 13_000_000);
      out.write(utf8("]},"));
      out.write(utf8(TestFiles.report(SampleOrders.order("114-2"))));
      out.write(utf8("]}"));
    }
  };

  /** Orders in a file of good ones, each of 20 kB. */
  static final int ORDERS = 5000;

  abstract void write(OutputStream out) throws IOException;

  /** Makes the file named by the first argument in the directory named by the second. */
  public static void main(String[] arguments) throws IOException {
    HugeFile huge = valueOf(arguments[0]);
    Path directory = Path.of(arguments[1]);
    Path path = directory.resolve("huge");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
      huge.write(out);
    }
    List<String> result = new ArrayList<>();
    try (TestFiles files = new TestFiles(directory).skipping()) {
      result.add(files.read(path).written().toString());
      result.addAll(files.problems());
    }
    result.add(0, Files.size(path) > 100_000_000 ? "huge" : "small");
    Files.write(directory.resolve("result"), result);
  }

  private static byte[] padded(int number) {
    String report = TestFiles.report(SampleOrders.order("114-%07d".formatted(number)));
    String padding = "p".repeat(20_000);
    return utf8(report.substring(0, report.length() - 1) + ",\"padding\":\"" + padding + "\"}");
  }

  private static void repeat(OutputStream out, String text, int times) throws IOException {
    byte[] bytes = utf8(text.repeat(1000));
    for (int i = 0; i < times / 1000; i++) {
      out.write(bytes);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
