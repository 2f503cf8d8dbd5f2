package daybook.cli;

import daybook.access.RevokedGrants;
import daybook.app.Workspace;
import daybook.cli.terminal.Complaint;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.store.Grant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code daybook token}: prints an access token, for use in a shell. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Prints an access token for a grant.",
      "",
      "For use in a shell, without asking the token endpoint:",
      "  curl -H \"x-amz-access-token: $(daybook token --grant ID)\" ...",
      ""
    })
final class TokenCommand implements Runnable {

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--grant",
      required = true,
      paramLabel = "ID",
      description = "The grant; 'daybook grant list' shows them.")
  private String grantId = "";

  @Override
  public void run() {
    try (Workspace open = workspace.open()) {
      Grant grant =
          open.store()
              .directory()
              .grant(grantId)
              .orElseThrow(() -> new Complaint("there is no grant '" + grantId + "'"));
      if (grant.revokedAt() != null) {
        throw new Complaint("grant " + grantId + " was revoked at " + grant.revokedAt());
      }
      RevokedGrants revoked = new RevokedGrants(open.store().directory());
      spec.commandLine()
          .getOut()
          .println(open.accessTokens(revoked).issue(grant, open.clock().instant()));
    }
  }
}
