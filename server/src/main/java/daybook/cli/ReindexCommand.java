package daybook.cli;

import daybook.app.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code daybook reindex}: renders everything again from the canonical documents. */
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description = {
      "Renders all answers again from the stored orders.",
      "",
      "Needed after an upgrade that changes how an order is shown; the server says so.",
      ""
    })
final class ReindexCommand implements Runnable {

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    try (Workspace open = workspace.open();
        Progress progress = Progress.counting("Orders", spec)) {
      long orders = open.reindex(progress::reached);
      progress.done("Rendered " + orders + " orders again.");
    }
  }
}
