package daybook.ingest;

import daybook.contract.View;
import daybook.document.OrderDocument;
import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import daybook.store.Account;
import daybook.store.Rendered;
import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.StoredDocument;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Renders all stored orders again, after the wire form of a view has changed. */
public final class Reindex {

  private static final int PAGE = 500;

  /** Each lost race means that somebody else got on, so this many in a row are no bad luck. */
  private static final int MAX_ATTEMPTS = 100;

  private final Store store;
  private final List<View<BusinessOrder>> views;

  /** Makes one that renders all of the given views and drops the pieces of all others. */
  public Reindex(Store store, List<View<BusinessOrder>> views) {
    this.store = store;
    this.views = List.copyOf(views);
  }

  /**
   * Renders everything; it may be broken off and started again.
   *
   * @param progress is told how many orders are done, after every few hundred
   * @return how many orders there are
   */
  public long run(LongConsumer progress) {
    long done = 0;
    for (Account account : store.directory().accounts()) {
      String after = null;
      List<StoredDocument> page = page(account.id(), after);
      while (!page.isEmpty()) {
        render(account.id(), page);
        done += page.size();
        progress.accept(done);
        after = page.get(page.size() - 1).id();
        page = page(account.id(), after);
      }
    }
    store.views().retainOnly(views.stream().map(View::id).toList());
    return done;
  }

  private List<StoredDocument> page(AccountId account, @Nullable String after) {
    return store.orders().documents(account, after, PAGE);
  }

  private void render(AccountId account, List<StoredDocument> page) {
    List<StoredDocument> documents = page;
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (store.orders().replacePieces(account, documents.stream().map(this::render).toList())) {
        return;
      }
      List<String> ids = page.stream().map(StoredDocument::id).toList();
      documents = List.copyOf(store.orders().find(account, ids).values());
    }
    throw new StoreException(
        StoreException.Kind.BUSY, "others keep changing the same orders; try again later", null);
  }

  private Rendered render(StoredDocument stored) {
    BusinessOrder order = OrderDocument.decode(stored.document());
    return new Rendered(stored.id(), stored.revision(), Merging.pieces(order, views));
  }
}
