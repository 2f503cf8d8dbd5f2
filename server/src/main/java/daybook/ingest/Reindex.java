package daybook.ingest;

import daybook.document.Family;
import daybook.domain.AccountId;
import daybook.store.Account;
import daybook.store.Records;
import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.StoredDocument;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Renders all stored records again, after the wire form of a view has changed. */
public final class Reindex {

  private static final int PAGE = 500;

  /** Each lost race means that somebody else got on, so this many in a row are no bad luck. */
  private static final int MAX_ATTEMPTS = 100;

  private static final int MAX_PASSES = 5;

  private final Store store;
  private final List<Family<?>> families;

  /** Makes one that renders all views of the given families and drops the pieces of all others. */
  public Reindex(Store store, List<Family<?>> families) {
    this.store = store;
    this.families = List.copyOf(families);
  }

  /**
   * Renders everything; it may be broken off and started again.
   *
   * @param progress is told how many records are done, after every few hundred
   * @return how many records there are
   */
  public long run(LongConsumer progress) {
    long done = 0;
    for (Account account : store.directory().accounts()) {
      for (Family<?> family : families) {
        done = run(account.id(), family, done, progress);
      }
    }
    return done;
  }

  // Once more where a program that does not know these views has written meanwhile.
  private <R> long run(AccountId account, Family<R> family, long before, LongConsumer progress) {
    for (int attempt = 0; attempt < MAX_PASSES; attempt++) {
      store.views().begin(account, family.viewIds());
      long done = pass(account, family, before, progress);
      if (store.views().retainOnly(account, family.viewIds())) {
        return done;
      }
    }
    throw new StoreException(
        StoreException.Kind.BUSY,
        "another version of the program keeps writing records of " + account.value() + ": stop it",
        null);
  }

  private <R> long pass(AccountId account, Family<R> family, long before, LongConsumer progress) {
    Records<R> records = family.kind().in(store);
    long done = before;
    @Nullable String after = null;
    List<StoredDocument> page = records.documents(account, after, PAGE);
    while (!page.isEmpty()) {
      render(account, family, page);
      done += page.size();
      progress.accept(done);
      after = page.get(page.size() - 1).id();
      page = records.documents(account, after, PAGE);
    }
    return done;
  }

  private <R> void render(AccountId account, Family<R> family, List<StoredDocument> page) {
    Records<R> records = family.kind().in(store);
    List<StoredDocument> documents = page;
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (records.replacePieces(account, documents.stream().map(family::rendered).toList())) {
        return;
      }
      List<String> ids = page.stream().map(StoredDocument::id).toList();
      documents = List.copyOf(records.find(account, ids).values());
    }
    throw new StoreException(
        StoreException.Kind.BUSY, "others keep changing the same records; try again later", null);
  }
}
