package daybook.cli;

import daybook.app.Workspace;
import daybook.contract.Shape;
import daybook.domain.BusinessOrder;
import daybook.domain.OrderStatus;
import daybook.export.ExportLayout;
import daybook.export.ExportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code daybook export}: writes orders to a file, in a shape that import reads back. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Exports an account's orders by date, in a shape of the wire.")
final class ExportCommand implements Runnable {

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "Whose orders (default: the only account there is).")
  private @Nullable String account;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      description = "reports-2025 (the default) or reports-2021, which has line items.",
      defaultValue = "reports-2025")
  private String shape = "";

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description = {
        "pages: an answer of 100 orders a line (the default); document: one answer with all;",
        "array: one array; lines: one order a line."
      },
      defaultValue = "pages")
  private ExportLayout layout = ExportLayout.PAGES;

  @Option(names = "--from", paramLabel = "DATE", description = "First order date, inclusive.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last order date, inclusive.")
  private @Nullable String to;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = "Only orders of this region; may be repeated.")
  private List<String> regions = List.of();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only orders in this state, such as CLOSED; may be repeated.")
  private List<String> statuses = List.of();

  @Option(names = "--gzip", description = "Packs the output.")
  private boolean gzip;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: standard output).")
  private @Nullable Path file;

  @Override
  public void run() {
    try (Workspace open = workspace.open()) {
      Shape<BusinessOrder> wanted = shape(open);
      ExportOptions options =
          new ExportOptions(
              Arguments.account(open, account).id(),
              Arguments.instant(from),
              Arguments.instant(to),
              regions.stream()
                  .map(code -> Objects.requireNonNull(Arguments.region(code)))
                  .collect(Collectors.toSet()),
              statuses(),
              layout,
              gzip);
      long orders = write(open, wanted, options);
      spec.commandLine().getErr().println("Exported " + Arguments.count(orders, "order") + ".");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the export", e);
    }
  }

  private long write(Workspace open, Shape<BusinessOrder> wanted, ExportOptions options)
      throws IOException {
    try (Progress progress = Progress.counting("Exporting", spec)) {
      if (file == null) {
        return open.export().write(options, wanted, System.out, progress::reached);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        return open.export().write(options, wanted, out, progress::reached);
      }
    }
  }

  private Shape<BusinessOrder> shape(Workspace open) {
    List<Shape<BusinessOrder>> shapes = open.catalogue().shapes();
    return shapes.stream()
        .filter(candidate -> candidate.name().equalsIgnoreCase(shape))
        .findFirst()
        .orElseThrow(
            () ->
                new Complaint(
                    "there is no shape '"
                        + shape
                        + "'; there are: "
                        + shapes.stream().map(Shape::name).collect(Collectors.joining(", "))));
  }

  private Set<OrderStatus> statuses() {
    return statuses.stream()
        .map(
            text ->
                OrderStatus.parse(text)
                    .orElseThrow(
                        () ->
                            new Complaint(
                                "there is no status '"
                                    + text
                                    + "'; there are: "
                                    + Arrays.toString(OrderStatus.values()))))
        .collect(Collectors.toSet());
  }
}
