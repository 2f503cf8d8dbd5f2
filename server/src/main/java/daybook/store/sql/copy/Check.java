package daybook.store.sql.copy;

import daybook.store.sql.session.Dialect;
import daybook.store.sql.session.Session;
import daybook.store.sql.session.Session.Readers;
import daybook.store.sql.session.Sessions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what two stores hold, table by table and account by account.
 *
 * <p>All tables of an account are read as they are at one moment, on either side.
 */
final class Check {

  private final Side source;
  private final Side target;
  private final CopyWatcher watcher;

  Check(Side source, Side target, CopyWatcher watcher) {
    this.source = source;
    this.target = target;
    this.watcher = watcher;
  }

  /** Compares everything, accounts that only one of them has included. */
  List<Comparison> all() {
    List<Comparison> all = new ArrayList<>(compare(null, CopiedTable.DIRECTORY));
    TreeSet<String> accounts = new TreeSet<>(source.accounts());
    accounts.addAll(target.accounts());
    accounts.forEach(account -> all.addAll(compare(account, CopiedTable.OF_ACCOUNTS)));
    return all;
  }

  private List<Comparison> compare(@Nullable String account, List<CopiedTable> tables) {
    List<Checksum> ours = sums(source, account, tables, watcher);
    List<Checksum> theirs = sums(target, account, tables, CopyWatcher.NONE);
    List<Comparison> compared = new ArrayList<>(tables.size());
    for (int i = 0; i < tables.size(); i++) {
      compared.add(
          new Comparison(
              Optional.ofNullable(account), tables.get(i).name(), ours.get(i), theirs.get(i)));
    }
    return compared;
  }

  private static List<Checksum> sums(
      Side side, @Nullable String account, List<CopiedTable> tables, CopyWatcher passed) {
    return side.sessions()
        .readTogether(
            session -> {
              Readers here = new OneMoment(side.sessions().dialect(), session);
              List<Checksum> sums = new ArrayList<>(tables.size());
              for (CopiedTable table : tables) {
                sums.add(
                    sum(
                        side.pages(here, table, account),
                        Expectation.counts(table) ? passed : CopyWatcher.NONE));
              }
              return sums;
            });
  }

  private static Checksum sum(RowPages rows, CopyWatcher passed) {
    Checksum.Sum sum = new Checksum.Sum();
    for (Row row = rows.next(); row != null; row = rows.next()) {
      sum.add(row.canonical());
      passed.row();
    }
    return sum.result();
  }

  /**
   * Reads with one session, within the transaction that it is in.
   *
   * @param dialect what its engine does in its own way
   * @param session the session
   */
  private record OneMoment(Dialect dialect, Session session) implements Readers {

    @Override
    public boolean mayWait() {
      return true;
    }

    @Override
    public <T> T read(Sessions.Work<T> work) {
      try {
        return work.in(session);
      } catch (SQLException e) {
        throw dialect.fault(e);
      }
    }
  }
}
