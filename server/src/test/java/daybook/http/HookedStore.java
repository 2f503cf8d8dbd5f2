package daybook.http;

import daybook.domain.AccountId;
import daybook.store.Batch;
import daybook.store.Directory;
import daybook.store.Holdings;
import daybook.store.Orders;
import daybook.store.Rendered;
import daybook.store.Scan;
import daybook.store.Slice;
import daybook.store.Store;
import daybook.store.StoredDocument;
import daybook.store.Views;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A real store with something that happens before each page is read and before each ping. */
record HookedStore(Store inner, Runnable beforeScan, Runnable beforePing) implements Store {

  @Override
  public Orders orders() {
    return new HookedOrders(inner.orders(), beforeScan);
  }

  @Override
  public Directory directory() {
    return inner.directory();
  }

  @Override
  public Views views() {
    return inner.views();
  }

  @Override
  public void ping() {
    beforePing.run();
    inner.ping();
  }

  @Override
  public void close() {
    inner.close();
  }

  private record HookedOrders(Orders inner, Runnable beforeScan) implements Orders {

    @Override
    public Slice scan(Scan scan) {
      beforeScan.run();
      return inner.scan(scan);
    }

    @Override
    public Map<String, StoredDocument> find(AccountId account, Collection<String> orderIds) {
      return inner.find(account, orderIds);
    }

    @Override
    public boolean write(Batch batch) {
      return inner.write(batch);
    }

    @Override
    public List<StoredDocument> documents(AccountId account, String afterOrderId, int limit) {
      return inner.documents(account, afterOrderId, limit);
    }

    @Override
    public boolean replacePieces(AccountId account, List<Rendered> orders) {
      return inner.replacePieces(account, orders);
    }

    @Override
    public Holdings holdings(AccountId account) {
      return inner.holdings(account);
    }
  }
}
