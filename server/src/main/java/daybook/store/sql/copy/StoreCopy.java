package daybook.store.sql.copy;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.copy.CopyWatcher.Step;
import daybook.store.sql.session.SchemaVersion.Change;
import daybook.store.sql.session.StoreOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Moves all that a store holds to another place.
 *
 * <p>Both sides are read in the order of their keys, and what differs is written. So a copy that
 * was broken off goes on where it was, by itself, and what has changed in the source meanwhile is
 * brought over. At the end both sides are read again and added up: only a copy that holds what the
 * source holds is called finished and may be served.
 */
public final class StoreCopy implements AutoCloseable {

  private static final int MOST_PASSES = 3;

  private final Side source;
  private final Side target;
  private final CopyWatcher watcher;

  private StoreCopy(Side source, Side target, CopyWatcher watcher) {
    this.source = source;
    this.target = target;
    this.watcher = watcher;
  }

  /**
   * What came of a copy.
   *
   * @param written how many rows were written or dropped
   * @param tables what both sides hold; all the same
   */
  public record Outcome(long written, List<Comparison> tables) {

    /** Copies the list. */
    public Outcome {
      tables = List.copyOf(tables);
    }
  }

  /**
   * Opens both stores. The source stays as it is; a target that is empty or missing is made a
   * store.
   *
   * @throws StoreException if one of them can't be used, or the source is not of this version
   */
  public static StoreCopy open(StoreOptions from, StoreOptions to, CopyWatcher watcher) {
    return open(from, to, Change.ALLOWED, watcher);
  }

  /** Opens both stores to compare them: neither is changed. */
  public static StoreCopy openToCheck(StoreOptions from, StoreOptions to, CopyWatcher watcher) {
    return open(from, to, Change.REFUSED, watcher);
  }

  private static StoreCopy open(
      StoreOptions from, StoreOptions to, Change ofTarget, CopyWatcher watcher) {
    Side source = Side.open(from, Change.REFUSED);
    try {
      Fence.mustNotStand(source.name(), source.sessions());
      return new StoreCopy(source, Side.open(to, ofTarget), watcher);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** Compares what both hold, and writes nothing. */
  public List<Comparison> check() {
    watcher.begins(Step.CHECKING, Expectation.of(source));
    return new Check(source, target, watcher).all();
  }

  /** Says whether the target is a copy that was begun and not brought to its end. */
  public boolean isUnfinished() {
    return Fence.stands(target.sessions());
  }

  /**
   * Brings the target to what the source holds. It must be empty, or an unfinished copy of this
   * source; a finished one stays as it is.
   *
   * @param update whether a finished copy is brought up to date too; whatever it holds that the
   *     source does not is lost
   * @throws StoreException if the target holds data of its own, or if the source is written so much
   *     that both never hold the same; the same again then goes on
   */
  public Outcome run(boolean update) {
    mustHoldNothingOfItsOwn();
    if (!update && !isUnfinished() && !isEmpty()) {
      return new Outcome(0, finished());
    }
    Fence fence = Fence.raise(target.name(), target.sessions());
    long written = 0;
    List<Comparison> tables = List.of();
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      watcher.begins(Step.COPYING, Expectation.of(source));
      written += copy(fence);
      tables = check();
      if (tables.stream().allMatch(Comparison::same)) {
        fence.lower();
        return new Outcome(written, tables);
      }
    }
    throw new StoreException(Kind.BUSY, stillWritten(different(tables).orElseThrow()), null);
  }

  private boolean isEmpty() {
    return CopiedTable.DIRECTORY.stream()
        .allMatch(table -> target.pages(table, null).next() == null);
  }

  private List<Comparison> finished() {
    List<Comparison> tables = check();
    different(tables)
        .ifPresent(
            different -> {
              throw new StoreException(
                  Kind.NOT_OURS,
                  String.format(
                      "the store %s is a finished copy of %s, and one of both has been written since"
                          + " (%s). --update brings the copy up to what %s holds now; what was"
                          + " written to the copy is lost then",
                      target.name(), source.name(), different.place(), source.name()),
                  null);
            });
    return tables;
  }

  private static Optional<Comparison> different(List<Comparison> tables) {
    return tables.stream().filter(one -> !one.same()).findFirst();
  }

  private String stillWritten(Comparison different) {
    return String.format(
        "the store %s is being written (%s has changed again since it was copied). Stop whatever"
            + " writes to it, then run the same command again: it only takes what has changed",
        source.name(), different.place());
  }

  private void mustHoldNothingOfItsOwn() {
    List<String> others = others();
    if (!others.isEmpty()) {
      throw new StoreException(
          Kind.NOT_OURS,
          String.format(
              "the store %s is no copy of %s: it holds %s, which that one does not. Name an empty"
                  + " place",
              target.name(), source.name(), others.get(0)),
          null);
    }
  }

  // Accounts and keys are never taken away, and never change: those of a copy are in its source.
  private List<String> others() {
    List<String> others = new ArrayList<>();
    for (CopiedTable table : CopiedTable.DIRECTORY) {
      boolean account = table.name().equals("account");
      if (account || table.name().equals("instance_key")) {
        Walk.along(
            source.pages(table, null),
            target.pages(table, null),
            new Strangers(account ? "account" : "the key", others),
            CopyWatcher.NONE);
      }
    }
    return others;
  }

  /**
   * Notes what only the target has.
   *
   * @param what what it is called
   * @param found where it is noted
   */
  private record Strangers(String what, List<String> found) implements Walk.Changes {

    @Override
    public void put(Row row, boolean replaces) {
      if (replaces) {
        found.add(what + " " + row.key().get(0));
      }
    }

    @Override
    public void drop(Row row) {
      found.add(what + " " + row.key().get(0));
    }
  }

  private long copy(Fence fence) {
    long written = copyDirectory(fence);
    for (String account : source.accounts()) {
      for (CopiedTable table : CopiedTable.OF_ACCOUNTS) {
        AccountChanges changes = new AccountChanges(target, fence, source.sql(table), account);
        Walk.along(
            source.pages(table, account),
            target.pages(table, account),
            changes,
            Expectation.counts(table) ? watcher : CopyWatcher.NONE);
        written += changes.flush();
      }
    }
    return written;
  }

  private long copyDirectory(Fence fence) {
    Deque<DirectoryChanges> lastFirst = new ArrayDeque<>();
    for (CopiedTable table : CopiedTable.DIRECTORY) {
      DirectoryChanges changes = new DirectoryChanges(fence, source.sql(table));
      Walk.along(source.pages(table, null), target.pages(table, null), changes, CopyWatcher.NONE);
      changes.flush();
      lastFirst.push(changes);
    }
    return lastFirst.stream().mapToLong(DirectoryChanges::dropSurplus).sum();
  }

  @Override
  public void close() {
    try (source) {
      target.close();
    }
  }
}
