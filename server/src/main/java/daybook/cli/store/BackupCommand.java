package daybook.cli.store;

import daybook.cli.terminal.Complaint;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.store.sql.backup.Backup;
import daybook.store.sql.backup.Contents;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code daybook backup}: the whole store in one file, while it is in use. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the whole store to one file, as it is at this moment.",
      "",
      "Servers and imports may go on meanwhile. The file appears when it is complete, on the disk,",
      "and has been read again without a fault. It holds secrets as the store does: only its owner",
      "may read it. 'daybook restore' puts it back.",
      ""
    })
public final class BackupCommand implements Runnable {

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; it must not exist.")
  private Path file = Path.of("");

  @Option(names = "--replace", description = "Replaces the file if it exists.")
  private boolean replace;

  @Override
  public void run() {
    Path store = workspace.storeFile();
    if (Files.exists(file) && !replace) {
      throw new Complaint("there is a file " + file + " already; --replace replaces it");
    }
    if (Files.isDirectory(file)) {
      throw new Complaint(file + " is a directory; name a file in it");
    }
    try (CopyProgress progress = new CopyProgress("Backup", spec)) {
      Contents contents = new Backup(progress).write(store, file, replace);
      spec.commandLine()
          .getOut()
          .println("Backed up " + store + " to " + file + ": " + CopyProgress.told(contents));
    }
  }
}
