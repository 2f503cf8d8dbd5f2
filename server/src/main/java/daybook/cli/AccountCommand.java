package daybook.cli;

import daybook.app.Workspace;
import daybook.cli.terminal.Arguments;
import daybook.cli.terminal.CommandGroup;
import daybook.cli.terminal.Complaint;
import daybook.cli.terminal.Table;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.store.Account;
import daybook.store.Records;
import daybook.store.Records.Holdings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daybook account}: whose data the store holds. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = "Creates and lists the accounts whose data the store holds.",
    subcommands = {AccountCommand.Create.class, AccountCommand.ListAll.class})
final class AccountCommand extends CommandGroup {

  /** {@code daybook account create}. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Creates an account; its id is yours to choose.")
  static final class Create implements Runnable {

    @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "Letters, digits, '.', '_', '-'; at most 64.")
    private String id = "";

    @Option(
        names = "--kind",
        description = "business (a buyer, the default) or seller.",
        defaultValue = "business")
    private AccountKind kind = AccountKind.BUSINESS;

    @Option(names = "--name", description = "Name for people (default: the id).")
    private @Nullable String name;

    @Override
    public void run() {
      AccountId accountId = Arguments.accountId(id);
      try (Workspace open = workspace.openOrCreate()) {
        Account account =
            new Account(accountId, kind, name == null ? id : name, open.clock().instant());
        if (!open.store().directory().addAccount(account)) {
          throw new Complaint("there is an account '" + id + "' already");
        }
        spec.commandLine().getOut().println("Created " + kind.label() + " account " + id + ".");
      }
    }
  }

  /** {@code daybook account list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the accounts and what they hold.")
  static final class ListAll implements Runnable {

    @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      try (Workspace open = workspace.open()) {
        Table table = new Table("ACCOUNT", "KIND", "ORDERS", "FIRST", "LAST", "NAME");
        for (Account account : open.store().directory().accounts()) {
          Records<?> records =
              account.kind() == AccountKind.SELLER
                  ? open.store().sellerOrders()
                  : open.store().orders();
          Holdings holdings = records.holdings(account.id());
          table.row(
              List.of(
                  account.id().value(),
                  account.kind().label(),
                  Long.toString(holdings.records()),
                  holdings.first() == null ? "-" : holdings.first().toString(),
                  holdings.last() == null ? "-" : holdings.last().toString(),
                  account.name()));
        }
        table.print(spec.commandLine().getOut(), "No accounts yet: daybook account create ID");
      }
    }
  }
}
