package daybook.cli.terminal;

import daybook.app.Workspace;
import daybook.contract.Role;
import daybook.contract.Timestamps;
import daybook.domain.AccountId;
import daybook.domain.Region;
import daybook.store.Account;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what was typed, and complains in words that help to type it right. */
public final class Arguments {

  private Arguments() {}

  /** Reads an account id. */
  public static AccountId accountId(String text) {
    try {
      return new AccountId(text);
    } catch (IllegalArgumentException e) {
      throw new Complaint(String.valueOf(e.getMessage()));
    }
  }

  /** Returns the account of that id, or the only one there is when none was named. */
  public static Account account(Workspace workspace, @Nullable String id) {
    List<Account> accounts = workspace.store().directory().accounts();
    if (id == null && accounts.size() == 1) {
      return accounts.get(0);
    }
    String known =
        accounts.isEmpty()
            ? "there is none yet: daybook account create ID"
            : "there are: "
                + accounts.stream().map(a -> a.id().value()).collect(Collectors.joining(", "));
    if (id == null) {
      throw new Complaint("name an account with --account; " + known);
    }
    return accounts.stream()
        .filter(account -> account.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> new Complaint("there is no account '" + id + "'; " + known));
  }

  /** Reads role names. */
  public static Set<Role> roles(List<String> texts) {
    Set<Role> roles = new LinkedHashSet<>();
    for (String text : texts) {
      roles.add(
          Role.parse(text)
              .orElseThrow(
                  () ->
                      new Complaint(
                          "there is no role '"
                              + text
                              + "'; there are: "
                              + Arrays.stream(Role.values())
                                  .map(Role::title)
                                  .collect(Collectors.joining("; ")))));
    }
    return roles;
  }

  /** Reads a region; null stays null. */
  public static @Nullable Region region(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return Region.parse(text)
        .orElseThrow(
            () ->
                new Complaint(
                    "there is no region '"
                        + text
                        + "'; there are: "
                        + Arrays.stream(Region.values())
                            .map(Region::name)
                            .collect(Collectors.joining(", "))));
  }

  /** Reads a date in any spelling the wire accepts; null stays null. */
  public static @Nullable Instant instant(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return Timestamps.parse(text)
        .orElseThrow(
            () ->
                new Complaint(
                    "'" + text + "' is no date; write 2026-01-31 or 2026-01-31T12:00:00Z"));
  }

  /** Returns "1 order", "2 orders". */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
