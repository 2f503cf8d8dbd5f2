package daybook.cli;

import daybook.app.Workspace;
import daybook.cli.terminal.Arguments;
import daybook.cli.terminal.Complaint;
import daybook.cli.terminal.Progress;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.contract.Shape;
import daybook.document.Family;
import daybook.domain.OrderStatus;
import daybook.export.ExportLayout;
import daybook.export.ExportOptions;
import daybook.export.RecordExport;
import daybook.store.RecordKind;
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
    description = "Exports an account's orders or transactions by date, in a shape of the wire.")
final class ExportCommand implements Runnable {

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "Whose records (default: the only account there is).")
  private @Nullable String account;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      description = {
        "reports-2025 (the default), reports-2021, which has line items, or transactions-2021."
      },
      defaultValue = "reports-2025")
  private String shape = "";

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description = {
        "pages: an answer of 100 records a line (the default); document: one answer with all;",
        "array: one array; lines: one record a line."
      },
      defaultValue = "pages")
  private ExportLayout layout = ExportLayout.PAGES;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First order or feed date, inclusive.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last order or feed date, inclusive.")
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
      for (Family<?> family : open.catalogue().families()) {
        if (export(open, family, options)) {
          return;
        }
      }
      throw new Complaint(
          "there is no shape '"
              + shape
              + "'; there are: "
              + open.catalogue().shapes().stream()
                  .map(Shape::name)
                  .collect(Collectors.joining(", ")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the export", e);
    }
  }

  private static void requireFilterable(Family<?> family, ExportOptions options) {
    boolean isFiltered = !options.regions().isEmpty() || !options.statuses().isEmpty();
    if (isFiltered && family.kind().recordKind() != RecordKind.BUSINESS_ORDER) {
      throw new Complaint(
          "--region and --status choose orders; a " + family.kind().noun() + " has neither");
    }
  }

  // Exports if the wanted shape is one of the family's.
  private <R> boolean export(Workspace open, Family<R> family, ExportOptions options)
      throws IOException {
    for (Shape<R> candidate : family.shapes()) {
      if (candidate.name().equalsIgnoreCase(shape)) {
        requireFilterable(family, options);
        long count = write(open.export(family), candidate, options);
        spec.commandLine()
            .getErr()
            .println("Exported " + Arguments.count(count, family.kind().noun()) + ".");
        return true;
      }
    }
    return false;
  }

  private <R> long write(RecordExport<R> export, Shape<R> wanted, ExportOptions options)
      throws IOException {
    try (Progress progress = Progress.counting("Exporting", spec)) {
      if (file == null) {
        return export.write(options, wanted, System.out, progress::reached);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        return export.write(options, wanted, out, progress::reached);
      }
    }
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
