package daybook.cli;

import daybook.app.Workspace;
import daybook.cli.terminal.Arguments;
import daybook.cli.terminal.Progress;
import daybook.cli.terminal.WorkspaceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code daybook reindex}: renders everything again from the canonical documents. */
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description = {
      "Renders all answers again from the stored records.",
      "",
      "The server does so by itself at its start, after an upgrade or a setting that changes how a",
      "record is shown; do it before, and the start does not have to wait.",
      ""
    })
final class ReindexCommand implements Runnable {

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    try (Workspace open = workspace.open();
        Progress progress = Progress.counting("Records", spec)) {
      long records = open.reindex(progress::reached);
      progress.done("Rendered " + Arguments.count(records, "record") + ".");
    }
  }
}
