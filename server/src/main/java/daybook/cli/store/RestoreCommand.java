package daybook.cli.store;

import daybook.app.Workspace;
import daybook.cli.terminal.Complaint;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.store.StoreException;
import daybook.store.sql.backup.Contents;
import daybook.store.sql.backup.Restore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daybook restore}: a backup becomes the store of a data directory. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a backup the store of a data directory.",
      "",
      "The backup is copied and the copy is read without a fault before it takes its place. Refuses",
      "while a server runs on the directory, and refuses to write over data unless told.",
      ""
    })
public final class RestoreCommand implements Runnable {

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FROM", description = "The file that 'daybook backup' has written.")
  private Path backup = Path.of("");

  @Option(names = "--replace", description = "Replaces a store that holds data, or is damaged.")
  private boolean replace;

  @Override
  public void run() {
    Path store = Workspace.storeFile(workspace.settings(Map.of()));
    if (!Files.isRegularFile(backup)) {
      throw new Complaint("there is no file " + backup);
    }
    if (!replace && holdsData(store)) {
      throw new Complaint(
          "the store " + store + " holds data; --replace puts the backup in its place");
    }
    try (CopyProgress progress = new CopyProgress("Restore", spec)) {
      Contents contents = new Restore(progress).run(backup, store, Files.exists(store));
      spec.commandLine()
          .getOut()
          .println("Restored " + backup + " to " + store + ": " + CopyProgress.told(contents));
    }
  }

  private static boolean holdsData(Path store) {
    try {
      return Restore.holdsData(store);
    } catch (StoreException e) {
      throw new Complaint(e.getMessage() + "; --replace puts the backup in its place all the same");
    }
  }
}
